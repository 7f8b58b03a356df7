"""The place a report was filed from, as a place of the record: a meeting "held today" was held there."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from communique.domain.actor import Mention
from communique.domain.event import Event
from communique.domain.report import Report
from communique.domain.span import Span
from communique.domain.when import DateMention
from communique.domain.where import Place
from communique.knowledge.gazetteer import Gazetteer, GazetteerPlace
from communique.language.places import find_places

Placer = Callable[[str], Place | None]
"""From a name to the place it means, with an id of no consequence; None where it means none."""
TODAY = frozenset({"today", "this morning", "this afternoon", "this evening"})


@dataclass(frozen=True, slots=True)
class _Piece:
    start: int
    end: int
    text: str
    pos: str
    ent: str = ""


def placer_of(gazetteer: Gazetteer, extra: Sequence[GazetteerPlace] = ()) -> Placer:
    """The placer that asks a gazetteer and the packs' places."""

    def placed(name: str) -> Place | None:
        text = f"in {name}"
        pieces = [_Piece(0, 2, "in", "ADP")]
        pieces += [_Piece(m.start(), m.end(), m.group(), "PROPN") for m in re.finditer(r"[^\W_]+", text) if m.start()]
        places, _ = find_places(text, pieces, gazetteer=gazetteer, extra=extra)
        return places[0] if len(places) == 1 else None

    return placed


def nowhere(name: str) -> Place | None:
    """The placer of a reading without a gazetteer."""
    return None


def filed_from(report: Report, places: Sequence[Place], placer: Placer) -> tuple[Place, Mention | None] | None:
    """The dateline's place: one of `places` where that is named there, or a new one with its mention."""
    dateline = report.anatomy.dateline
    if dateline is None or not dateline.place:
        return None
    same = next((p for p in places if p.name.casefold() == dateline.place.casefold()), None)
    if same is not None:
        return same, None
    at = report.text.casefold().find(dateline.place.casefold(), dateline.span.start, dateline.span.end)
    found = placer(dateline.place)
    if at < 0 or found is None or len(report.text.casefold()) != len(report.text):
        return None
    numbers = [int(p.id[1:]) for p in places if p.id[1:].isdigit()]
    place = replace(found, id=f"p{max(numbers, default=0) + 1}")
    span = Span(at, at + len(dateline.place))
    return place, Mention("", span, "place", place.made, place=place.id, reason="dateline")


def held_there(event: Event, dates: Sequence[DateMention]) -> bool:
    """Whether the event is a meeting of the day whose place the dateline tells."""
    if event.type != "CONSULT" or event.place is not None or event.reality not in {"happened", "ongoing"}:
        return False
    date = next((d for d in dates if d.id == event.date), None)
    return event.mode != "phone" and date is not None and date.text.lower() in TODAY
