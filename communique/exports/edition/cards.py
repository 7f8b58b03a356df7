"""The card beside a passage: on whose authority it is said, how, and inside what."""

from __future__ import annotations

from collections.abc import Sequence

from communique.domain.attribution import Statement
from communique.domain.reading import Reading
from communique.exports import wording
from communique.exports.edition.anchors import Anchors
from communique.exports.edition.escape import esc
from communique.exports.edition.states import States


def cards(numbers: Sequence[int], reading: Reading, anchors: Anchors, states: States) -> str:
    """The cards of these statements (1 is the first), those within another set inside its card where it is here too."""
    statements = reading.findings.statements
    children: dict[int, list[int]] = {}
    tops: list[int] = []
    here = set(numbers)
    for number in numbers:
        parent = _number(anchors.statements.get(statements[number - 1].within or ""))
        # A statement comes after the one it stands in; anything else would nest for ever.
        nested = parent is not None and parent in here and parent < number
        (children.setdefault(parent, []) if nested and parent else tops).append(number)
    return "".join(_card(number, children, reading, anchors, states) for number in tops)


def _number(stem: str | None) -> int | None:
    return int(stem[1:]) if stem else None


def _card(number: int, children: dict[int, list[int]], reading: Reading, anchors: Anchors, states: States) -> str:
    statement = reading.findings.statements[number - 1]
    inside = "".join(_card(child, children, reading, anchors, states) for child in children.get(number, []))
    state = states.of("statements", statement.id)
    return (
        f'<section class="card{state.style}" id="r-s{number}" aria-label="Statement {number}">'
        f'<a class="number" href="#t-s{number}" title="to the passage">{number}</a>'
        f'<p class="chain">{chain(statement, reading, anchors)}</p>'
        f'<p class="how">{_how(statement, reading.report.text, anchors)}</p>{state.line}{inside}</section>'
    )


def chain(statement: Statement, reading: Reading, anchors: Anchors) -> str:
    """The chain of authority, outermost first and the speaker in bold, who leads to his entry if he is one actor."""
    *outer, speaker = wording.voices(statement, reading.report.text)
    entry = anchors.actors.get(statement.source_actors[0]) if len(statement.source_actors) == 1 else None
    last = f"<b>{esc(speaker)}</b>"
    if entry and not statement.anonymous:
        last = f'<a href="#r-{entry}">{last}</a>'
    return ' <span class="via" aria-label="quotes">›</span> '.join([*(esc(name) for name in outer), last])


def _how(statement: Statement, text: str, anchors: Anchors) -> str:
    cue = wording.quoted(statement.cue, text, 60)
    sure = wording.confidences(statement)
    parts = [
        '<span class="flag">unnamed source</span>' if statement.anonymous else "",
        esc(statement.stance) + (f' <span class="by">“{esc(cue)}”</span>' if cue else ""),
        esc(statement.mode),
        f"told to {esc(statement.told_to)}" if statement.told_to else "",
        _within(statement, anchors),
        f'<span class="sure">confidence {esc(sure)}</span>' if sure else "",
    ]
    return " · ".join(part for part in parts if part)


def _within(statement: Statement, anchors: Anchors) -> str:
    stem = anchors.statements.get(statement.within or "")
    return f'within <a href="#r-{stem}">{stem[1:]}</a>' if stem else ""
