"""The timeline of a process: its events by round, as the words count them, or by the days a pack gives a round."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from communique.errors import SettingsError
from communique.knowledge.accords import KnownProcess, Round
from communique.record.names import folded
from communique.timeline.happenings import Happening


@dataclass(frozen=True, slots=True)
class Stage:
    """One round of a process with its events; `number` None holds what nothing puts in a round.

    `known` is what the pack says of the round. `by_day` are the keys of events that no words put in the round, but
    their day does: an inference, and shown as one.
    """

    number: int | None
    happenings: tuple[Happening, ...]
    known: Round | None = None
    by_day: tuple[str, ...] = ()


def process_named(processes: Sequence[KnownProcess], happenings: Iterable[Happening], text: str) -> str:
    """The key or the name of the process that `text` means; a `SettingsError` lists those there are."""
    wanted = folded(text).strip()
    for one in processes:
        if wanted in {folded(name).strip() for name in (one.key, one.name, *one.aliases)}:
            return one.key
    told = {one.process for one in happenings if one.process}
    for name in sorted(told):
        if folded(name).strip() == wanted:
            return name
    known = ", ".join([*(one.name for one in processes), *sorted(told)]) or "none"
    raise SettingsError(f"There is no process {text!r} in the packs or in the record; there are: {known}.")


def stages(happenings: Iterable[Happening], process: str, known: KnownProcess | None = None) -> tuple[Stage, ...]:
    """The rounds of a process in order, the pack's and those the words count; what has no round comes last."""
    own = [one for one in happenings if process in (one.process_known, one.process)]
    rounds = {one.number: one for one in known.rounds if one.number is not None} if known else {}
    placed: dict[int | None, list[Happening]] = {number: [] for number in rounds}
    by_day: dict[int | None, list[str]] = {}
    for one in own:
        number = one.round
        if number is None:
            number = _by_day(one, rounds.values())
            if number is not None:
                by_day.setdefault(number, []).append(one.key)
        placed.setdefault(number, []).append(one)
    order = sorted(placed, key=lambda number: (number is None, number or 0))
    return tuple(Stage(n, tuple(placed[n]), rounds.get(n) if n else None, tuple(by_day.get(n, ()))) for n in order)


def _by_day(one: Happening, rounds: Iterable[Round]) -> int | None:
    if one.start is None:
        return None
    fitting = [known.number for known in rounds if _holds(known, one.start)]
    return fitting[0] if len(fitting) == 1 else None


def _holds(known: Round, day: str) -> bool:
    since, until = known.period.start, known.period.end or known.period.start
    return bool(since and until and len(since) == 10 and since <= day <= until)
