"""Whatever a reader of a pack sees is held against its sources, or against what was written."""

import re
import zipfile
from dataclasses import replace

import pytest
from archives import packed, parts_of

from assistant.answer import Challenge
from assistant.pack.verify.check import check
from assistant.pack.verify.fingerprints import fingerprinted
from assistant.pack.write import rendered, write

READABLE = ("docx", "html", "md")
ASKED = "“Files were closed early in 17 of 30 cases”: What is being done?"


@pytest.fixture
def written(maker, tmp_path):
    """A pack whose challenge quotes the third source of its ledger, as text."""
    ledgers = maker.ledgers()
    first = replace(ledgers[0], challenges=(Challenge(ASKED, (4,)),))
    maker.ledgers = lambda: [first, *ledgers[1:]]

    def written_(form):
        path = tmp_path / f"pack.{form}"
        write(maker.pack(), [path])
        return path

    return written_


def changed(path, change):
    """The file after a change of its text, a Word document inside its main part."""
    if path.suffix != ".docx":
        before = path.read_text("utf-8")
        path.write_text(change(before), "utf-8")
        assert path.read_text("utf-8") != before
        return path
    parts = parts_of(path.read_bytes())
    before = parts["word/document.xml"].decode()
    assert change(before) != before
    path.write_bytes(packed({**parts, "word/document.xml": change(before)}))
    return path


def other(old, new, at=0):
    """A change of the words at the n-th place where they stand."""

    def change(text):
        parts = text.split(old)
        return old.join(parts[: at + 1]) + new + old.join(parts[at + 1 :])

    return change


def faults(path, library):
    return check(path, library).faults


def told(path, library):
    return [(fault.kind, fault.section, fault.what) for fault in faults(path, library)]


@pytest.mark.parametrize("form", READABLE)
def test_a_pack_that_quotes_in_its_challenges_is_good_as_written(written, library, form):
    assert told(written(form), library) == []


@pytest.mark.parametrize("form", READABLE)
@pytest.mark.parametrize(
    ("at", "section"), [(0, "The board at a glance"), (1, "1. How far is lessons shown?")]
)
def test_a_word_dropped_from_a_quotation_of_a_challenge_is_false_words(written, library, form, at, section):
    asked = "Files were closed early in 17 of 30 cases”:"
    path = changed(written(form), other(asked, asked.replace("early ", ""), at))
    ((kind, where, what),) = told(path, library)
    assert (kind, where) == ("false", section)
    assert "“Files were closed in 17 of 30 cases”" in what


@pytest.mark.parametrize("form", READABLE)
@pytest.mark.parametrize(
    ("old", "new", "section"),
    [
        ("There is evidence on both sides", "There is evidence for it", "1. How far is lessons shown?"),
        ("Evidenced in part", "Evidenced", "The board at a glance"),
        ("What is being done?", "What was done?", "The board at a glance"),
        ("A count of themes", "A count of nothing", "1. How far is lessons shown?"),
        ("more</b> training", "less</b> training", "1. How far is lessons shown?"),
    ],
)
def test_a_changed_word_of_the_packs_own_is_an_edit(written, library, form, old, new, section):
    marked = {"html": ("<b>", "&lt;b&gt;"), "docx": ("<b>", "&lt;b&gt;"), "md": ("<b>", "\\<b\\>")}[form]
    close = (marked[0].replace("<", "</"), marked[1].replace("b", "/b"))
    old, new = old.replace(*close), new.replace(*close)
    ((kind, where, what),) = told(changed(written(form), other(old, new)), library)
    assert (kind, where) == ("edited", section)
    assert what.startswith("this paragraph is not as it was written: “")


ADDED = {
    "html": ("</body>", "<p>{0}</p></body>"),
    "md": ("\n\n**OFFICIAL-SENSITIVE**\n", "\n\n{0}\n\n**OFFICIAL-SENSITIVE**\n"),
    "docx": ("<w:sectPr>", "<w:p><w:r><w:t>{0}</w:t></w:r></w:p><w:sectPr>"),
}


@pytest.mark.parametrize("form", READABLE)
def test_an_invented_quotation_that_is_added_is_false_words(written, library, form):
    old, new = ADDED[form]
    path = changed(written(form), other(old, new.format("“All is outstanding in every respect.” [1]")))
    first = faults(path, library)[0]
    assert first.kind == "false"
    assert first.what == (
        "shows in quotation marks what no source says: “All is outstanding in every respect.”"
    )


@pytest.mark.parametrize("form", READABLE)
def test_a_sentence_that_is_added_is_an_edit(written, library, form):
    old, new = ADDED[form]
    path = changed(written(form), other(old, new.format("All is well.")))
    assert "this paragraph was added: “All is well.”" in [what for _, _, what in told(path, library)]


@pytest.mark.parametrize("form", READABLE)
def test_true_words_in_an_added_quotation_are_an_edit_only(written, library, form):
    old, new = ADDED[form]
    path = changed(written(form), other(old, new.format("“All staff know the pathway.”")))
    assert {kind for kind, _, _ in told(path, library)} == {"edited"}


