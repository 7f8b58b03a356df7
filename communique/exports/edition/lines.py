"""The lines an entry of the record is made of, and the links they carry."""

from __future__ import annotations

from dataclasses import dataclass

from communique.domain.reading import Reading
from communique.domain.span import Span
from communique.exports import wording
from communique.exports.edition.anchors import Anchors
from communique.exports.edition.cards import chain
from communique.exports.edition.escape import esc
from communique.exports.edition.states import UNKNOWN, State, States


class Lines:
    """Looks findings up by id for one reading, and writes them as links."""

    def __init__(self, reading: Reading, anchors: Anchors, states: States) -> None:
        self.reading = reading
        self.anchors = anchors
        self.states = states
        self.text = reading.report.text
        self._actors = {actor.id: actor for actor in reading.findings.actors}
        self._places = {place.id: place for place in reading.findings.places}
        self._dates = {date.id: date for date in reading.findings.dates}
        self._instruments = {one.id: one for one in reading.findings.instruments}
        self._processes = {one.id: one for one in reading.findings.processes}

    def words(self, span: Span, stem: str, limit: int = 60) -> str:
        """The report's own words in quotation marks, leading to their place."""
        return self.pieces((span,), stem, limit)

    def pieces(self, spans: tuple[Span, ...], stem: str, limit: int = 60) -> str:
        """The same of words in several pieces; nothing where there are none."""
        if not spans:
            return ""
        return f'<a class="words" href="#t-{stem}">“{esc(wording.quoted(spans, self.text, limit))}”</a>'

    def actor(self, key: str) -> str:
        """An actor's name, leading to his entry."""
        actor = self._actors.get(key)
        return _entry(self.anchors.actors[key], actor.name) if actor else ""

    def actors(self, keys: tuple[str, ...]) -> str:
        """Several actors' names."""
        return ", ".join(filter(None, map(self.actor, keys)))

    def place(self, key: str | None) -> str:
        """A place's name, leading to its entry; nothing where no place is given."""
        place = self._places.get(key or "")
        return _entry(self.anchors.places[place.id], place.name) if place else ""

    def date(self, key: str | None) -> str:
        """A date's value, or its words where the value is unknown; nothing where no date is given."""
        date = self._dates.get(key or "")
        if date is None:
            return ""
        known = wording.when(date)
        return _entry(
            self.anchors.dates[date.id], known if date.start else f"“{wording.shortened(date.text, 40)}”, {known}"
        )

    def instrument(self, key: str | None) -> str:
        """An instrument's name, leading to its entry; nothing where none is given."""
        one = self._instruments.get(key or "")
        return _entry(self.anchors.instruments[one.id], one.name) if one else ""

    def process(self, key: str | None) -> str:
        """A process's name, leading to its entry; nothing where none is given."""
        one = self._processes.get(key or "")
        return _entry(self.anchors.processes[one.id], one.name) if one else ""

    def said_in(self, key: str | None) -> str:
        """The statement a claim stands in and its chain of authority; the outlet's own word where there is none."""
        stem = self.anchors.statements.get(key or "")
        if stem is None:
            return f"the report itself{f' ({esc(self.reading.report.outlet)})' if self.reading.report.outlet else ''}"
        statement = self.reading.findings.statements[int(stem[1:]) - 1]
        number = f'<a class="number" href="#r-{stem}">{stem[1:]}</a>'
        return f"{number} {chain(statement, self.reading, self.anchors)}"


@dataclass(frozen=True, slots=True)
class Value:
    """One labelled value of an entry; empty HTML where the report does not say."""

    label: str
    html: str


def value(label: str, html: str) -> Value:
    """A labelled value; it is left out of the entry when `html` is empty."""
    return Value(label, html)


def entry(stem: str, name: str, kind: str, *values: Value, state: State = UNKNOWN) -> str:
    """One entry: its name, what it is, its values, each on a line of its own, and where it stands."""
    lines = "".join(f"<dt>{one.label}</dt><dd>{one.html}</dd>" for one in values if one.html)
    what = f' <span class="kind">{kind}</span>' if kind else ""
    return f'<div class="entry{state.style}" id="r-{stem}"><h3>{name}{what}</h3>{state.line}<dl>{lines}</dl></div>'


def joined(*parts: str) -> str:
    """The parts that are not empty, with a dot between."""
    return " · ".join(part for part in parts if part)


def _entry(stem: str, name: str) -> str:
    return f'<a href="#r-{stem}">{esc(name)}</a>'
