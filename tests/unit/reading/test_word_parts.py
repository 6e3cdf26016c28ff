"""What Word keeps beside the running text: tables in tables, comments and tracked changes."""

from __future__ import annotations

import docx
import pytest
from archives import packed, parts_of, saved

from ingest.read import read

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def word(body, comments=None):
    """The bytes of a Word document with this XML in its body and its part of comments."""
    parts = parts_of(saved(docx.Document()))
    parts["word/document.xml"] = f"<w:document {W}><w:body>{body}</w:body></w:document>"
    if comments is not None:
        more = f'<Relationship Id="c" Type="{_KINDS}/comments" Target="comments.xml"/></Relationships>'
        related = parts["word/_rels/document.xml.rels"].replace(b"</Relationships>", more.encode())
        parts |= {"word/_rels/document.xml.rels": related, "word/comments.xml": comments}
    return packed(parts)


def run(text):
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def para(*parts):
    return f"<w:p>{''.join(parts)}</w:p>"


def table(*rows):
    cells = ["".join(f"<w:tc>{cell}<w:p/></w:tc>" for cell in row) for row in rows]
    return "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in cells) + "</w:tbl>"


def comment(number, author, *texts):
    paragraphs = "".join(para(run(text)) for text in texts)
    return f'<w:comment w:id="{number}" w:author="{author}">{paragraphs}</w:comment>'


INNER = table(
    [para(run("Action")), para(run("Lead"))],
    [para(run("Train carers")), para(run("Jo Ash"))],
    [para(run("Audit plans")), para(run("Al Pike"))],
)


def test_a_table_within_a_form_is_a_table_at_its_place_and_stands_once(save, blocks_of):
    form = table(
        [para(run("Meeting:")), para(run("Executive group"))],
        [para(run("Actions agreed:")), INNER],
        [para(run("Next meeting:")), para(run("4 May 2024"))],
    )
    assert blocks_of(read(save("a.docx", word(form)))) == [
        ("table_row", "Meeting: | Executive group"),
        ("table_row", "Actions agreed: | "),
        ("table_header", "Action | Lead"),
        ("table_row", "Train carers | Jo Ash"),
        ("table_row", "Audit plans | Al Pike"),
        ("table_row", "Next meeting: | 4 May 2024"),
    ]


def test_a_table_within_a_table_with_a_header_follows_it_and_has_a_number_of_its_own(save, blocks_of):
    outer = table(
        [para(run("Theme")), para(run("Detail"))],
        [para(run("Neglect")), para(run("See below.")) + INNER],
        [para(run("Harm")), para(run("None."))],
    )
    document = read(save("a.docx", word(outer)))
    assert blocks_of(document) == [
        ("table_header", "Theme | Detail"),
        ("table_row", "Neglect | See below."),
        ("table_row", "Harm | None."),
        ("table_header", "Action | Lead"),
        ("table_row", "Train carers | Jo Ash"),
        ("table_row", "Audit plans | Al Pike"),
    ]
    assert [block.table for block in document.blocks] == [0, 0, 0, 1, 1, 1]


def test_tables_three_deep_each_stand_once(save):
    deepest = table([para(run("One")), para(run("Two"))], [para(run("three")), para(run("four"))])
    middle = table([para(run("Step")), para(run("Detail"))], [para(run("five")), deepest])
    text = read(
        save("a.docx", word(table([para(run("A")), para(run("B"))], [para(run("six")), middle])))
    ).text
    assert [text.count(name) for name in ("three", "four", "five", "six", "One | Two")] == [1] * 5


NESTED = """<table><tr><th>Theme</th><th>Detail</th></tr><tr><td>Neglect</td><td>See below.
<table><tr><th>Action</th><th>Lead</th></tr><tr><td>Train carers</td><td>Jo Ash</td></tr></table></td></tr>
<tr><td>Harm</td><td>None.</td></tr></table><p>The end.</p>"""


def test_a_table_within_a_table_of_a_page_is_read_apart(save, blocks_of):
    document = read(save("a.html", f"<html><body>{NESTED}</body></html>"))
    assert blocks_of(document) == [
        ("table_header", "Theme | Detail"),
        ("table_row", "Neglect | See below."),
        ("table_row", "Harm | None."),
        ("table_header", "Action | Lead"),
        ("table_row", "Train carers | Jo Ash"),
        ("paragraph", "The end."),
    ]


def test_comments_follow_the_text_with_their_author_and_the_words_they_are_about(save, blocks_of):
    body = para(
        run("The guide is "),
        '<w:commentRangeStart w:id="0"/>',
        run("launched"),
        '<w:del w:id="9"><w:r><w:delText>never</w:delText></w:r></w:del>',
        run(" in May"),
        '<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>',
        run("."),
    )
    told = comment(0, "Jo Ash", "No: it slipped.", "Ask Al.") + comment(1, "", "Thanks")
    comments = f"<w:comments {W}>{told}</w:comments>"
    assert blocks_of(read(save("a.docx", word(body, comments)))) == [
        ("paragraph", "The guide is launched in May."),
        ("heading", "Comments"),
        ("paragraph", "Comment by Jo Ash on “launched in May”: No: it slipped. Ask Al."),
        ("paragraph", "Comment: Thanks"),
    ]


@pytest.mark.parametrize("comments", ["<w:comments", f"<w:comments {W}></w:comments>"])
def test_damaged_or_missing_comments_cost_nothing_else(save, blocks_of, comments):
    assert blocks_of(read(save("a.docx", word(para(run("The text.")), comments)))) == [
        ("paragraph", "The text.")
    ]


def test_text_inserted_while_changes_are_tracked_is_text_and_text_deleted_is_not(save):
    body = para(
        run("Due "),
        '<w:del w:id="1" w:author="Jo"><w:r><w:delText>31 May</w:delText></w:r></w:del>',
        f'<w:ins w:id="2" w:author="Jo">{run("30 June")}</w:ins>',
        f'<w:moveFrom w:id="3">{run(" moved away")}</w:moveFrom>',
        f'<w:moveTo w:id="4">{run(" 2024")}</w:moveTo>',
    )
    gone = (
        '<w:tr><w:tc><w:p><w:del w:id="5"><w:r><w:delText>gone</w:delText></w:r></w:del></w:p></w:tc></w:tr>'
    )
    kept = table([para(run("Action")), para(run("Lead"))], [para(run("Train")), para(run("Jo"))])
    text = read(save("a.docx", word(body + kept.replace("</w:tbl>", gone + "</w:tbl>")))).text
    assert text == "Due 30 June 2024\nAction | Lead\nTrain | Jo"


def test_of_long_words_that_are_commented_on_the_beginning_is_shown(save):
    body = para(
        '<w:commentRangeStart w:id="0"/>', run("Supervision of neglect " * 9), '<w:commentRangeEnd w:id="0"/>'
    )
    comments = f"<w:comments {W}>{comment(0, 'Jo', 'Why?')}</w:comments>"
    told = read(save("a.docx", word(body, comments))).text.split("\n")[-1]
    assert told == "Comment by Jo on “Supervision of neglect Supervision of neglect Supervision…”: Why?"