@pytest.mark.parametrize(
    ("form", "gone"),
    [
        ("md", r"- A count of themes.*\n"),
        ("html", r"<li>A count of themes.*?</li>"),
        ("docx", r"(?<=</w:p>)<w:p>(?:(?!<w:p>).)*A count of themes.*?</w:p>"),
    ],
)
def test_a_paragraph_that_is_taken_out_is_missed_after_the_one_before(written, library, form, gone):
    ((kind, section, what),) = told(
        changed(written(form), lambda text: re.sub(gone, "", text, count=1)), library
    )
    assert (kind, section) == ("edited", "1. How far is lessons shown?")
    assert re.fullmatch("1 paragraph that was written is missing after “.*Where .* silent.*”", what)


@pytest.mark.parametrize("form", READABLE)
def test_a_mark_that_leads_to_another_note_is_an_edit(written, library, form):
    old = {"md": "?[^1]", "html": 'href="#note-1"', "docx": "?</w:t></w:r>"}[form]
    new = {"md": "?[^2]", "html": 'href="#note-2"', "docx": "?</w:t></w:r><w:r><w:t>2</w:t></w:r>"}[form]
    assert "edited" in {kind for kind, _, _ in told(changed(written(form), other(old, new)), library)}


@pytest.mark.parametrize(
    ("form", "gone"),
    [("html", '<meta name="fingerprints"'), ("md", "<!-- fingerprints: ")],
)
def test_a_pack_without_fingerprints_says_what_was_not_compared(written, library, form, gone):
    path = changed(written(form), other(gone, gone.replace("fingerprints", "other")))
    (unchecked,) = [fault for fault in faults(path, library) if fault.kind == "unchecked"]
    assert "an earlier version" in unchecked.what
    assert "write the pack again" in unchecked.what


def test_words_hidden_by_a_style_are_not_shown(written, library):
    path = changed(written("html"), other('<p class="lead">', '<p class="lead" style="display: none">'))
    assert any("missing" in what for _, _, what in told(path, library))


@pytest.mark.parametrize("form", READABLE)
def test_fingerprints_hold_no_words_and_are_the_same_each_time(maker, form):
    assert rendered(maker.pack(), form) == rendered(maker.pack(), form)


def test_word_may_bring_its_contents_and_page_numbers_up_to_date(written, library):
    path = written("docx")
    text = zipfile.ZipFile(path).read("word/document.xml").decode()
    heading = "The board at a glance</w:t></w:r></w:hyperlink>"
    assert heading in text
    paged = heading.replace("</w:hyperlink>", "<w:r><w:tab/></w:r><w:r><w:t>2</w:t></w:r></w:hyperlink>")
    assert told(changed(path, other(heading, paged)), library) == []


def test_a_mark_that_another_program_saved_in_several_parts_is_the_same_mark(written, library):
    def saved(text):
        run = r'(w:anchor="note_\d+")(>)(<w:r><w:rPr>.*?</w:rPr><w:t xml:space="preserve">)(\d)'
        return re.sub(run, r'\1 w:history="1"\2\3\4</w:t></w:r><w:proofErr w:type="spellEnd"/>\3', text)

    assert told(changed(written("docx"), saved), library) == []


def forged(path):
    """The file with the fingerprints of what it shows now."""
    plain = re.sub(
        r'<meta name="fingerprints".*\n|\n<!-- fingerprints: .* -->\n', "", path.read_text("utf-8")
    )
    path.write_bytes(fingerprinted(plain.encode(), path.suffix[1:]))
    return path


@pytest.mark.parametrize("form", ["html", "md"])
def test_a_false_quotation_is_found_under_forged_fingerprints_too(written, library, form):
    asked = "Files were closed early in 17 of 30 cases”:"
    path = forged(changed(written(form), other(asked, asked.replace("early ", ""), 1)))
    ((kind, section, what),) = told(path, library)
    assert (kind, section) == ("false", "1. How far is lessons shown?")
    assert "“Files were closed in 17 of 30 cases”" in what


QUOTED = [
    ("“Exploitation and missing children” is a weakness. What is different?", "a theme's name"),
    ("The chair calls it “a journey, not a place”: is it?", "the scrutineer's own words"),
    ("“Files were closed early … of 30 cases”: why?", "words left out"),
    ("Why “closed early in 17", "a quotation without its end"),
    ('Is 5" of 30" enough?', "inches"),
]


@pytest.mark.parametrize("asked", [words for words, _ in QUOTED], ids=[name for _, name in QUOTED])
@pytest.mark.parametrize("form", READABLE)
def test_what_a_pack_may_put_in_quotation_marks_is_good_as_written(maker, library, tmp_path, form, asked):
    maker.challenge(text="The chair calls it “a journey, not a place”: is it?")
    ledgers = maker.ledgers()
    maker.ledgers = lambda: [replace(ledgers[0], challenges=(Challenge(asked, (4,)),)), *ledgers[1:]]
    path = tmp_path / f"pack.{form}"
    write(maker.pack(), [path])
    assert told(path, library) == []
