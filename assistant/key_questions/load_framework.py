"""Load a framework: a shipped one by name, a board's own by name or file. Mistakes name file and line."""

from __future__ import annotations

import os
from difflib import get_close_matches
from functools import cache
from pathlib import Path

from assistant.key_questions.framework import Expected, Framework, KeyQuestion, Signal, Stem
from assistant.key_questions.marked_yaml import Marked
from assistant.statements.lexicon import CONCEPTS
from assistant.statements.said import Basis
from ingest.document import KINDS
from ingest.errors import NotFoundError
from prompts import load_data, prompts_path

DEFAULT = "nine-key-questions"

FRAMEWORK = {"id": True, "name": True, "about": False, "parts": False, "concepts": False, "questions": True}
QUESTION = {
    "id": True, "number": True, "part": False, "question": True, "good": True, "counts": True, "probe": False,
    "aside": False, "asked_as": False, "signals": False, "expected": False, "challenges": False,
    "settings": False,
}  # fmt: skip
SIGNAL = {
    "name": True, "all": False, "any": False, "none": False, "under": False, "side": False, "plain": False,
    "basis": False, "kinds": False, "weight": False, "across": False,
    "most": False,
}  # fmt: skip
SIDES = ("tone", "praise", "for", "against")
EXPECTED = {"what": True, "unless": True, "kinds": False, "sides": False}
STEM = {"ask": True, "on": True, "signal": False, "about": False, "unless": False}


def load_framework(name: str = DEFAULT) -> Framework:
    """The framework of that name, or in that file. NotFoundError; SettingsError naming file and line."""
    return _read(framework_file(name))


def framework_file(name: str) -> Path:
    """Where a framework stands: a file, a board's own folder, the shipped ones."""
    for path in (Path(name).expanduser(), *(folder / f"{name}.yaml" for folder in _folders())):
        if path.is_file():
            return path
    near = get_close_matches(name, framework_names(), n=1)
    raise NotFoundError(
        f"There is no framework {name}.",
        f"The nearest name is {near[0]}." if near else f"There are: {', '.join(framework_names())}.",
    )


def framework_names() -> list[str]:
    """The names that can be asked for."""
    return sorted({file.stem for folder in _folders() for file in folder.glob("*.yaml")})


def _folders() -> list[Path]:
    """The board's own folder first (SCRUTINY_FRAMEWORKS, or frameworks in the user's settings)."""
    from platformdirs import user_config_path

    own = os.environ.get("SCRUTINY_FRAMEWORKS")
    folder = Path(own).expanduser() if own else user_config_path("scrutiny", appauthor=False) / "frameworks"
    return [folder, prompts_path("frameworks")]


def _read(file: Path) -> Framework:
    status = file.stat()
    return _kept(file, status.st_mtime_ns, status.st_size)


@cache
def _kept(file: Path, changed: int, size: int) -> Framework:
    fields = Marked.read(file).fields(FRAMEWORK, "A framework")
    own = _concepts(fields.get("concepts"))
    known = frozenset(load_data(CONCEPTS)) | {name for name, _ in own}
    questions = tuple(_question(item, known) for item in fields.listed("questions"))
    _once(fields["questions"], [one.id for one in questions])
    parts = fields["parts"].fields({}, "parts") if "parts" in fields else {}
    return Framework(
        id=fields.text("id"),
        name=fields.text("name"),
        about=fields.text("about"),
        parts={name: text.text(name) for name, text in parts.items()},
        questions=tuple(sorted(questions, key=lambda one: one.number)),
        concepts=own,
        source=str(file),
    )


def _concepts(marked: Marked | None) -> tuple[tuple[str, tuple[str, ...]], ...]:
    lists = marked.fields({}, "concepts") if marked else {}
    return tuple((name, phrases.texts(name)) for name, phrases in lists.items())


