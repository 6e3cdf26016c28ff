"""Forms: the ways in which a question may be put, as files of `prompts` list them, with slots ({paper})."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

_SLOT = re.compile(r"\{([a-z]\w*)\}")


def plain(text: str) -> str:
    """A question on one line, without its mark."""
    return " ".join(text.split()).strip(" ?.!")


def one_of(words: Iterable[str], name: str = "") -> str:
    """What fills a slot with any of these words or patterns; with a name it is a group of that name."""
    return f"({f'?P<{name}>' if name else '?:'}{'|'.join(words)})"


def anything(name: str) -> str:
    """What fills a slot with whatever stands there, as a group of that name."""
    return f"(?P<{name}>.+?)"


def forms_of(
    forms: Iterable[str], slots: Mapping[str, str], flags: re.RegexFlag = re.IGNORECASE
) -> list[re.Pattern[str]]:
    """The forms as patterns of whole questions, their slots filled."""
    return [re.compile(_SLOT.sub(lambda slot: slots[slot[1]], form), flags) for form in forms]


def put_as(forms: Sequence[re.Pattern[str]], said: str) -> re.Match[str] | None:
    """The question as the first of the forms in which it is put; None where it is put in none."""
    return next((found for form in forms if (found := form.fullmatch(said))), None)
