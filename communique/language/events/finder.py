"""Report → events: which deeds it tells of, by whom, to whom, where, when, how real, and on whose word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from communique.domain.actor import Mention
from communique.domain.agreement import Instrument, Process
from communique.domain.attribution import Statement
from communique.domain.event import Event
from communique.domain.provenance import Provenance
from communique.domain.when import DateMention
from communique.domain.where import Place
from communique.language.cast import Cast
from communique.language.events.around import Surroundings
from communique.language.events.deeds import Deed, deeds
from communique.language.events.grammar import Grammar
from communique.language.events.harm import Harms
from communique.language.events.meetings import parties, told_once
from communique.language.events.roles import Roles
from communique.language.events.somewhere import Somewhere
from communique.language.events.triggers import Trigger
from communique.language.events.voices import Voices
from communique.language.events.whom import Whom
from communique.language.words import Parse

BY = "events@1"
# How often event and type are right: 0.99 and 0.93 on the built half of the gold, 0.85 together on the held one.
SURE, LESS_SURE = 0.88, 0.8
MEETINGS = frozenset({"CONSULT"})
LOOSE = frozenset({"conj", "advcl", "dep", "parataxis", "ROOT"})
BINDING = frozenset({"SUPPORT", "SANCTION", "AGREE", "CONCEDE", "REJECT"})


@dataclass(frozen=True, slots=True)
class Found:
    """What the stages before found in the report."""

    statements: Sequence[Statement] = ()
    places: Sequence[Place] = ()
    mentions: Sequence[Mention] = ()  # of places
    dates: Sequence[DateMention] = ()
    instruments: Sequence[Instrument] = ()
    processes: Sequence[Process] = ()


@dataclass(frozen=True, slots=True)
class Events:
    """The events in reading order, and the places that only they tell of, with their mentions."""

    events: tuple[Event, ...]
    places: tuple[Place, ...] = ()
    mentions: tuple[Mention, ...] = ()


def find_events(parse: Parse, cast: Cast, found: Found) -> Events:
    """The events of a report; the cast grows by the people and bodies that only they describe."""
    finder = _Finder(parse, cast, found)
    events = finder.find()
    told = {event.place for event in events}
    places = tuple(p for p in finder.somewhere.places if p.id in told)
    mentions = tuple(m for m in finder.somewhere.mentions if m.place in told)
    return Events(events, places, mentions)


class _Finder:
    def __init__(self, parse: Parse, cast: Cast, found: Found) -> None:
        self.grammar, self.found = Grammar(parse), found
        self.voices = Voices(parse, found.statements)
        places = [m.span for m in found.mentions]
        dated = frozenset(i for d in found.dates for i in parse.inside(d.span))
        self.roles, self.whom = Roles(self.grammar, dated), Whom(parse, cast, found.statements, places, dated)
        self.deeds = deeds(self.grammar, found.statements, self.voices.indirect)
        triggers = [d.trigger for d in self.deeds]
        named = [span for one in found.instruments for span in one.spans]
        named += [span for one in found.processes for span in one.spans]
        spans = [*places, *(d.span for d in found.dates), *named]
        self.somewhere = Somewhere(self.grammar, cast, spans, found.places, BY)
        apart = [m for m in found.mentions if not any(s.start <= m.span.start < m.span.end <= s.end for s in named)]
        self.around = Surroundings(self.grammar, triggers, apart, found.dates, self.somewhere)
        self.harms = Harms(self.grammar, triggers)

    def find(self) -> tuple[Event, ...]:
        return tuple(replace(e, id=f"e{n}") for n, e in enumerate(told_once(self._events()), 1))

    def _events(self) -> Iterator[Event]:
        for deed in self.deeds:
            event = self._event(deed)
            if _nobody(event):
                continue
            if event.type in MEETINGS and len(parties(event)) > 1:
                self.whom.met(parties(event))
            yield event

    def _not_who_says(self, heads: Sequence[int], trigger: Trigger, said_in: Statement | None) -> Sequence[int]:
        """The doers without the speaker, whom the parse hangs on the verb that follows "said … and"."""
        words = self.grammar.words
        if said_in is None or words[trigger.verb].dep not in LOOSE:
            return heads
        source = {i for span in said_in.source_spans for i in self.grammar.parse.inside(span)}
        return [h for h in heads if h not in source]

    def _event(self, deed: Deed) -> Event:
        trigger = deed.trigger
        said_in = self.voices.of(trigger.word)
        if trigger.saying and said_in is not None:
            said_in = self.voices.around(said_in)
        cast, harm = self.roles.of(trigger), self.harms.of(trigger)
        doers = self.whom.ids(self._not_who_says(cast.doers, trigger, said_in), said_in, doer=True)
        meeting, binding = trigger.type in MEETINGS, trigger.type in BINDING
        return Event(
            id="",
            type=trigger.type,
            span=deed.span,
            reality=deed.reality,
            made=Provenance(BY, SURE if trigger.asks else LESS_SURE),
            mode=trigger.mode,
            initiators=doers,
            targets=tuple(t for t in self.whom.ids(cast.sufferers, said_in) if t not in doers),
            place=self.around.place(trigger),
            date=self.around.date(trigger),
            said_in=said_in.id if said_in else None,
            killed=harm.killed,
            injured=harm.injured,
            about=self.around.about(trigger) if meeting else None,
            process=self.around.forum(trigger, self.found.processes) if meeting else None,
            instrument=self.around.named(trigger, self.found.instruments) if binding else None,
        )


def _nobody(event: Event) -> bool:
    """Whether the words only say that there was no harm: "nobody was reported killed"."""
    toll = event.killed or event.injured
    if toll is None or toll.high != 0 or event.reality != "happened" or event.initiators or event.targets:
        return False
    return toll.span.start <= event.span.start and event.span.end <= toll.span.end
