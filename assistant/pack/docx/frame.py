"""What stands around the text of the Word document: title page, header, footer, numbering."""

from __future__ import annotations

from assistant.pack.document import PackDocument
from assistant.pack.docx.body import NUMBERED_FROM
from assistant.pack.docx.xml import HEAD, NAMESPACES, field, paragraph, run
from assistant.pack.shown import day_words


def title_page(pack: PackDocument) -> str:
    """Title, subject, what the pack rests on, and the statement about its quotations."""
    tab = "<w:r><w:tab/></w:r>"
    stop = '<w:tabs><w:tab w:val="left" w:pos="2700"/></w:tabs>'
    facts = [paragraph(run(name, "Quiet") + tab + run(value), "", stop) for name, value in pack.facts]
    space = '<w:spacing w:before="600"/><w:ind w:right="1800"/>'
    return (
        paragraph(run(pack.title), "Title")
        + paragraph(run(pack.subject), "Subtitle")
        + "".join(facts)
        + paragraph(run(pack.statement), "", space)
    )


def header(pack: PackDocument) -> str:
    """The marking, then title and day."""
    marking = paragraph(run(pack.marking), "Marking") if pack.marking else ""
    line = (
        run(f"{pack.title}: {pack.subject}") + "<w:r><w:tab/></w:r>" + run(f"as of {day_words(pack.as_of)}")
    )
    return f"{HEAD}<w:hdr {NAMESPACES}>{marking}{paragraph(line, 'Header')}</w:hdr>"


def footer(pack: PackDocument) -> str:
    """The page's number, then the marking."""
    number = field("PAGE", "1") + run(" of ") + field("NUMPAGES", "1")
    marking = paragraph(run(pack.marking), "Marking") if pack.marking else ""
    return f"{HEAD}<w:ftr {NAMESPACES}>{paragraph(number, 'Footer')}{marking}</w:ftr>"


def numbering(numbered_lists: int) -> str:
    """One bulleted list, and a numbered one that begins at 1 for each list of the pack."""
    indent = '<w:pPr><w:ind w:left="340" w:hanging="340"/></w:pPr>'
    bullet = (
        '<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0">'
        f'<w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="–"/><w:lvlJc w:val="left"/>{indent}'
        "</w:lvl></w:abstractNum>"
    )
    number = (
        '<w:abstractNum w:abstractNumId="1"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0">'
        '<w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/><w:lvlJc w:val="left"/>'
        f"{indent}</w:lvl></w:abstractNum>"
    )
    lists = "".join(
        f'<w:num w:numId="{NUMBERED_FROM + at}"><w:abstractNumId w:val="1"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
        for at in range(numbered_lists)
    )
    first = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    return f"{HEAD}<w:numbering {NAMESPACES}>{bullet}{number}{first}{lists}</w:numbering>"
