"""The pack as DOCX, PDF, HTML, Markdown and JSON: readable, accessible, and the same bytes each time."""

import io
import json
import re
import zipfile

import docx
import jsonschema
import pytest
from lxml import etree, html
from pypdf import PdfReader

from assistant.charts.chart import Chart, Series
from assistant.machine.text import schema_of
from assistant.pack.document import PackDocument, Picture
from assistant.pack.write import rendered, write
from ingest.errors import UsageError

FORMATS = ("docx", "pdf", "html", "md", "json")
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def with_chart(pack):
    series = (Series("open", (1.0, 2.0)), Series("done <b>", (2.0, 0.0)))
    chart = Chart("Actions by agency", "stacked_bars", "count", ("Council", "Health & care"), series)
    fields = {name: getattr(pack.document, name) for name in PackDocument.__slots__}
    blocks = (*pack.document.blocks, Picture(chart))
    return type(pack)(PackDocument(**{**fields, "blocks": blocks}), pack.material)


def part(data, name):
    return zipfile.ZipFile(io.BytesIO(data)).read(name).decode()


@pytest.mark.parametrize("form", FORMATS)
def test_two_builds_of_one_library_are_the_same_bytes(maker, form):
    assert rendered(with_chart(maker.pack()), form) == rendered(with_chart(maker.pack()), form)


@pytest.mark.parametrize("form", FORMATS)
def test_nothing_in_a_file_tells_when_or_where_it_was_made(pack, form, tmp_path):
    data = rendered(pack, form)
    assert str(tmp_path).encode() not in data
    if form == "docx":
        assert {entry.date_time for entry in zipfile.ZipFile(io.BytesIO(data)).infolist()} == {
            (1980, 1, 1, 0, 0, 0)
        }


def test_word_has_real_headings_and_table_heads(pack):
    data = rendered(pack, "docx")
    opened = docx.Document(io.BytesIO(data))
    styles = [paragraph.style.name for paragraph in opened.paragraphs]
    assert styles.count("Heading 1") == 9
    assert styles[:2] == ["Title", "Subtitle"]
    document = etree.fromstring(part(data, "word/document.xml").encode())
    for table in document.iter(f"{W}tbl"):
        assert table.find(f"{W}tr/{W}trPr/{W}tblHeader") is not None
        assert table.find(f"{W}tblPr/{W}tblCaption").get(f"{W}val")


def test_words_document_has_its_language_title_day_and_marking(pack):
    data = rendered(pack, "docx")
    assert 'w:lang w:val="en-GB"' in part(data, "word/styles.xml")
    core = docx.Document(io.BytesIO(data)).core_properties
    assert (core.title, core.created.date().isoformat()) == ("Challenge pack: Aldermere", "2025-06-30")
    for name in ("word/header1.xml", "word/footer1.xml"):
        assert "OFFICIAL-SENSITIVE" in part(data, name)


def test_words_bookmarks_have_names_of_their_own_and_marks_and_notes_lead_to_each_other(pack):
    document = etree.fromstring(part(rendered(pack, "docx"), "word/document.xml").encode())
    names = [mark.get(f"{W}name") for mark in document.iter(f"{W}bookmarkStart")]
    assert len(names) == len(set(names))
    assert all(re.fullmatch(r"[A-Za-z]\w{0,39}", name) for name in names)
    led = {link.get(f"{W}anchor") for link in document.iter(f"{W}hyperlink")}
    assert led <= set(names)
    assert {f"{kind}_{note.n}" for kind in ("mark", "note") for note in pack.document.notes} <= led


def test_words_notes_stand_in_the_text_and_not_at_the_foot_of_a_page(pack):
    data = rendered(pack, "docx")
    assert "word/footnotes.xml" not in zipfile.ZipFile(io.BytesIO(data)).namelist()
    styles = [one.style.name for one in docx.Document(io.BytesIO(data)).paragraphs]
    assert styles.count("Note") == len(pack.document.notes)
    assert all(
        styles[at - 1] in ("Note", "Notes Heading") for at, name in enumerate(styles) if name == "Note"
    )


def test_a_chart_has_its_values_in_words_in_every_format(pack):
    pack = with_chart(pack)
    described = "Council: open 1, done <b> 2."
    drawn = part(rendered(pack, "docx"), "word/document.xml")
    assert "Council: open 1, done &lt;b&gt; 2." in drawn
    assert described in html.fromstring(rendered(pack, "html").decode()).text_content()
    assert "Council: open 1, done \\<b\\> 2." in rendered(pack, "md").decode()


def test_the_pdf_is_tagged_and_has_title_language_and_marking_on_each_page(pack):
    reader = PdfReader(io.BytesIO(rendered(pack, "pdf")))
    root = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "en-GB"
    assert reader.metadata.title == "Challenge pack: Aldermere"
    assert all(page.extract_text().count("OFFICIAL-SENSITIVE") == 2 for page in reader.pages)
    assert "pdfuaid" in root["/Metadata"].get_data().decode()


def test_the_pdf_shows_each_note_once_and_every_quotation(pack):
    reader = PdfReader(io.BytesIO(rendered(pack, "pdf")))
    text = " ".join(" ".join(page.extract_text() for page in reader.pages).split())
    for note in pack.document.notes:
        assert note.quote in text
        assert f"[{note.place.reference}]" in text


def test_the_page_has_landmarks_one_main_heading_and_no_reference_elsewhere(pack):
    data = rendered(with_chart(pack), "html").decode()
    root = html.document_fromstring(data)
    assert root.get("lang") == "en-GB"
    assert [len(root.xpath(f"//{tag}")) for tag in ("main", "h1", "header", "footer", "nav")] == [
        1,
        1,
        1,
        1,
        1,
    ]
    assert not root.xpath("//script | //link | //iframe | //img[not(starts-with(@src, 'data:'))]")
    links = root.xpath("//@href")
    assert all(link.startswith("#") for link in links)
    ids = root.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert {link[1:] for link in links} <= set(ids)


def test_the_page_has_table_heads_and_captions(pack):
    root = html.document_fromstring(rendered(pack, "html").decode())
    for table in root.xpath("//table"):
        assert table.xpath("./caption")[0].text_content().strip()
        assert all(head.get("scope") == "col" for head in table.xpath("./thead//th"))
        assert all(row.xpath("./th[@scope='row']") for row in table.xpath("./tbody/tr"))


def test_the_json_pack_fits_its_schema(maker):
    maker.challenge()
    maker.judge("rejected", "report", "Training reached 9 of 31 teams in 2024.")
    made = json.loads(rendered(maker.pack(), "json"))
    jsonschema.Draft202012Validator(schema_of("pack-file")).validate(made)


def test_the_format_follows_the_files_name_and_a_pdf_has_a_sidecar(pack, tmp_path):
    files = write(pack, [tmp_path / "pack.PDF", tmp_path / "pack.md"])
    assert [(file.path.name, file.format) for file in files] == [
        ("pack.PDF", "pdf"),
        ("pack.PDF.notes.json", "json"),
        ("pack.md", "md"),
    ]
    with pytest.raises(UsageError, match="no format of a pack"):
        write(pack, [tmp_path / "good.md", tmp_path / "pack.txt"])
    assert not (tmp_path / "good.md").exists()


def test_a_pack_without_a_marking_shows_none(maker):
    bare = maker.pack(marking="")
    assert "header" not in {
        node.tag for node in html.document_fromstring(rendered(bare, "html").decode()).iter()
    }
    assert rendered(bare, "pdf")
    assert "Marking" not in part(rendered(bare, "docx"), "word/header1.xml")
