"""200 texts that would drive a terminal, a screen or a reader if they were let through."""

from __future__ import annotations

ESCAPES = [
    "\x1b[2J", "\x1b[H", "\x1b[31m", "\x1b[?1049l", "\x1b[?1000h", "\x1b[6n", "\x1b[c", "\x1b[5i",
    "\x1bc", "\x1b7",
    "\x1b]0;title\x07", "\x1b]2;title\x1b\\", "\x1b]8;;http://evil.example\x1b\\", "\x1b]52;c;ZXZpbA==\x07",
    "\x1b]1337;File=name=eA==:\x07", "\x1bP1$r\x1b\\", "\x1b_G\x1b\\", "\x1b^x\x1b\\", "\x1b(0", "\x1b#8",
    "\x9b2J", "\x9d0;t\x9c", "\x90q\x9c", "\x85", "\x8d", "\x07", "\x08\x08\x08", "\x00", "\x0e", "\x7f",
]  # fmt: skip
INVISIBLE = [
    "\u202a", "\u202b", "\u202d", "\u202e", "\u2066", "\u2067", "\u2068", "\u2069", "\u200e", "\u200f",
    "\u061c",
    "\U000e0041\U000e0042", "\U000e0001", "\ufeff", "\u2028", "\u2029", "\udcff", "\r", "\r\n\r\n",
    "\v", "\f", "\x1e",
]  # fmt: skip
MARKUP = [
    "[/]", "[bold", "[/bold]", "[@click=app.quit]", "[link=http://evil.example]x[/link]", "[on red]",
    "[]", "[[", "]]",
    ":smile:", "$(reboot)", "`reboot`", "{self}", "%s%n", "\\x1b[2J", "&#27;[2J", "<script>", "**x**",
    "| x |", "---",
]  # fmt: skip


def payloads(count: int = 200) -> list[str]:
    """`count` texts, each with its number between Q and Z: alone, within words, doubled, cut off."""
    sources = [*ESCAPES, *INVISIBLE, *MARKUP]
    shapes = ["Section {} 4", "{}Agreed", "{0}a{0}b", "end {}"]
    made = [shape.format(source) for shape in shapes for source in sources]
    return [f"{text} Q{number}Z" for number, text in enumerate(made[:count])]
