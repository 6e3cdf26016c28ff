"""Word comments: what each says, by whom, on which words."""

from __future__ import annotations

from ingest.draft import DraftBlock
from ingest.errors import ReadError
from ingest.readers.comments import Comment, Ranges, blocks_of
from ingest.readers.docx.text import is_left_out, paragraph_text
from ingest.readers.office import Element, Package, attribute, children, local


def comment_blocks(package: Package, part: str, body: Element) -> list[DraftBlock]:
    """The blocks of a document's comments, in the order of the file."""
    path = package.related(part, "comments")
    try:
        root = package.xml(path) if path else None
    except ReadError:
        return []  # the document itself is worth more
    comments = children(root, "comment")
    ranges = _commented(body) if comments else Ranges()
    return blocks_of([_comment(one, ranges.about(attribute(one, "id") or "")) for one in comments])


def _comment(comment: Element, about: str) -> Comment:
    words = " ".join(paragraph_text(one) for one in comment.iter() if local(one) == "p")
    return Comment(attribute(comment, "author") or "", about, words)


def _commented(body: Element) -> Ranges:
    found = Ranges()
    for one in body.iter():
        name, key = local(one), attribute(one, "id") or ""
        if name == "commentRangeStart":
            found.begin(key)
        elif name == "commentRangeEnd":
            found.end(key)
        elif found.open and name in ("t", "p", "tab", "br") and not is_left_out(one):
            found.add((one.text or "") if name == "t" else " ")
    return found
