"""What was written of a pack, and what came of checking one → paragraphs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from assistant.render.paragraph import Paragraph
from assistant.render.plain import counted, one_line

if TYPE_CHECKING:
    from assistant.pack.verify.check import PackCheck
    from assistant.pack.verify.fault import Fault
    from assistant.pack.write import WrittenFile


def written_paragraphs(files: Sequence[WrittenFile]) -> Iterator[Paragraph]:
    """One line a file."""
    for file in files:
        yield Paragraph(f"{one_line(str(file.path))} ({file.bytes:,} bytes, SHA-256 {file.sha256})")


def check_paragraphs(found: PackCheck) -> Iterator[Paragraph]:
    """The verdict, and each fault by name."""
    compared = f"{counted(found.quotations, 'quotation')} in {counted(found.notes, 'note')} compared"
    verdict = "every one stands in its source" if found.good else _counted(found.faults)
    yield Paragraph(f"{one_line(found.file)}: {compared}, {verdict}.", style="bold")
    for fault in found.faults:
        yield Paragraph(f"{where_of(fault)}{one_line(fault.what)}.", lead="- ")
    if found.superseded:
        named = ", ".join(one_line(source) for source in found.superseded)
        yield Paragraph(f"The library now holds a newer version of: {named}.")


def _counted(faults: Sequence[Fault]) -> str:
    """What no source bears out, and apart from it what was edited or not checked: "1 fault, 2 edits"."""
    kinds = Counter(fault.kind for fault in faults)
    numbers = ((kinds["false"], "fault"), (kinds["edited"], "edit"), (kinds["unchecked"], "part not checked"))
    return ", ".join(counted(number, name) for number, name in numbers if number)


def where_of(fault: Fault) -> str:
    """What a fault is about: "note 3 (audit.pdf): ", "section “Impact”: "."""
    if fault.section:
        return f"section “{one_line(fault.section)}”: "
    if fault.note is not None:
        named = f" ({one_line(fault.document)})" if fault.document else ""
        return f"note {fault.note}{named}: "
    return f"{one_line(fault.document)}: " if fault.document else ""
