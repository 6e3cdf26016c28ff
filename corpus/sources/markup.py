"""The markup of the sources: names, choices and marks are resolved, then the text is parsed into blocks.

`${name}` a name of the world; `{a|b}` one of several wordings; `#{134:120-160}` a number; `[[id: words]]`
words that a truth or question quotes; `%either`, `%or`, `%end` one of several passages;
`%shuffle`, `%and`, `%done` passages in any order. Blocks: `#` headings,
`§` numbered paragraphs (`§(label)`, cited as `@(label)`), `-` bullets, `> marker | text` items, `|` tables
(`|=` widths), `!title`, `!subtitle`, `!heading`, `!line` for front matter, `<<toc>>` a list of contents.
"""

from __future__ import annotations

import random
import re
from dataclasses import dataclass, field
from string import Template

from corpus.sources.world import World, load

MARK = re.compile(r"\[\[([a-z0-9_]+\.[a-z0-9_]+): (.*?)\]\]", re.DOTALL)
CHOICE = re.compile(r"\{([^{}]*\|[^{}]*)\}")
NUMBER = re.compile(r"#\{(\d+):(\d+)-(\d+)\}")
SHUFFLE = re.compile(r"^%shuffle\n(.*?)^%done$", re.DOTALL | re.MULTILINE)
EITHER = re.compile(r"^%either\n(.*?)^%end$", re.DOTALL | re.MULTILINE)
SYNONYMS: dict[str, list[str]] = load("synonyms.yaml")


@dataclass
class Block:
    """One piece of a document: kind, text (marks still inside), printed marker and, for tables, rows."""

    kind: str
    text: str = ""
    level: int = 0
    marker: str = ""
    rows: list[list[str]] = field(default_factory=list)
    widths: list[float] = field(default_factory=list)


def expand(source: str, world: World, chance: random.Random) -> str:
    """The source with this seed's names, numbers and wordings. Seed 0 takes the first of every choice."""
    first = world.seed == 0

    def pick(options: list[str]) -> str:
        """Other seeds prefer wordings that the shipped sample does not have."""
        return options[0] if first or chance.random() < 0.2 else chance.choice(options[1:])

    def passage(match: re.Match[str]) -> str:
        options = re.split(r"^%or\n", match[1], flags=re.MULTILINE)
        return pick(options)

    def number(match: re.Match[str]) -> str:
        return match[1] if first else str(chance.randint(int(match[2]), int(match[3])))

    def wording(match: re.Match[str]) -> str:
        return pick(match[1].split("|"))

    def order(match: re.Match[str]) -> str:
        parts = re.split(r"^%and\n", match[1], flags=re.MULTILINE)
        if not first:
            chance.shuffle(parts)
        return "\n\n".join(parts)

    text = EITHER.sub(passage, SHUFFLE.sub(order, source))
    text = NUMBER.sub(number, text)
    if not first:
        text = _vary(text, chance)
    text = Template(text).substitute(world.names)
    return CHOICE.sub(wording, text)


def _vary(text: str, chance: random.Random) -> str:
    """Synonyms, place by place, but never inside a speaker's own words."""
    for phrase, others in SYNONYMS.items():
        pattern = re.compile(rf"(?<![\w'$-])(?<!general ){re.escape(phrase)}(?![\w'-])")
        text = pattern.sub(lambda found, others=others: chance.choice([found[0], *others]), text)  # type: ignore[misc]
    return text


def marks(text: str) -> dict[str, str]:
    """The quotes of a text by their mark, as they will be printed."""
    return {mark: plain(words) for mark, words in MARK.findall(text)}


def plain(text: str) -> str:
    """The text as printed: without marks and emphasis."""
    text = MARK.sub(lambda match: match[2], text)
    return re.sub(r"\*\*(.+?)\*\*|(?<!\*)\*([^*]+?)\*(?!\*)", lambda match: match[1] or match[2], text)


def curl(text: str) -> str:
    """Straight quotation marks and apostrophes made typographic."""
    text = re.sub(r"(^|[\s(\[|])'", "\\1\N{LEFT SINGLE QUOTATION MARK}", text, flags=re.MULTILINE)
    return text.replace("'", "\N{RIGHT SINGLE QUOTATION MARK}")


def parse(text: str, numbering: str) -> list[Block]:
    """The blocks of an expanded text, its paragraphs numbered (`global` 12., `section` 4.12, `none`)."""
    blocks: list[Block] = []
    labels: dict[str, str] = {}
    section = count = 0
    for chunk in re.split(r"\n\s*\n", text.strip()):
        for block in _blocks(chunk):
            if block.kind == "heading" and block.level == 1:
                section += 1
                count = 0 if numbering == "section" else count
                block.marker = str(section) if numbering == "section" else ""
            if block.kind == "numbered":
                count += 1
                number = f"{section}.{count}" if numbering == "section" else str(count)
                labels[block.marker] = number
                block.marker = number if numbering == "section" else f"{number}."
                if numbering == "none":
                    block.kind, block.marker = "paragraph", ""
            blocks.append(block)
    for block in blocks:
        block.text = _cite(block.text, labels)
    return blocks


def _cite(text: str, labels: dict[str, str]) -> str:
    return re.sub(r"@\((\w+)\)", lambda match: labels[match[1]], text)


def _blocks(chunk: str) -> list[Block]:
    """The blocks of one run of lines without a blank line."""
    if chunk.startswith("|"):
        return [_table(chunk)]
    found: list[Block] = []
    for line in chunk.splitlines():
        if match := re.match(r"(#+) (.*)", line):
            found.append(Block("heading", match[2], level=len(match[1])))
        elif match := re.match(r"§(?:\((\w+)\))? (.*)", line):
            found.append(Block("numbered", match[2], marker=match[1] or ""))
        elif match := re.match(r"> (.+?) \| (.*)", line):
            found.append(Block("item", match[2], marker=match[1]))
        elif match := re.match(r"- (.*)", line):
            found.append(Block("bullet", match[1]))
        elif match := re.match(r"(\d+\.) (.*)", line):
            found.append(Block("item", match[2], marker=match[1]))
        elif match := re.match(r"!(\w+) (.*)", line):
            found.append(Block(match[1].replace("heading", "front"), match[2]))
        elif line == "<<toc>>":
            found.append(Block("toc"))
        else:
            found.append(Block("paragraph", line))
    return found


def _table(chunk: str) -> Block:
    table = Block("table")
    for line in chunk.splitlines():
        if line.startswith("|="):
            table.widths = [float(width) for width in line[2:].split()]
        else:
            table.rows.append([cell.strip() for cell in line.strip().strip("|").split("|")])
    return table
