"""Sift: some of a register's actions, counted and sampled."""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import Any, get_args

from assistant.actions.action import Action, ActionRegister, ActionStatus, Timing
from assistant.register.bodies import agencies_in, is_body, is_single
from prompts.load import load_data

GROUPS = ("status", "timing", "owner", "agency", "theme")
STATUSES: tuple[str, ...] = get_args(ActionStatus)
TIMINGS: tuple[str, ...] = get_args(Timing)
DONE = ("done", "evidenced", "impact_shown")
TOGETHER: dict[str, tuple[str, ...]] = {"closed": DONE, "without_evidence": ("done",)}
"""Names under which statuses are asked for: what is done in any way, and what a body alone says is."""
UNNAMED = {"theme": "no theme", "agency": "no agency named", "owner": "nobody named"}


def sifted(
    register: ActionRegister,
    *,
    status: Sequence[str] = (),
    timing: Sequence[str] = (),
    owner: Sequence[str] = (),
    theme: Sequence[str] = (),
    agency: Sequence[str] = (),
    single_agency: bool = False,
    dip_sample: int | None = None,
) -> ActionRegister:
    """The register with those of its actions that pass every filter; `dip_sample` draws so many of them.

    `single_agency` keeps those of one body alone, which a partnership tests by dip-sampling.
    The draw depends on the library, the day and the number asked for alone: it can be drawn again.
    """
    wanted = {one for name in status for one in TOGETHER.get(name, (name,))}
    kept = [
        action
        for action in register.actions
        if (not status or action.status in wanted)
        and (not timing or action.timing in timing)
        and (not owner or any(_is_owner(part, action) for part in owner))
        and (not agency or any(names_body(part, name) for part in agency for name in action.agencies))
        and (not single_agency or is_single(action.agencies))
        and (not theme or any(_names(theme, name) for name in action.themes))
    ]
    if dip_sample is not None and dip_sample < len(kept):
        draw = random.Random(f"{register.library_version} {register.as_of} {dip_sample}")  # noqa: S311 - a sample
        chosen = {action.id for action in draw.sample(kept, dip_sample)}
        kept = [action for action in kept if action.id in chosen]
    return replace(register, actions=tuple(kept))


def silent_besides(register: ActionRegister, *, timing: Sequence[str], **filters: Any) -> int:
    """How many actions past due without a later report a listing of the overdue ones leaves out."""
    if "overdue" not in timing or "not_reported_since" in timing:
        return 0
    return len(sifted(register, timing=("not_reported_since",), **filters).actions)


def overdue_besides(register: ActionRegister, *, timing: Sequence[str], **filters: Any) -> int | None:
    """How many actions are overdue, where only those done late are asked for; else None.

    "Late" is easily taken for both.
    """
    if "late" not in timing or "overdue" in timing:
        return None
    return len(sifted(register, timing=("overdue",), **filters).actions)


def counts(register: ActionRegister) -> dict[str, dict[str, int]]:
    """How many actions are in each status and timing, all of these named."""
    by_status = Counter(action.status for action in register.actions)
    by_timing = Counter(action.timing for action in register.actions)
    return {
        "status": {name: by_status[name] for name in get_args(ActionStatus)},
        "timing": {name: by_timing[name] for name in get_args(Timing)},
    }


def grouped(register: ActionRegister, by: str) -> dict[str, int]:
    """How many actions there are under each owner, theme, status or timing, most first."""
    found = Counter(
        name for action in register.actions for name in named_groups(action, by) or (UNNAMED[by],)
    )
    return dict(sorted(found.items(), key=lambda item: (-item[1], item[0])))


def owner_of(action: Action) -> str:
    """The owner's name, in full where minutes give initials; "" where nobody is named."""
    return action.who or (action.owner.text if action.owner else "")


def timing_of(action: Action) -> str:
    """Its timing; "day_not_given" where it had a day and is done, and nobody says when."""
    undated = action.timing == "no_date" and action.due and action.status in DONE
    return "day_not_given" if undated else action.timing


def named_groups(action: Action, by: str) -> Sequence[str]:
    """The owner, agencies, themes, status or timing it is counted by; none where it names none."""
    if by == "theme":
        return action.themes
    if by == "agency":
        return action.agencies
    if by == "owner":
        return tuple(filter(None, (owner_of(action),)))
    return (action.status if by == "status" else action.timing,)


def names_body(words: str, name: str) -> bool:
    """Whether words mean a body, by a part of its name, a short form ("ICB") or the sort that it is of."""
    if words.lower() in name.lower():
        return True
    sort = load_data("evidence/routing.yaml")["bodies"].get(words.lower())
    if sort and re.search(sort, name, re.IGNORECASE):
        return True
    return any(name.endswith(body) for body in agencies_in(words) if is_body(body))


def _is_owner(words: str, action: Action) -> bool:
    """Whether words name an action's owner, or the body behind it."""
    return words.lower() in owner_of(action).lower() or any(
        names_body(words, name) for name in action.agencies
    )


def _names(wanted: Sequence[str], name: str) -> bool:
    return not wanted or any(part.lower() in name.lower() for part in wanted)
