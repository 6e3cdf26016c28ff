"""DOCX rendering with python-docx: real heading and list styles, tables, a running head and page numbers."""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import Path
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

from corpus.sources.archive import settle
from corpus.sources.markup import Block, curl, plain


def _field(paragraph: Any, code: str) -> None:
    """A field such as PAGE, which the word processor fills in."""
    run = paragraph.add_run()
    for kind, text in (("begin", ""), ("", code), ("end", "")):
        element = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            element.set(qn("w:fldCharType"), kind)
        else:
            element.text = text
        run._r.append(element)


def _runs(paragraph: Any, text: str) -> None:
    """The text with its bold parts as runs of their own."""
    for part in re.split(r"(\*\*.+?\*\*)", curl(text)):
        paragraph.add_run(plain(part)).bold = True if part.startswith("**") else None


def _table(document: Any, block: Block) -> None:
    table = document.add_table(rows=0, cols=len(block.rows[0]), style="Table Grid")
    for number, row in enumerate(block.rows):
        cells = table.add_row().cells
        for column, text in enumerate(row):
            paragraph = cells[column].paragraphs[0]
            paragraph.add_run(plain(curl(text))).bold = number == 0 or None
            paragraph.runs[0].font.size = Pt(9)
            if block.widths:
                cells[column].width = Cm(24 * block.widths[column] / sum(block.widths))
    header = table.rows[0]._tr.get_or_add_trPr()
    header.append(OxmlElement("w:tblHeader"))
    document.add_paragraph()


def _add(document: Any, block: Block) -> None:
    text = block.text
    if block.kind == "table":
        _table(document, block)
    elif block.kind == "heading":
        level = block.level or 1
        document.add_heading(plain(curl(f"{block.marker} {text}".strip())), level)
    elif block.kind == "title":
        document.add_heading(plain(curl(text)), 0)
    elif block.kind == "bullet":
        _runs(document.add_paragraph(style="List Bullet"), text)
    elif block.kind in ("numbered", "item"):
        _runs(document.add_paragraph(), f"{block.marker}\t{text}")
    elif block.kind == "front":
        _runs(document.add_paragraph(), f"**{text}**")
    elif block.kind == "subtitle":
        _runs(document.add_paragraph(style="Subtitle"), text)
    elif block.kind == "landscape":
        section = document.add_section()
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = section.page_height, section.page_width
    elif block.kind != "toc":
        _runs(document.add_paragraph(), text)


def write_docx(path: Path, blocks: list[Block], plan: dict[str, str], made: datetime) -> None:
    """Write the DOCX, with the same bytes for the same blocks. It has no pages until it is laid out."""
    document = Document()
    document.styles["Normal"].font.name = "Arial"
    document.styles["Normal"].font.size = Pt(11)
    section = document.sections[0]
    section.header.paragraphs[0].text = plan["head"]
    footer = section.footer.paragraphs[0]
    footer.add_run("Page ")
    _field(footer, "PAGE")
    for block in blocks:
        _add(document, block)
    properties = document.core_properties
    properties.title, properties.author = plan["title"], plan["organisation"]
    properties.created = properties.modified = made
    properties.last_modified_by, properties.comments = "", ""
    document.save(str(path))
    settle(path)
