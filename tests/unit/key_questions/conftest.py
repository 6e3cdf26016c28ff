"""Papers about one area for tests of the key questions."""

import pytest

from ingest.document import Block


@pytest.fixture
def told(library, put):
    """Adds an audit (or another `kind`) of Exmoor; a line with "# " is a heading, with "* " an item."""

    def add(name, *lines, **fields):
        blocks, at = [], 0
        for line in lines:
            kind = {"#": "heading", "*": "list_item"}.get(line[:1], "paragraph")
            level = max(1, len(line) - len(line.lstrip("#")))
            blocks.append(Block(kind, at, at + len(line), level=level))
            at += len(line) + 1
        particulars = {"kind": "audit", "subject": "Exmoor", "published": "2024-06-01", **fields}
        return put(name, "\n".join(lines), blocks=tuple(blocks), **particulars)

    return add
