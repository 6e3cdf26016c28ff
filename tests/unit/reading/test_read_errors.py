"""Files that are refused, each with what is wrong and what to do."""

from __future__ import annotations

import contextlib
import io
import time
import zipfile

import pypdf
import pytest
from archives import packed

from ingest.errors import EmptyFileError, EncryptedError, NotFoundError, ReadError, UnknownFormatError
from ingest.read import read


def archive(**parts):
    """A ZIP archive of these parts."""
    named = {name.replace("__", "/") + ".xml": content for name, content in parts.items()}
    return packed({**named, "[Content_Types].xml": "<Types/>"})


@pytest.mark.parametrize("data", [b"", b" \n\t\r\n", b"\x00\x00"], ids=["no bytes", "white space", "zeros"])
def test_an_empty_file_is_called_empty(save, data):
    with pytest.raises(EmptyFileError):
        read(save("a.txt", data))


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(bytes(range(256)) * 20, id="binary"),
        pytest.param(
            b"\x7fELF\x02\x01\x01" + bytes(9) + b"\x03\x00>\x00" + bytes(9000), id="program, mostly zeros"
        ),
        pytest.param(b"\xff\xfe" + bytes(range(256)) * 40, id="binary that begins like UTF-16"),
        pytest.param(b"#!/bin/sh\n" + b"echo hello\n" * 900 + bytes(9000), id="program behind a script"),
        pytest.param(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 500, id="old Office file"),
        pytest.param(archive(anything="<a/>"), id="archive that is no document"),
        pytest.param(b"PK\x03\x04 broken", id="damaged archive"),
    ],
)
def test_what_is_no_document_is_an_unknown_format(save, data):
    with pytest.raises(UnknownFormatError):
        read(save("a.bin", data))


def test_a_missing_file_is_not_found(tmp_path):
    with pytest.raises(NotFoundError):
        read(tmp_path / "nothing.pdf")


def test_a_damaged_pdf_is_refused_with_a_next_step(save):
    with pytest.raises(ReadError) as caught:
        read(save("a.pdf", b"%PDF-1.7\nnothing else"))
    assert caught.value.next_step


def test_an_encrypted_pdf_asks_for_a_copy_without_password(save, pdf):
    writer = pypdf.PdfWriter(io.BytesIO(pdf.line("secret", 100).data()))
    writer.encrypt("word")
    stream = io.BytesIO()
    writer.write(stream)
    with pytest.raises(EncryptedError):
        read(save("a.pdf", stream.getvalue()))


@pytest.mark.parametrize("name", ["word__document", "xl__workbook", "ppt__presentation"])
def test_office_files_that_hold_nonsense_are_read_errors(save, name):
    with pytest.raises(ReadError):
        read(save("a.docx", archive(**{name: "<broken"})))


def test_of_many_damaged_parts_the_first_is_named_each_time(save):
    data = packed(dict.fromkeys(("xl/workbook.xml", "docProps/core.xml", "[Content_Types].xml"), "<a/>"))
    with pytest.raises(ReadError, match=r"damaged at \[Content_Types\].xml"):
        read(save("a.xlsx", data[:4] + data[4:].replace(b"PK\x03\x04", b"PK\x03\x09")))


def test_an_archive_that_unpacks_to_far_more_is_not_unpacked(save):
    with pytest.raises(ReadError, match="packed more than"):
        read(save("a.docx", archive(word__document="<a>" + " " * 30_000_000 + "</a>")))


def test_an_archive_with_too_many_parts_is_not_unpacked(save):
    parts = {f"word__part{number}": "<a/>" for number in range(5_100)}
    with pytest.raises(ReadError, match="parts"):
        read(save("a.docx", archive(word__document="<a/>", **parts)))


def test_an_archive_with_a_path_out_of_it_is_not_unpacked(save):
    with pytest.raises(ReadError, match="unsafe"):
        read(save("a.docx", archive(word__document="<a/>", **{"..__evil": "<a/>"})))


def test_entities_are_never_expanded(save):
    bomb = '<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/hostname">]><a>&e;</a>'
    with pytest.raises(ReadError, match="entities"):
        read(save("a.docx", archive(word__document=bomb)))


def test_the_type_is_told_from_the_content_not_the_name(save, pdf):
    assert read(save("a.docx", pdf.line("Plain words in a PDF.", 100).data())).text == "Plain words in a PDF."


@pytest.mark.parametrize(
    ("data", "said", "step"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le"), "old Word file", "DOCX"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "Workbook".encode("utf-16-le"), "old Excel file", "XLSX"),
        (archive(content="<office/>"), "OpenDocument", "PPTX"),
    ],
)
def test_a_format_that_is_not_read_is_named_with_what_to_do(save, data, said, step):
    with pytest.raises(UnknownFormatError, match=said) as caught:
        read(save("a.bin", data))
    assert step in caught.value.next_step


def test_a_protected_office_file_asks_for_a_copy_without_password(save):
    data = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le")
    with pytest.raises(EncryptedError):
        read(save("a.docx", data))


def test_an_archive_with_two_parts_of_one_name_is_refused(save):
    stream = io.BytesIO(archive(word__document="<a/>"))
    with zipfile.ZipFile(stream, "a") as out, pytest.warns(UserWarning, match="Duplicate"):
        out.writestr("word/document.xml", "<b/>")
    with pytest.raises(ReadError, match="two parts named"):
        read(save("a.docx", stream.getvalue()))


@pytest.mark.parametrize("bad", ["../up.xml", "/etc/passwd", "C:\\up.xml", "a\\..\\..\\up.xml"])
def test_an_archive_with_a_path_out_of_it_is_refused(save, bad):
    stream = io.BytesIO(archive(word__document="<a/>"))
    with zipfile.ZipFile(stream, "a") as out:
        out.writestr(bad, "x")
    with pytest.raises(ReadError, match="unsafe name"):
        read(save("a.docx", stream.getvalue()))


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.html", b"<table>" + b"<tr>" + b"<td rowspan=200 colspan=200>x" * 3000 + b"</table>"),
        ("a.html", b"<div>" * 100_000 + b"text"),
        ("a.md", b"![[" * 50_000),
        ("a.md", b"<!--" * 50_000),
        ("a.csv", b'a,b\n"' + b"x" * 6_000_000),
        ("a.eml", b"From: a\r\nTo: " + b"x@y.z, " * 100_000 + b"\r\nSubject: s\r\n\r\nbody"),
        ("a.txt", b"a\n\n" * 1_000_000),
    ],
    ids=["spans", "nesting", "brackets", "comments", "field", "header", "lines"],
)
def test_what_is_built_to_take_for_ever_takes_seconds(save, name, data):
    began = time.process_time()
    with contextlib.suppress(ReadError):
        read(save(name, data))
    assert time.process_time() - began < 10