def _question(marked: Marked, known: frozenset[str]) -> KeyQuestion:
    fields = marked.fields(QUESTION, "A question")
    signals = tuple(_signal(item, known) for item in fields.listed("signals"))
    names = frozenset(signal.name for signal in signals)
    expected = tuple(_expected(item, names) for item in fields.listed("expected"))
    return KeyQuestion(
        id=fields.text("id"),
        number=fields.number("number"),
        part=fields.text("part"),
        question=fields.text("question"),
        good=fields.text("good"),
        counts=fields.texts("counts"),
        probe=_probe(fields.get("probe")),
        aside=fields.yes("aside"),
        asked_as=fields.texts("asked_as"),
        signals=signals,
        expected=expected,
        challenges=tuple(_stem(item, names) for item in fields.listed("challenges")),
        settings=fields["settings"].plain() if "settings" in fields else {},
    )


def _probe(marked: Marked | None) -> str:
    from assistant.key_questions.probes import PROBES

    if marked is None:
        return "signals"
    return _one_of(marked, "probe", PROBES)


def _signal(marked: Marked, known: frozenset[str]) -> Signal:
    fields = marked.fields(SIGNAL, "A signal")
    sets = {key: _names(fields.get(key), key, known) for key in ("all", "any", "none", "under")}
    if not (sets["all"] or sets["any"]):
        raise marked.wrong("a signal needs some concepts under “all” or “any”.")
    return Signal(
        name=fields.text("name"),
        side=_one_of(fields["side"], "side", SIDES) if "side" in fields else "tone",  # type: ignore[arg-type]
        plain=_one_of(fields["plain"], "plain", ("for", "against", "leave"))
        if "plain" in fields
        else "leave",  # type: ignore[arg-type]
        basis=_names(fields.get("basis"), "basis", frozenset(Basis.__args__)),  # type: ignore[attr-defined]
        kinds=_names(fields.get("kinds"), "kinds", frozenset(KINDS)),
        across=fields.yes("across"),
        weight=fields.number("weight", 1),
        most=fields.number("most"),
        **sets,
    )


def _expected(marked: Marked, signals: frozenset[str]) -> Expected:
    fields = marked.fields(EXPECTED, "Expected evidence")
    return Expected(
        what=fields.text("what"),
        unless=tuple(_one_of(item, "unless", signals) for item in fields.listed("unless")),
        kinds=tuple(sorted(_names(fields.get("kinds"), "kinds", frozenset(KINDS)))),
        sides=fields.texts("sides", ("for", "against")),
    )


def _stem(marked: Marked, signals: frozenset[str]) -> Stem:
    fields = marked.fields(STEM, "A challenge")
    return Stem(
        ask=fields.text("ask"),
        on=_one_of(fields["on"], "on", ("for", "against", "silent", "claimed", "always")),
        signals=_signals(fields.get("signal"), signals),
        about=fields.text("about"),
        unless=_signals(fields.get("unless"), signals),
    )


def _signals(marked: Marked | None, known: frozenset[str]) -> frozenset[str]:
    """One signal, or a list of them."""
    if marked is None:
        return frozenset()
    listed = marked.items("signal") if marked.is_list else [marked]
    return frozenset(_one_of(item, "signal", known) for item in listed)


def _names(marked: Marked | None, key: str, known: frozenset[str]) -> frozenset[str]:
    return frozenset(_one_of(item, key, known) for item in (marked.items(key) if marked else []))


def _one_of(marked: Marked, key: str, known: object) -> str:
    names = sorted(known)  # type: ignore[call-overload]
    text = marked.text(key)
    if text not in names:
        near = get_close_matches(text, names, n=1)
        raise marked.wrong(
            f"{key} cannot be “{text}”.",
            f"Did you mean {near[0]}?" if near else f"It is one of: {', '.join(names)}.",
        )
    return text


def _once(marked: Marked, ids: list[str]) -> None:
    for at, id_ in enumerate(ids):
        if id_ in ids[:at]:
            raise marked.items("questions")[at].wrong(f"the id “{id_}” stands twice.")
