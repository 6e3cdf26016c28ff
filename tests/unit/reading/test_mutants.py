"""Small valid files of every format, damaged in thousands of ways: each is read or refused, quickly.

`SCRUTINY_MUTANTS=2000 pytest tests/unit/reading/test_mutants.py` (or `make torture-files`) tries more.
"""

from __future__ import annotations

import contextlib
import io
import os
import time
import zipfile

import converted
import docx
import openpyxl
import outlook
import pytest
from archives import saved
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from reportlab.pdfgen.canvas import Canvas

from ingest.errors import ReadError
from ingest.read import read

MUTANTS = int(os.environ.get("SCRUTINY_MUTANTS", "40"))
"""A format."""
SLOWEST = 10.0
"""Seconds of the processor for one small file."""

NASTY = [
    b"\x00" * 40,
    b"<" * 500,
    b"<div>" * 400,
    b"[" * 2000,
    b"(((((" * 300,
    b"> " * 800,
    b"- " * 400,
    b"|" * 1500,
    b"9" * 400,
    b"\xff\xfe\xfa",
    b"\xed\xa0\x80",
    "\u202e\U000e0041\u200b\u2028".encode(),
    b'<!DOCTYPE a [<!ENTITY b "c">]>',
    b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>',
    b'<td rowspan="99999" colspan="99999">x</td>',
    b'<w:gridSpan w:val="999999"/>',
    b'<w:vMerge w:val="restart"/>',
    b"trailer << /Size 99999999 /Root 1 0 R /Prev 0 >> startxref 0 %%EOF",
    b"/Type /Pages /Count 99999999 /Kids [1 0 R 1 0 R]",
    b"\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n",
    b"Content-Transfer-Encoding: base64\r\nContent-Type: text/plain; charset=utf-99\r\n",
    b'"' * 301,
    b"{\\*\\" * 300,
    b"\\u-1\\uc99\\itap99\\cellx-5\\row\\nestrow",
    b'<text:s text:c="999999999"/>',
    b'table:number-columns-repeated="999999999" table:number-rows-repeated="999999999"',
]


def pdf():
    stream = io.BytesIO()
    canvas = Canvas(stream, pageCompression=0)
    for line in range(6):
        canvas.drawString(72, 700 - 20 * line, f"{line}. The board should review plan {line} by March.")
    canvas.line(72, 500, 400, 500)
    canvas.save()
    return stream.getvalue()


def word():
    document = docx.Document()
    document.add_heading("Findings", 1)
    document.add_paragraph("Plans were late.", style="List Number")
    table = document.add_table(rows=2, cols=2)
    table.cell(0, 0).merge(table.cell(0, 1)).text = "Action"
    table.cell(1, 0).text = "Write it down"
    return saved(document)


def workbook():
    book = openpyxl.Workbook()
    for row in (
        ["Action", "Lead", "Due"],
        ["Write it down", "Head of service", 45000],
        ["Share it", None, 0.5],
    ):
        book.active.append(row)
    return saved(book)


HTML = (
    b"<!doctype html><html><head><meta charset=utf-8><title>Audit</title></head><body><h1>Audit</h1><p>Plans."
    b"<ol start=3><li>One<li>Two</ol><table><tr><th>A<th>B<tr><td rowspan=2>1<td>2<tr><td>3</table></body>"
)
MARKDOWN = (
    b"# Audit\n\n1. One\n   - two\n\n| A | B |\n|---|---|\n| 1 | 2 |\n\n> quoted\n\n```\ncode\n```\n[a](b)\n"
)
MAIL = b"\r\n".join(
    [
        b"From: a@b.org",
        b"To: c@d.org",
        b"Subject: =?utf-8?q?Audit_plan?=",
        b"Date: Mon, 3 Jun 2024 09:00:00 +0000",
        b"MIME-Version: 1.0",
        b"Content-Type: multipart/mixed; boundary=q",
        b"",
        b"--q\r\nContent-Type: text/html\r\n\r\n<p>Please read.</p>",
        b"--q\r\nContent-Type: message/rfc822\r\n\r\nSubject: Inner\r\n\r\nHello",
        b"--q--\r\n",
    ]
)
RICH = (
    rb"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0\fcharset0 Arial;}}{\colortbl;\red255\green0\blue0;}"
    rb"{\stylesheet{\s1\outlinelevel0 heading 1;}}\pard\s1 Audit\par\pard {\listtext 1.\tab}One \u8211?\par"
    rb"\trowd\trhdr\cellx900\clcbpat1\cellx1800\pard\intbl A\cell B\cell\row\trowd\cellx1800\intbl 1\cell\row"
    rb"\pard Note{\footnote Below}{\*\atrfstart 1}this{\*\atrfend 1}{\*\annotation{\*\atnref 1}Why?}\par}"
)
FILES = {
    "a.pdf": pdf(),
    "a.docx": word(),
    "a.xlsx": workbook(),
    "a.html": HTML,
    "a.md": MARKDOWN,
    "a.txt": b"Audit of plans\n\n1. The plan was late.\n\x0cSecond page, second paragraph of words.\n",
    "a.csv": b'Action,Lead,Due\n"Write, it ""down""",Head,1/2/2024\nShare it,,\n',
    "a.eml": MAIL,
    "a.odt": converted.saved_as("paper.odt"),
    "a.ods": converted.saved_as("plan.ods"),
    "a.rtf": RICH,
    "a.msg": outlook.outlook(
        {outlook.SUBJECT: "Audit plan", outlook.BODY: "Please read.", outlook.SENDER: "a@b.org"},
        [("c", "c@d.org", 1)],
        [("a.csv", b"Action,Lead\nTrain,Jo\n"), ("", outlook.message({outlook.BODY: "Inner"}, head=24))],
    ),
}

places = st.floats(0, 1, exclude_max=True)
changes = st.lists(
    st.one_of(
        st.tuples(st.just("put"), places, st.one_of(st.sampled_from(NASTY), st.binary(max_size=12))),
        st.tuples(st.just("overwrite"), places, st.binary(min_size=1, max_size=8)),
        st.tuples(st.just("cut"), places, st.integers(1, 400)),
        st.tuples(st.just("repeat"), places, st.integers(2, 60)),
        st.tuples(st.just("end"), places, st.none()),
    ),
    min_size=1,
    max_size=4,
)


def changed(data, kind, place, what):
    """The bytes with one change made at a place, 0 the start and 1 the end."""
    at = int(place * len(data))
    if kind == "put":
        return data[:at] + what + data[at:]
    if kind == "overwrite":
        return data[:at] + what + data[at + len(what) :]
    if kind == "cut":
        return data[:at] + data[at + what :]
    return data[:at] + data[at : at + 60] * what + data[at + 60 :] if kind == "repeat" else data[:at]


def mutant(data, plan, part):
    """The file with changes; `part` (0 to 1) says in which part of an archive, None in the archive itself."""
    if part is None or not data.startswith(b"PK"):
        for change in plan:
            data = changed(data, *change)
        return data
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = [(name, archive.read(name)) for name in archive.namelist()]
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for number, (name, content) in enumerate(parts):
            archive.writestr(
                name, mutant(content, plan, None) if number == int(part * len(parts)) else content
            )
    return out.getvalue()


@pytest.mark.parametrize("name", FILES)
@settings(
    max_examples=MUTANTS,
    deadline=None,
    derandomize="SCRUTINY_MUTANTS" not in os.environ,
    database=None,
    suppress_health_check=list(HealthCheck),
)
@given(plan=changes, part=st.one_of(st.none(), places))
@example(plan=[("end", 0.999, None)], part=None)
def test_a_damaged_file_is_read_or_refused_quickly(tmp_path_factory, no_extra, name, plan, part):
    path = tmp_path_factory.mktemp("mutant") / name
    path.write_bytes(mutant(FILES[name], plan, part))
    began = time.process_time()
    with contextlib.suppress(ReadError):
        document = read(path)
        document.text.encode()
        assert all(0 <= block.start < block.end <= len(document.text) for block in document.blocks)
        assert document.title.strip()
    assert time.process_time() - began < SLOWEST
