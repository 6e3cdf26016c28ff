"""The looks of the PDF documents: fonts, paragraph styles, and words softened for line-end hyphens."""

from __future__ import annotations

import re
from html import escape
from typing import Any

from reportlab.lib.enums import TA_JUSTIFY
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import cm

from corpus.sources.markup import MARK, curl

SQUARE = "<font name='ZapfDingbats' size='8'>n</font>"
LOOKS = {  # font, bold, size, leading, margin (cm), hyphens, bullet
    "ofsted": ("Helvetica", "Helvetica-Bold", 12, 16.5, 2.6, False, SQUARE),
    "report": ("Times-Roman", "Times-Bold", 12.5, 17.5, 3.0, True, "\N{BULLET}"),
    "plain": ("Helvetica", "Helvetica-Bold", 11.5, 16.5, 2.7, False, "\N{BULLET}"),
    "minutes": ("Helvetica", "Helvetica-Bold", 11, 15.5, 2.5, False, "\N{EN DASH}"),
}
ENDINGS = re.compile(r"(ments?|[ts]ions?|ness|ings?|ful|less|ship|[ae]nces?|able|ity|ities|ly|ers?|ed)$")
BEGINNINGS = re.compile(
    r"^(safe|super|inter|under|assess|recom|practi|partner|infor|neigh|profes|confer|respon|multi|appoint)"
)


def soften(text: str) -> str:
    """Soft hyphens in long words, where a typesetter's rough rules would break them; tags are left alone."""
    parts = re.split(r"(<[^>]*>)", text)
    return "".join(part if part.startswith("<") else re.sub(r"\b[a-z]{8,}\b", _soft, part) for part in parts)


def _soft(match: re.Match[str]) -> str:
    word = match[0]
    head, tail = BEGINNINGS.match(word), ENDINGS.search(word)
    found = (head and head.end(), tail and tail.start())
    points = {place for place in found if place and 2 < place < len(word) - 1}
    return "".join("\N{SOFT HYPHEN}" * (place in points) + letter for place, letter in enumerate(word))


class Look:
    """The paragraph styles of one look."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.font, self.bold, self.size, self.leading, margin, self.hyphens, self.bullet = LOOKS[name]
        self.margin = margin * cm
        basis = {"fontName": self.font, "fontSize": self.size, "leading": self.leading}
        self.body: Any = ParagraphStyle("body", spaceAfter=self.leading * 0.6, **basis)
        if self.hyphens:
            self.body.alignment = TA_JUSTIFY
        marker: dict[str, Any] = {"bulletFontName": self.font, "bulletFontSize": self.size}
        self.numbered = self._style("numbered", leftIndent=1.25 * cm, bulletIndent=0, **marker)
        self.listed = self._style("listed", leftIndent=1.9 * cm, bulletIndent=1.25 * cm, spaceAfter=5)
        small: dict[str, Any] = {"fontSize": self.size - 2, "leading": self.leading - 3}
        self.cell = self._style("cell", spaceAfter=0, alignment=0, **small)
        self.entry = self._style("entry", spaceAfter=3, alignment=0)
        large: dict[str, Any] = {"fontName": self.bold, "alignment": 0}
        self.title = self._style("title", fontSize=25, leading=31, spaceAfter=18, **large)
        self.subtitle = self._style("subtitle", fontSize=15, leading=20, spaceAfter=40, **large)
        self.front = self.heading(2)

    def _style(self, name: str, **settings: Any) -> Any:
        return ParagraphStyle(name, self.body, **settings)

    def heading(self, level: int) -> Any:
        """The style of a heading of level 1 to 3."""
        size = {1: 17, 2: 13.5, 3: 12}[level]
        space = {"spaceBefore": size * 0.8, "spaceAfter": size * 0.55, "leading": size * 1.3}
        name = f"heading{level}"
        return self._style(name, fontName=self.bold, fontSize=size, keepWithNext=1, alignment=0, **space)

    def rich(self, text: str) -> str:
        """Reportlab's mini markup: emphasis kept, and a call to the canvas where a mark begins."""
        text = escape(curl(text), quote=False)
        text = MARK.sub(r'<onDraw name="note_mark" label="\1"/>\2', text)
        text = re.sub(r"\*\*(.+?)\*\*", r"<b>\1</b>", text)
        text = re.sub(r"(?<!\*)\*([^*]+?)\*(?!\*)", r"<i>\1</i>", text)
        return soften(text) if self.hyphens else text
