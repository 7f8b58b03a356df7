"""The record under the text: each entry with its values and the report's own words, which lead back to their place."""

from __future__ import annotations

from collections.abc import Iterable

from communique.domain.actor import Actor, Mention
from communique.domain.reading import Findings, Reading
from communique.domain.span import Span
from communique.exports import wording
from communique.exports.edition.anchors import Anchors
from communique.exports.edition.claims import event, truce, unsaid, violation
from communique.exports.edition.escape import esc
from communique.exports.edition.lines import Lines, entry, joined, value
from communique.exports.edition.states import States

# What a section holds, where its name alone could be misread.
ABOUT = {"Not said": "What the report denies that somebody said, only supposes, or lays to nobody; no statement."}


def ledger(reading: Reading, anchors: Anchors, states: States) -> str:
    """The sections of the record that hold something, as HTML."""
    lines = Lines(reading, anchors, states)
    found = reading.findings
    sections = (
        ("Actors", "columns", [_actor(lines, n, actor) for n, actor in enumerate(found.actors, 1)]),
        ("Truce", "lines", [truce(lines, n, claim) for n, claim in enumerate(found.truce, 1)]),
        ("Violations alleged", "lines", [violation(lines, n, claim) for n, claim in enumerate(found.violations, 1)]),
        ("Not said", "lines", [unsaid(lines, n, one) for n, one in enumerate(found.unsaid, 1)]),
        ("Events", "lines", [event(lines, n, one) for n, one in enumerate(found.events, 1)]),
        ("Instruments", "columns", _instruments(lines, found)),
        ("Processes", "columns", _processes(lines, found)),
        ("Places", "columns", _places(lines, found)),
        ("Dates", "columns", _dates(lines, found)),
    )
    return "".join(_section(name, style, entries) for name, style, entries in sections if entries)


def _section(name: str, style: str, entries: list[str]) -> str:
    about = f'<p class="about">{ABOUT[name]}</p>' if name in ABOUT else ""
    return f'<section><h2>{name}</h2>{about}<div class="{style}">{"".join(entries)}</div></section>'


def _actor(lines: Lines, number: int, actor: Actor) -> str:
    roles = []
    for place, role in enumerate(actor.roles, 1):
        of = lines.actor(role.of) if role.of else ""
        term = wording.term(role)
        known = f" ({esc(term)})" if term else ""
        words = lines.words(role.span, f"a{number}-{place}")
        roles.append(f"{esc(role.title)}{f' of {of}' if of else ''}{known} {words}")
    members = ", ".join(lines.actor(member) for member in actor.members)
    return entry(
        f"a{number}",
        esc(actor.name),
        joined(esc(actor.kind), esc(actor.country or "")),
        value("roles", "; ".join(roles)),
        value("made up of", members),
        value("named", _named(lines, f"a{number}")),
        state=lines.states.of("actors", actor.id),
    )


def _instruments(lines: Lines, found: Findings) -> list[str]:
    return [
        entry(
            f"i{number}",
            esc(one.name),
            esc(one.kind),
            value("date", lines.date(one.date) if one.date else ""),
            value("named", _each(lines, one.spans, f"i{number}")),
            state=lines.states.of("instruments", one.id),
        )
        for number, one in enumerate(found.instruments, 1)
    ]


def _processes(lines: Lines, found: Findings) -> list[str]:
    return [
        entry(
            f"t{number}",
            esc(one.name),
            f"round {one.round}" if one.round is not None else "",
            value("named", _each(lines, one.spans, f"t{number}")),
            state=lines.states.of("processes", one.id),
        )
        for number, one in enumerate(found.processes, 1)
    ]


def _places(lines: Lines, found: Findings) -> list[str]:
    return [
        entry(
            f"p{number}",
            esc(place.name),
            joined(esc(place.kind or ""), esc(place.country or "country unknown")),
            value("at", wording.coordinates(place) or "coordinates unknown"),
            value("gazetteer", esc(place.gazetteer or "")),
            value("named", _named(lines, f"p{number}")),
            state=lines.states.of("places", place.id),
        )
        for number, place in enumerate(found.places, 1)
    ]


def _dates(lines: Lines, found: Findings) -> list[str]:
    return [
        entry(
            f"d{number}",
            esc(wording.when(one)) if one.start else '<i class="unknown">unknown</i>',
            esc(one.precision) if one.start else "",
            value("in the text", lines.words(one.span, f"d{number}")),
            state=lines.states.of("dates", one.id),
        )
        for number, one in enumerate(found.dates, 1)
    ]


def _each(lines: Lines, spans: Iterable[Span], stem: str) -> str:
    return ", ".join(lines.words(span, f"{stem}-{place}") for place, span in enumerate(spans, 1))


def _named(lines: Lines, stem: str) -> str:
    """Every wording once, in reading order; it leads to its first place, numbers lead to the further ones."""
    by_words: dict[str, list[tuple[str, Mention]]] = {}
    for anchor, mention in lines.anchors.named.get(stem, ()):
        by_words.setdefault(wording.quoted((mention.span,), lines.text, 60), []).append((anchor, mention))
    out = []
    for mentions in by_words.values():
        first, *others = mentions
        places = ", ".join(f'<a href="#t-{anchor}">{place}</a>' for place, (anchor, _) in enumerate(others, 2))
        again = f' <span class="again">(again {places})</span>' if places else ""
        out.append(lines.words(first[1].span, first[0]) + again)
    return ", ".join(out)
