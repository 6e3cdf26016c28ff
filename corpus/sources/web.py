"""HTML and Markdown rendering."""

from __future__ import annotations

import re
from html import escape
from pathlib import Path

from corpus.sources.markup import MARK, Block, curl, plain

FOOTER = "<footer><p>Accessibility | Privacy | Cookies</p></footer>"
MENU = ("Home", "Report a concern", "Learning and briefings", "Audits", "About the Partnership", "Contact us")


def _rich(text: str) -> str:
    text = MARK.sub(lambda match: match[2], escape(curl(text), quote=False))
    text = re.sub(r"\*\*(.+?)\*\*", r"<strong>\1</strong>", text)
    return re.sub(r"(?<!\*)\*([^*]+?)\*(?!\*)", r"<em>\1</em>", text)


def _element(block: Block) -> str:
    text = _rich(block.text)
    if block.kind == "title":
        return f"<h1>{text}</h1>"
    if block.kind == "heading":
        return f"<h{block.level + 1}>{text}</h{block.level + 1}>"
    if block.kind == "bullet":
        return f"<li>{text}</li>"
    if block.kind == "table":
        rows = []
        for number, row in enumerate(block.rows):
            tag = "td" if number else "th"
            rows.append("<tr>" + "".join(f"<{tag}>{_rich(cell)}</{tag}>" for cell in row) + "</tr>")
        return "<table>\n" + "\n".join(rows) + "\n</table>"
    return f"<p>{block.marker} {text}</p>" if block.marker else f"<p>{text}</p>"


def write_html(path: Path, blocks: list[Block], plan: dict[str, str], published: str) -> None:
    """Write the page, with a site's menu and footer around the text."""
    lines = [
        "<!DOCTYPE html>",
        '<html lang="en-GB">',
        f'<head><meta charset="utf-8"><title>{escape(plan["title"])}</title>',
        f'<meta name="author" content="{escape(plan["organisation"])}">',
        f'<meta name="date" content="{published}"></head>',
        "<body>",
        "<nav><ul>" + "".join(f"<li>{entry}</li>" for entry in MENU) + "</ul></nav>",
        "<main>",
    ]
    for number, block in enumerate(blocks):
        listed = block.kind == "bullet"
        if listed and (number == 0 or blocks[number - 1].kind != "bullet"):
            lines.append("<ul>")
        lines.append(_element(block))
        if listed and (number + 1 == len(blocks) or blocks[number + 1].kind != "bullet"):
            lines.append("</ul>")
    lines += [
        "</main>",
        FOOTER,
        "</body>",
        "</html>",
        "",
    ]
    path.write_bytes("\n".join(lines).encode("utf-8"))


def _markdown(block: Block) -> str:
    text = MARK.sub(lambda match: match[2], block.text)
    if block.kind == "title":
        return f"# {text}"
    if block.kind == "heading":
        return f"{'#' * (block.level + 1)} {text}"
    if block.kind == "bullet":
        return f"- {text}"
    if block.kind == "item":
        return f"{block.marker} {text}"
    if block.kind == "table":
        rows = [f"| {' | '.join(plain(cell) for cell in row)} |" for row in block.rows]
        rows.insert(1, "|" + " --- |" * len(block.rows[0]))
        return "\n".join(rows)
    return text


def write_markdown(path: Path, blocks: list[Block]) -> None:
    """Write the Markdown: lists keep together, everything else is set apart by a blank line."""
    parts: list[str] = []
    for number, block in enumerate(blocks):
        joined = number and block.kind in ("bullet", "item") and blocks[number - 1].kind == block.kind
        parts.append(("\n" if joined else "\n\n" if number else "") + _markdown(block))
    path.write_bytes(("".join(parts) + "\n").encode("utf-8"))
