"""What people decide about groups of findings: which belong together, what they are called, how well they stand.

The log only grows. A decision is taken back by another one that undoes it, and that one may be undone in its turn.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from communique.errors import RecordError
from communique.record.undoing import struck

ABOUT = ("incidents", "events")


class Act(StrEnum):
    """What a decision does with the findings (`members`) that it names.

    `JOIN`: they are one group. `PART`: they are a group of their own, apart from those of `apart_from`, or from all
    others where that is empty. `RENAME`: the group of the first of them is called `name`. `VERIFY`: the group of the
    first of them has the status `name`. `UNDO`: the decision with the number `undoes` no longer counts.
    """

    JOIN = "join"
    PART = "part"
    RENAME = "rename"
    VERIFY = "verify"
    UNDO = "undo"


@dataclass(frozen=True, slots=True)
class Decision:
    """One entry of the log. `number` counts from 1 over everything the log is about; `at` is a time in UTC."""

    number: int
    about: str  # one of ABOUT
    act: Act
    members: tuple[str, ...]
    author: str
    at: datetime
    name: str | None = None
    undoes: int | None = None
    reason: str | None = None
    apart_from: tuple[str, ...] = ()


def standing(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """The decisions that count, oldest first: without those undone, and without the undoing itself."""
    listed = sorted(decisions, key=lambda d: d.number)
    gone = struck(listed)
    return tuple(d for d in listed if d.act is not Act.UNDO and d.number not in gone)


def check(decision: Decision) -> None:
    """Raises `RecordError` for a decision that says too little; the messages say what is missing."""
    if decision.about not in ABOUT:
        raise RecordError(f"A decision is about {' or '.join(ABOUT)}, not about {decision.about!r}.")
    if not decision.author.strip():
        raise RecordError("A decision needs an author: say who decides.")
    if decision.act is Act.UNDO:
        if decision.undoes is None:
            raise RecordError("An undo needs the number of the decision it undoes.")
        return
    if decision.undoes is not None:
        raise RecordError(f"Only an undo names a decision to undo; this one is to {decision.act.value}.")
    if not decision.members:
        raise RecordError(f"There is nothing to {decision.act.value}: name at least one claim.")
    if decision.act is Act.JOIN and len(set(decision.members)) < 2:
        raise RecordError("To join needs at least two claims.")
    if decision.act in (Act.RENAME, Act.VERIFY) and not (decision.name or "").strip():
        raise RecordError(f"To {decision.act.value} needs a name: say what it is to be.")
    both = sorted(set(decision.members) & set(decision.apart_from))
    if both:
        raise RecordError(f"{both[0]} cannot be parted from itself: name it on one side only.")
