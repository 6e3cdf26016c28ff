"""Markers: the printed bullets and numbers that begin list items, numbered paragraphs and recommendations."""

from __future__ import annotations

import re

_SIGNS = {0xF0FC: "✓", 0xF0FE: "☑", 0xF0A8: "☐", 0xF06F: "☐"}

_BULLET = re.compile(r"(?:[•◦▪▫■□●○◼◻◾▸►▶➢➤❖✓✔✗✘‣⁃∙\ue000-\uf8ff]|[·–—\-*](?=\s)|o(?=\s+[A-Za-z‘“(]))\s*")
"""Signs, those of symbol fonts without a Unicode character among them; the last count only before a space."""

_NUMBER = re.compile(
    r"""(?:
      \(?\d{1,3}(?:\.\d{1,2}){0,3}[.)](?=\s|$)          # 87.  4.12.  (3)  3)
    | \d{1,2}(?:\.\d{1,2}){1,3}(?=\s+[A-Z‘“"(])          # 4.12 The
    | \d{1,3}\.(?=[A-Z][a-z]+\s)                        # 10.Ensure: no blank left by the page's maker
    | \(?[a-z][.)](?=\s+\S)                              # a)  (a)  a.
    | \([ivxl]{1,6}\)(?=\s+\S) | [ivxl]{1,6}[.)](?=\s+\S) # (iv)  iv)
    | \(?[A-H]\)(?=\s+\S)                                # (A)
    )\s*""",
    re.VERBOSE,
)
_NAMED = re.compile(
    r"(?:Recommendation|Action|Finding|Learning point|Priority|Standard|Objective|Question)\s+"
    r"(?:No\.?\s*)?\d{1,3}(?:\.\d{1,2})?[a-z]?\s*(?:[:.)–-]|(?=\s[A-Z]))\s*",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\(?(?:19|20)\d\d[.)]?\s*$")


def sign_of(code: int) -> str:
    """The sign that a symbol font draws for a private code: a tick, a box, else a bullet."""
    return _SIGNS.get(code, "•")


def find_marker(text: str) -> str:
    """The marker that `text` begins with, without trailing space; "" where there is none."""
    for pattern in (_BULLET, _NAMED, _NUMBER):
        found = pattern.match(text)
        if found and not _YEAR.match(found.group()):
            return found.group().strip()
    return ""


def is_bullet(marker: str) -> bool:
    """Whether a marker is a bullet, not a number or a letter."""
    return (len(marker) == 1 and not marker.isalnum()) or marker == "o"


def list_depth(marker: str) -> int:
    """1 for a bullet, number or named item; 2 for (a) and sub-bullets; 3 for (iv)."""
    if re.fullmatch(r"\(?[ivxl]{2,6}[.)]", marker):
        return 3
    if marker in "o◦▫–—-" or re.fullmatch(r"\(?[a-z][.)]", marker):
        return 2
    return 1
