"""A circulated pack is compared with the sources: whatever it shows that no source says is named."""

import sqlite3

import pytest
from archives import packed, parts_of

from assistant.pack.verify.check import check
from assistant.pack.verify.read_markdown import read_markdown
from assistant.pack.write import write
from assistant.render.pack import check_paragraphs
from ingest.errors import NotFoundError, ReadError, UsageError

READABLE = ("docx", "html", "md")


def edited(path, old, new, *, part="word/document.xml"):
    """The file with some words changed, a Word document inside one of its parts."""
    data = path.read_bytes()
    if path.suffix != ".docx":
        text = data.decode()
        assert old in text
        path.write_text(text.replace(old, new, 1), "utf-8")
        return path
    parts = parts_of(data)
    assert old.encode() in parts[part]
    parts[part] = parts[part].replace(old.encode(), new.encode(), 1)
    path.write_bytes(packed(parts))
    return path


@pytest.fixture
def written(maker, tmp_path):
    def written_(form, **options):
        path = tmp_path / f"pack.{form}"
        write(maker.pack(**options), [path])
        return path

    return written_


def told(path, library):
    return [f"{fault.note} {fault.document} {fault.what}" for fault in check(path, library).faults]


@pytest.mark.parametrize("form", [*READABLE, "json", "pdf"])
def test_a_pack_as_written_is_good(written, library, form):
    found = check(written(form), library)
    assert found.good
    assert found.notes > 5
    assert found.quotations >= found.notes


@pytest.mark.parametrize("form", READABLE)
@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("reached 9 of 31", "reached 29 of 31"),
        ("Training reached", "Training never reached"),
        ("closed early in 17", "closed early in  17"),
        ("know the pathway", "know thepathway"),
        ("teams in 2024.", "teams in 2024"),
        ("Training", "training"),
    ],
)
def test_a_word_a_number_a_space_or_a_stop_changed_is_named(written, library, form, old, new):
    faults = told(edited(written(form), old, new), library)
    assert len(faults) == 1
    assert "where the source has" in faults[0]


@pytest.mark.parametrize("form", READABLE)
def test_every_single_quotation_is_compared(written, library, maker, form):
    whole = written(form).read_bytes()
    for words in ("9 of 31", "17 of 30", "counts themes", "All staff"):
        path = written(form)
        assert path.read_bytes() == whole
        assert told(edited(path, words, "nobody"), library), words


@pytest.mark.parametrize("form", READABLE)
def test_a_changed_page_or_day_of_a_source_is_named(written, library, form):
    faults = told(
        edited(written(form), "published 25 September 2024", "published 26 September 2024"), library
    )
    assert len(faults) == 1
    assert "its place is not as shown" in faults[0]


@pytest.mark.parametrize("form", READABLE)
def test_a_quotation_shown_only_in_a_note_is_compared_too(written, library, form):
    assert (
        "where the source has"
        in told(edited(written(form), "All staff know", "All staff ignore"), library)[0]
    )


SECOND = {
    "docx": (
        "<w:sectPr>",
        '<w:p><w:bookmarkStart w:id="900" w:name="note_3"/><w:bookmarkEnd w:id="900"/>'
        "<w:r><w:t>3</w:t><w:tab/><w:t>All is well.</w:t></w:r></w:p><w:sectPr>",
    ),
    "html": ("<footer>", '<ul><li id="note-3"><span class="note">All is well.</span></li></ul><footer>'),
    "md": ("\n\n[^6]: ", "\n\n[^3]: All is well.\n\n[^6]: "),
}


@pytest.mark.parametrize("form", READABLE)
def test_a_second_note_of_a_number_is_a_paragraph_that_was_added(written, library, form):
    faults = told(edited(written(form), *SECOND[form]), library)
    assert len(faults) == 1
    assert "this paragraph was added" in faults[0]
    assert "All is well." in faults[0]


@pytest.mark.parametrize(
    ("form", "old", "new"),
    [
        ("docx", 'w:anchor="note_3"', 'w:anchor="note_4"'),
        ("html", 'href="#note-3"', 'href="#note-4"'),
        ("md", "[^3]", ""),
    ],
)
def test_a_citation_taken_away_is_named(written, library, form, old, new):
    assert told(edited(written(form), old, new), library)


@pytest.mark.parametrize(
    ("form", "old"),
    [
        ("html", '<li id="note-4" value="4">'),
        ("md", "[^4]: "),
    ],
)
def test_a_note_taken_away_is_named(written, library, form, old):
    path = written(form)
    text = path.read_text("utf-8")
    start = text.index(old)
    path.write_text(text[:start] + text[text.index("\n", start) :], "utf-8")
    assert any("4 None" in fault for fault in told(path, library))


def test_a_note_whose_number_was_changed_is_missed(written, library):
    path = edited(written("docx"), 'w:name="note_4"/>', 'w:name="note_40"/>')
    assert any("4 None it is missing from the pack" in fault for fault in told(path, library))


def test_the_last_note_taken_away_is_missed(written, library):
    path = written("md")
    text = path.read_text("utf-8")
    last = max(int(line[2 : line.index("]")]) for line in text.splitlines() if line.startswith("[^"))
    kept = [line for line in text.split("\n") if f"[^{last}]" not in line]
    path.write_text("\n".join(kept), "utf-8")
    assert f"{last} None it is missing from the pack" in told(path, library)


def test_deleted_and_hidden_words_in_word_are_not_shown_and_inserted_ones_are(written, library):
    path = written("docx")
    words = "Training reached 9 of 31 teams in 2024.”"
    inserted = (
        f'{words}</w:t></w:r><w:ins w:id="900" w:author="A"><w:r><w:rPr><w:rStyle w:val="Quotation"/></w:rPr>'
    )
    edited(path, f"{words}</w:t></w:r>", f"{inserted}<w:t>Really.</w:t></w:r></w:ins>")
    assert any("Really." in fault for fault in told(path, library))


def test_a_word_typed_into_a_quotation_without_its_style_is_one_fault(written, library):
    plain = "</w:t></w:r><w:r><w:t>never "
    again = '</w:t></w:r><w:r><w:rPr><w:rStyle w:val="Quotation"/></w:rPr><w:t>'
    path = edited(written("docx"), "Training reached", f"Training {plain}{again}reached")
    (fault,) = told(path, library)
    assert "shows “…Training never reached" in fault


def test_a_source_that_was_superseded_is_named_and_no_fault_of_the_pack(written, library, put, maker):
    path = written("md")
    put("audit.docx", "Files were closed early in 3 of 30 cases.")
    found = check(path, library)
    assert (found.good, found.faults, found.superseded) == (True, (), ("audit.docx",))
    assert "newer version of: audit.docx" in [one.text for one in check_paragraphs(found)][-1]


def test_a_source_that_left_the_library_is_named(written, library, maker):
    path = written("html")
    library.remove(maker.ids.audit)
    assert any("is not in the library" in fault for fault in told(path, library))


def test_a_source_whose_stored_words_were_changed_is_named(written, library, maker):
    path = written("docx")
    with sqlite3.connect(library.folder / "catalogue.db") as connection:
        connection.execute("UPDATE contents SET text = replace(text, '17 of 30', '7 of 30 ')")
    connection.close()
    assert any("audit.docx" in fault and "7 of 30" in fault for fault in told(path, library))


def test_a_source_whose_file_was_changed_is_named(written, library, maker):
    path = written("docx")
    (library.folder / "sources" / library.record("audit.docx").sha256).write_bytes(b"other")
    assert told(path, library) == ["None audit.docx its file in the library is missing or was changed"]


def test_a_changed_hash_in_the_list_of_documents_is_named(written, library):
    sha256 = library.record("audit.docx").sha256
    row, hash_ = told(edited(written("md"), f"| {sha256}", f"| {'0' * 64}"), library)
    assert "this paragraph is not as it was written" in row
    assert hash_ == "None audit.docx its hash is not the one that the pack lists"


def test_a_pdf_is_known_by_its_hash(written, library):
    path = written("pdf")
    path.write_bytes(path.read_bytes() + b"\n")
    assert told(path, library) == ["None None the PDF is not the one that was written: its hash is another"]
    path.with_name("pack.pdf.notes.json").unlink()
    assert "by which it could be checked" in told(path, library)[0]


def test_a_pdf_whose_source_changed_is_named(written, library, maker):
    path = written("pdf")
    library.remove(maker.ids.audit)
    assert any("is not in the library" in fault for fault in told(path, library))


@pytest.mark.parametrize(
    ("name", "data"), [("a.docx", b"no"), ("a.json", b"[]"), ("a.md", b"\xff\xfe"), ("a.html", b"")]
)
def test_what_is_no_pack_is_refused(library, tmp_path, name, data):
    (tmp_path / name).write_bytes(data)
    with pytest.raises(ReadError):
        check(tmp_path / name, library)


def test_an_ordinary_text_is_no_good_pack(library, tmp_path):
    (tmp_path / "a.md").write_text("“All is well.”", "utf-8")
    assert not check(tmp_path / "a.md", library).good


def test_a_file_that_is_not_there_or_of_no_format_is_a_wrong_request(library, tmp_path):
    with pytest.raises(NotFoundError):
        check(tmp_path / "none.docx", library)
    with pytest.raises(UsageError):
        check(tmp_path / "none.txt", library)


HOSTILE = [
    "He said “<script>alert(1)</script>” & left.",
    "| a | b | [^9] [x](javascript:alert(1)) ![i](http://x) `c` *d* _e_ ~~f~~ $g$",
    "#panic() {{ 7*7 }} {% raw %} \\input{x} =cmd|'/C calc'!A0 <!-- a --> ]]> &lt;",
    "1. A list – “nested “twice” here” — naïve 😀 שלום العربية ελληνικά 漢字",
    "Ends in a quotation: “yes.”",
    "a\\b\\\\c \\* \\[ \\| ^[inline]",
]


@pytest.mark.parametrize("line", HOSTILE)
@pytest.mark.parametrize("form", [*READABLE, "pdf", "json"])
def test_hostile_words_are_shown_as_they_are_and_found_again(make, library, tmp_path, form, line):
    maker = make(report=f"{line}\n{line} Again.\n{line} And again.")
    path = tmp_path / f"pack.{form}"
    write(maker.pack(marking=line, actions=False), [path])
    assert told(path, library) == []
    if form == "html":
        assert b"<script>" not in path.read_bytes()


def test_two_quotations_in_a_cell_of_markdown_are_two():
    row = "| Form | papers disagree: “In use: “all” of it.”[^1] (5 May); “Not in use.”[^2] (6 May) |\n"
    pack = read_markdown(row.encode(), "pack.md")
    assert [(one.text, one.note) for one in pack.quotes] == [("In use: “all” of it.", 1), ("Not in use.", 2)]
    (paragraph,) = pack.paragraphs
    assert paragraph.unnoted.startswith("Form | papers disagree: (5 May); (6 May)")
