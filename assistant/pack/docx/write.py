"""The pack as the bytes of a DOCX file, the same for the same pack."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

from assistant.pack.document import PackDocument
from assistant.pack.docx import frame
from assistant.pack.docx.body import Body
from assistant.pack.docx.xml import HEAD, NAMESPACES

PARTS = Path(__file__).parent / "parts"
KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a ZIP archive can hold; every part has it, so that the bytes do not change."""

SECTION = (
    '<w:sectPr><w:headerReference w:type="default" r:id="rHeader"/>'
    '<w:footerReference w:type="default" r:id="rFooter"/>'
    '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1560" w:right="1360" w:bottom="1420" w:left="1360"'
    ' w:header="620" w:footer="560" w:gutter="0"/></w:sectPr>'
)


def pack_docx(pack: PackDocument) -> bytes:
    """The whole file: real headings, notes and marks that lead to each other, table heads, language set."""
    body = Body(pack)
    inside = frame.title_page(pack) + body.contents() + body.sections() + SECTION
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": _kept("types.xml"),
        "_rels/.rels": _kept("root.rels"),
        "docProps/app.xml": _kept("app.xml"),
        "docProps/core.xml": _core(pack),
        "word/document.xml": f"{HEAD}<w:document {NAMESPACES}><w:body>{inside}</w:body></w:document>",
        "word/header1.xml": frame.header(pack),
        "word/footer1.xml": frame.footer(pack),
        "word/numbering.xml": frame.numbering(body.numbered_lists),
        "word/settings.xml": _kept("settings.xml"),
        "word/styles.xml": _kept("styles.xml"),
        "word/_rels/document.xml.rels": _relations(len(body.pictures)),
    }
    for number, picture in enumerate(body.pictures, 1):
        parts[f"word/media/chart{number}.png"] = picture
    return _zipped(parts)


def _kept(name: str) -> str:
    return (PARTS / name).read_text("utf-8")


def _relations(pictures: int) -> str:
    related = {
        "rStyles": ("styles", "styles.xml"),
        "rSettings": ("settings", "settings.xml"),
        "rNumbering": ("numbering", "numbering.xml"),
        "rHeader": ("header", "header1.xml"),
        "rFooter": ("footer", "footer1.xml"),
        **{f"rPicture{n}": ("image", f"media/chart{n}.png") for n in range(1, pictures + 1)},
    }
    lines = "".join(
        f'<Relationship Id="{name}" Type="{KIND}/{kind}" Target="{target}"/>'
        for name, (kind, target) in related.items()
    )
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'{HEAD}<Relationships xmlns="{space}">{lines}</Relationships>'


def _core(pack: PackDocument) -> str:
    day = f"{pack.as_of}T00:00:00Z"
    stamps = "".join(
        f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{day}</dcterms:{name}>'
        for name in ("created", "modified")
    )
    return (
        f'{HEAD}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
        'core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"'
        ' xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escape(f'{pack.title}: {pack.subject}')}</dc:title>"
        f"<dc:subject>{escape(pack.marking)}</dc:subject><dc:creator>Scrutiny assistant</dc:creator>"
        f"<dc:language>{pack.language}</dc:language>{stamps}</cp:coreProperties>"
    )


def _zipped(parts: dict[str, str | bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in parts.items():
            entry = zipfile.ZipInfo(name, EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3
            archive.writestr(entry, content)
    return buffer.getvalue()
