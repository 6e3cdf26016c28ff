"""Contents: the key questions with their verdicts, and the library by year and kind."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, ClassVar

from rich.text import Text
from textual import on
from textual.binding import Binding, BindingType
from textual.widgets import Tree
from textual.widgets.tree import TreeNode

from assistant.pack.wording import wording
from assistant.render.ledger import topic
from assistant.render.plain import one_line, shortened
from assistant.tui.messages import DocumentChosen, KeyQuestionChosen

if TYPE_CHECKING:
    from assistant.key_questions.ledger import Ledger
    from ingest.records import DocumentRecord

SIGNS = {"evidenced": "+", "partly": "±", "contradicted": "!", "not_evidenced": "−", "cannot_judge": "?"}
"""A sign beside each verdict, so that it can be told apart without colour; the words stand in the ledger."""

LONGEST = 34

Entry = tuple[str, str]
"""What a leaf stands for: "question" or "document", and its id."""


class Contents(Tree[Entry]):
    """Enter on a key question shows its ledger, on a document opens it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "select_cursor", "Open", id="contents.open"),
        Binding("escape", "screen.contents", "Back", id="contents.leave"),
        Binding("f1", "app.help", "Help", id="help"),
    ]
    HELP = "Key questions and documents. Enter opens a branch, shows a ledger or opens a document."
    BORDER_TITLE = "Library"

    def __init__(self) -> None:
        super().__init__(Text("Library"), id="contents")
        self.show_root = False
        self.guide_depth = 2
        self._questions = self.root.add(Text("Key questions"), expand=True)
        self._documents = self.root.add(Text("Documents"), expand=True)

    def show_documents(self, records: Sequence[DocumentRecord]) -> None:
        """Lists the documents under their years, the latest first, and under their kinds."""
        self._documents.label = Text(f"Documents ({len(records)})")
        self._documents.remove_children()
        newest = sorted(records, key=lambda record: record.published or "", reverse=True)
        for year, group in groupby(newest, key=_year):
            found = list(group)
            branch = self._documents.add(Text(f"{year} ({len(found)})"))
            for kind in sorted({record.kind for record in found}):
                of_kind = [record for record in found if record.kind == kind]
                under = branch.add(Text(one_line(kind.replace("_", " "))), expand=True)
                for record in of_kind:
                    under.add_leaf(document_row(record), ("document", record.id))

    def show_questions(self, ledgers: Sequence[Ledger]) -> None:
        """Lists the key questions with a sign for each verdict, under the area they are about."""
        area = one_line(ledgers[0].subject) if ledgers else ""
        self._questions.label = Text(
            shortened(f"Key questions: {area}" if area else "Key questions", LONGEST)
        )
        self._questions.remove_children()
        for number, ledger in enumerate(ledgers, 1):
            self._questions.add_leaf(question_row(number, ledger), ("question", ledger.id))

    def say_of_questions(self, text: str) -> None:
        """Says in their place why the key questions are not there."""
        self._questions.remove_children()
        self._questions.add_leaf(Text(one_line(text), "dim"))

    def leaves(self) -> Iterator[TreeNode[Entry]]:
        """Every entry that can be chosen, from top to bottom."""
        waiting = list(self.root.children)
        while waiting:
            node = waiting.pop(0)
            waiting = [*node.children, *waiting]
            if node.data:
                yield node

    @on(Tree.NodeSelected)
    def choose(self, event: Tree.NodeSelected[Entry]) -> None:
        """Opens what was chosen; a branch only opens or closes."""
        event.stop()
        if event.node.data is None:
            return
        kind, id_ = event.node.data
        self.post_message(KeyQuestionChosen(id_) if kind == "question" else DocumentChosen(id_))


def document_row(record: DocumentRecord) -> Text:
    """A document on one line."""
    return Text(shortened(record.title or record.source, LONGEST))


def question_row(number: int, ledger: Ledger) -> Text:
    """A key question on one line behind its verdict's sign."""
    row = Text(f"{SIGNS[ledger.verdict]} ", "bold")
    return row.append(f"{number}. {topic(ledger)}: {wording('verdicts')[ledger.verdict].lower()}", "not bold")


def _year(record: DocumentRecord) -> str:
    return one_line(record.published or "")[:4] or "no date"
