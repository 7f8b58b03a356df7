"""The response ladder: what may follow a breach, step by step, and who takes each step."""

from __future__ import annotations

from collections.abc import Sequence

from communique.knowledge.accords import RUNG_NAMES, Rung


def rung_number(name: str) -> int | None:
    """The number of a step by its name, 0 for "log" to 12 for "suspension or end"; None for "none" and the unknown."""
    return RUNG_NAMES.index(name) if name in RUNG_NAMES else None


def rungs_for(agreement: str, ladder: Sequence[Rung]) -> tuple[Rung, ...]:
    """The rungs that hold for one agreement, lowest first: its own, and the whole pack's where it has none."""
    found: dict[int, Rung] = {rung.rung: rung for rung in ladder if rung.agreement is None}
    found |= {rung.rung: rung for rung in ladder if rung.agreement == agreement}
    return tuple(found[number] for number in sorted(found))


def standing_on(ladder: Sequence[Rung], name: str) -> tuple[str, ...]:
    """The keys of those who take the step of that name ("send a team"); nobody where the ladder does not say."""
    number = rung_number(name)
    return next((rung.who for rung in ladder if rung.rung == number), ())
