"""A picture in a line of a Word document, with its title and description for those who cannot see it."""

from __future__ import annotations

import struct

from assistant.charts.chart import Chart
from assistant.pack.docx.xml import attribute

EMU_PER_TWENTIETH = 635
"""English metric units in a twentieth of a point (ECMA-376, part 1, 20.1.10.16)."""


def drawing(png: bytes, number: int, chart: Chart, width: int) -> str:
    """A run that shows the picture over the given width, in twentieths of a point."""
    across, down = struct.unpack(">II", png[16:24])  # the PNG header (RFC 2083, 3.3)
    wide = width * EMU_PER_TWENTIETH
    high = wide * down // across
    extent = f'cx="{wide}" cy="{high}"'
    named = f'id="{number}" name="chart{number}.png"'
    told = f"title={attribute(chart.title)} descr={attribute(chart.description)}"
    return (
        f'<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent {extent}/>'
        f"<wp:docPr {named} {told}/><wp:cNvGraphicFramePr>"
        '<a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>'
        '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">'
        f"<pic:pic><pic:nvPicPr><pic:cNvPr {named}/><pic:cNvPicPr/></pic:nvPicPr>"
        f'<pic:blipFill><a:blip r:embed="rPicture{number}"/>'
        "<a:stretch><a:fillRect/></a:stretch></pic:blipFill>"
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {extent}/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )
