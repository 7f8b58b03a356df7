"""What happened, was planned, denied or called for."""

from __future__ import annotations

from dataclasses import dataclass, replace

from communique.domain.event import Event
from communique.language.draft import Draft
from communique.language.dramatis import actors_of, mentions_of
from communique.language.events.filed import Placer, filed_from, held_there, nowhere
from communique.language.events.finder import BY, Found, find_events
from communique.language.places import OF_A_VIOLATION


@dataclass(frozen=True)
class EventStage:
    """Gives the events, and the actors and places anew.

    People and bodies that only an event tells of are among the actors, and the dateline's place is among the places
    where a meeting was held there; `placer` knows which place a name means.
    """

    placer: Placer = nowhere
    name: str = BY
    needs: frozenset[str] = frozenset(
        {"parse", "cast", "statements", "actors", "places", "place_mentions", "dates", "instruments", "processes"}
    )
    gives: frozenset[str] = frozenset({"events", "actors", "actor_mentions", "places", "place_mentions"})

    def __call__(self, draft: Draft) -> Draft:
        listed = tuple(mention for mention in draft.place_mentions if mention.reason != OF_A_VIOLATION)
        found = Found(draft.statements, draft.places, listed, draft.dates, draft.instruments, draft.processes)
        known = {(mention.span, mention.place) for mention in draft.place_mentions}
        told = find_events(draft.parse, draft.cast, found)
        draft = replace(
            draft,
            actors=actors_of(draft.cast),
            actor_mentions=mentions_of(draft.cast),
            places=(*draft.places, *told.places),
            place_mentions=(*draft.place_mentions, *(m for m in told.mentions if (m.span, m.place) not in known)),
        )
        return self._placed(draft, told.events)

    def _placed(self, draft: Draft, events: tuple[Event, ...]) -> Draft:
        there = [held_there(event, draft.dates) for event in events]
        filed = filed_from(draft.report, draft.places, self.placer) if any(there) else None
        if filed is None:
            return replace(draft, events=events)
        place, mention = filed
        events = tuple(replace(e, place=place.id) if held else e for e, held in zip(events, there, strict=True))
        if mention is None:
            return replace(draft, events=events)
        mentions = (*draft.place_mentions, mention)
        return replace(draft, events=events, places=(*draft.places, place), place_mentions=mentions)
