"""HTML elements: which hold text of the document, and which stand in running text."""

from __future__ import annotations

import re

from ingest.readers.office import Element

DEEPEST = 200
"""Elements within elements that are walked over."""
_SKIPPED = re.compile(
    "script|style|noscript|template|svg|math|head|nav|button|select|option|input|textarea|iframe|object|embed"
    "|canvas|audio|video|dialog"
)
"""Elements that hold no text of the document."""
INLINE = re.compile(
    "a|abbr|acronym|b|bdi|bdo|big|cite|code|data|del|dfn|em|font|i|ins|kbd|label|mark|q|rp|rt|ruby|s|samp|small"
    "|span|strike|strong|sub|sup|time|tt|u|var|wbr|img"
)
"""Elements that stand in running text."""
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_NAVIGATION = re.compile(
    r"\b(?:nav|navigation|navbar|menu|breadcrumbs?|cookie|skip-link|site-header|site-footer)\b", re.IGNORECASE
)


def is_skipped(element: Element) -> bool:
    """Whether an element holds no text of the document: scripts, controls, navigation, hidden parts."""
    if not isinstance(element.tag, str) or _SKIPPED.fullmatch(element.tag):
        return True
    if element.get("hidden") is not None or _HIDDEN.search(element.get("style") or ""):
        return True
    return element.get("role") == "navigation" or (
        element.tag in ("div", "ul", "header", "footer", "section")
        and bool(_NAVIGATION.search(f"{element.get('id') or ''} {element.get('class') or ''}"))
    )
