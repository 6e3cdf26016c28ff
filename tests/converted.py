"""A Word paper and an Excel plan, and the same saved by LibreOffice in other formats.

The saved files are kept in `tests/unit/reading/files`. To make them anew, with LibreOffice at hand:
`python tests/converted.py`.
"""

from __future__ import annotations

import datetime
import io
import subprocess
import tempfile
import zipfile
from pathlib import Path

import docx
import openpyxl
from archives import saved
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from openpyxl.comments import Comment
from openpyxl.styles import PatternFill

FILES = Path(__file__).parent / "unit/reading/files"
SAVED = {"paper": ("docx", "odt", "rtf"), "plan": ("xlsx", "ods")}
"""Which formats each file is saved in; the first is the one that is made here."""
_LEFT_OUT = ("Thumbnails/", "Configurations2/", "settings.xml", "manifest.rdf")
"""Parts of an OpenDocument file that hold nothing of its text."""


def paper() -> bytes:
    """A Word document with all that a report has but pictures."""
    document = docx.Document()
    document.core_properties.title, document.core_properties.author = "Audit of supervision", "Jo Hale"
    document.core_properties.created = document.core_properties.modified = datetime.datetime(2024, 6, 12)
    document.sections[0].header.paragraphs[0].text = "Aldermere Safeguarding Children Partnership"
    document.add_heading("Audit of supervision", 0)
    document.add_heading("1. Summary", 1)
    document.add_paragraph(
        "Supervision was recorded in 14 of 20 files – ‘much improved’, at a cost of £9,500."
    )
    remarked = document.add_paragraph("The rest had ")
    run = remarked.add_run("gaps of three months")
    remarked.add_run(" or more.")
    document.add_comment(run, "Which teams?", "Amy Brown", "AB")
    document.add_heading("Recommendations", 2)
    for text in (
        "The Head of Service should check supervision records each month, from September 2024.",
        "The Health Trust should train 12 more supervisors by 31 March 2025.",
    ):
        document.add_paragraph(text, style="List Number")
    document.add_paragraph("Papers read:")
    for text, style in (("Case files", "List Bullet"), ("of 2023", "List Bullet 2"), ("Logs", "List Bullet")):
        document.add_paragraph(text, style=style)
    document.add_heading("Action plan", 1)
    table = document.add_table(rows=4, cols=3)
    rows = ("Action", "Lead", "RAG"), ("Write the policy", "Jo Hale", ""), ("Share it", "Amy Brown", "")
    for row, texts in zip(table.rows, rows, strict=False):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    table.rows[0]._tr.get_or_add_trPr().append(parse_xml(f"<w:tblHeader {nsdecls('w')}/>"))
    for row, colour in ((1, "00B050"), (2, "FF0000")):
        shade = parse_xml(f'<w:shd {nsdecls("w")} w:val="clear" w:color="auto" w:fill="{colour}"/>')
        table.cell(row, 2)._tc.get_or_add_tcPr().append(shade)
    table.cell(3, 0).merge(table.cell(3, 1)).text = "All of it by December"
    table.cell(3, 2).text = "Agreed"
    document.add_paragraph("What was seen of one child:")
    form = document.add_table(rows=2, cols=2)
    form.cell(0, 0).text, form.cell(1, 0).text = "Name:", "Visits:"
    form.cell(0, 1).text = "Child A"
    inner = form.cell(1, 1).add_table(rows=2, cols=2)
    for cell, text in zip(inner._cells, ("Month", "Seen", "May", "twice"), strict=True):
        cell.text = text
    document.add_paragraph("The next audit is in June 2025.")
    return saved(document)


def plan() -> bytes:
    """A workbook with what a plan has."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Plan"
    for row in (
        ["Improvement plan 2024"],
        [],
        ["Action", "Due", "Done", "Cost", "Progress", ""],
        ["", "", "", "", "Q1", "Q2"],
        ["Write the policy", datetime.date(2024, 3, 31), 0.25, 1200.5, "begun", ""],
        ["Share it", "in autumn", 1, 3, "", "done"],
    ):
        sheet.append(row)
    sheet["C5"].number_format = sheet["C6"].number_format = "0%"
    sheet["A5"].comment = Comment("Late since the move", "Al")
    for name in ("A3:A4", "B3:B4", "C3:C4", "D3:D4", "E3:F3"):
        sheet.merge_cells(name)
    log = book.create_sheet("Log")
    for row in (["No", "RAG", "What"], [1, "", "Asked"], [2, "", "Answered"]):
        log.append(row)
    log["B2"].fill, log["B3"].fill = (PatternFill("solid", fgColor=one) for one in ("FFFF0000", "FF00B050"))
    log.sheet_state = "hidden"
    return saved(book)


def saved_as(name: str) -> bytes:
    """The bytes of a file that LibreOffice saved, such as "paper.odt"."""
    return (FILES / name).read_bytes()


def _without_looks(data: bytes) -> bytes:
    """An OpenDocument file without what only its window needs."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as source,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for part in source.infolist():
            if not part.filename.startswith(_LEFT_OUT):
                kind = zipfile.ZIP_STORED if part.filename == "mimetype" else zipfile.ZIP_DEFLATED
                target.writestr(zipfile.ZipInfo(part.filename), source.read(part), kind)
    return out.getvalue()


def main() -> None:
    """Have LibreOffice save them."""
    FILES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        for (name, (made, *others)), data in zip(SAVED.items(), (paper(), plan()), strict=True):
            source = Path(folder, f"{name}.{made}")
            source.write_bytes(data)
            for form in others:
                command = ["soffice", "--headless", "--convert-to", form, "--outdir", folder, str(source)]
                subprocess.run(command, check=True, capture_output=True)
                found = Path(folder, f"{name}.{form}").read_bytes()
                kept = _without_looks(found) if found.startswith(b"PK") else found
                (FILES / f"{name}.{form}").write_bytes(kept)


if __name__ == "__main__":
    main()
