"""One meeting told twice is one event: what a second telling adds goes to the first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from communique.domain.event import Event

FEWEST = 2
NEAR = 100  # events back to which a second telling may look


def told_once(events: Iterable[Event]) -> list[Event]:
    """The events in order, each meeting at its first telling, with the topic, place and date of the later ones."""
    kept: list[Event] = []
    for event in events:
        first_near = max(0, len(kept) - NEAR)
        at = next((n for n in range(first_near, len(kept)) if _same(kept[n], event)), None)
        if at is None:
            kept.append(event)
        else:
            first = kept[at]
            kept[at] = replace(
                first,
                about=first.about or event.about,
                place=first.place or event.place,
                date=first.date or event.date,
                process=first.process or event.process,
            )
    return kept


def parties(event: Event) -> frozenset[str]:
    """Everybody who takes part."""
    return frozenset(event.initiators + event.targets)


def _same(one: Event, other: Event) -> bool:
    if one.type != "CONSULT" or other.type != "CONSULT" or one.reality != other.reality:
        return False
    if len(parties(one)) < FEWEST or parties(one) != parties(other):
        return False
    return all(
        a is None or b is None or a == b
        for a, b in ((one.place, other.place), (one.date, other.date), (one.process, other.process))
    )
