"""Happenings: tellings taken for one event, what they say together and where they differ."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from communique.domain.incident import IncidentClaim, Party
from communique.record import Decision, View
from communique.record.groups import Group, Link, grouped, proposals, stale
from communique.timeline.matcher import match
from communique.timeline.telling import Telling, recorded_tellings
from communique.truce.agreements import Agreement
from communique.truce.history import History
from communique.truce.origins import Voices, origins

ABOUT = "events"
NOUN = "telling"


@dataclass(frozen=True, slots=True)
class Happening:
    """One event with everything the record says of it, in the order in which the reports came in.

    `proposed` is true while only the matcher put its tellings together; `reasons` say why. `origins` are the names of
    the independent voices. Where tellings differ, `start`, `place` and `round` are the first telling's that has one,
    and `differences` names both sides.
    """

    key: str
    name: str
    type: str
    tellings: tuple[Telling, ...]
    proposed: bool
    reasons: tuple[str, ...]
    start: str | None
    end: str | None
    place: str | None
    initiators: tuple[Party, ...]
    targets: tuple[Party, ...]
    realities: tuple[tuple[str, tuple[str, ...]], ...]  # each with who says so
    origins: tuple[str, ...]
    process: str | None
    process_known: str | None
    round: int | None
    differences: tuple[str, ...] = ()
    given_name: str | None = None  # what a person called it
    history: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Timeline:
    """The events of a record in order of time, the undated last, with what the matcher proposes beside them."""

    happenings: tuple[Happening, ...]
    proposed: tuple[Link, ...]
    stale: tuple[Decision, ...]


def timeline(view: View, agreements: Sequence[Agreement] = ()) -> Timeline:
    """The events of the record, those that several reports tell of as one; `agreements` say who belongs to whom."""
    return gathered(tuple(recorded_tellings(view)), view.decisions(ABOUT), agreements)


def gathered(
    told: Sequence[Telling], decisions: Sequence[Decision] = (), agreements: Sequence[Agreement] = ()
) -> Timeline:
    """The timeline of these tellings and decisions."""
    packs = {id(one.sides): one.sides for one in agreements}
    voices = Voices.of(packs.values())
    links = match(told, voices)
    keys = [one.key for one in told]
    groups = grouped(keys, links, decisions)
    by_key = {one.key: one for one in told}
    history = History(decisions, NOUN)
    found = [_happening(group, [by_key[key] for key in group.members], voices, history) for group in groups]
    ordered = sorted(found, key=lambda one: (one.start is None, one.start or _reported(one)))
    return Timeline(tuple(ordered), proposals(links, groups), stale(decisions, keys))


def _reported(one: Happening) -> str:
    return min((told.cited.published for told in one.tellings if told.cited.published), default="")


def _happening(group: Group, told: Sequence[Telling], voices: Voices, history: History) -> Happening:
    dated = next((one for one in told if one.start), None)
    # Whom most tellings name comes first, so that one reader's slip does not head the list.
    fullest = max(told, key=lambda one: len(one.parties))
    process = next((one for one in told if one.process), None)
    return Happening(
        key=group.key,
        name=group.name or _name(fullest),
        type=told[0].type,
        tellings=tuple(told),
        proposed=group.proposed,
        reasons=group.reasons,
        start=dated.start if dated else None,
        end=dated.end if dated else None,
        place=next((one.place for one in told if one.place), None),
        initiators=fullest.initiators,
        targets=fullest.targets,
        realities=_realities(told),
        origins=tuple(one.name for one in origins([_as_claim(one) for one in told], voices)),
        process=process.process if process else None,
        process_known=next((one.process_known for one in told if one.process_known), None),
        round=next((one.round for one in told if one.round is not None), None),
        differences=_differences(told),
        given_name=group.name,
        history=history.of(group.members),
    )


def _name(telling: Telling) -> str:
    doers, others = (" and ".join(p.name for p in parties) for parties in (telling.initiators, telling.targets))
    words = telling.mode or telling.type.lower()
    return " · ".join(filter(None, (words, doers, f"→ {others}" if others else "")))


def _realities(told: Iterable[Telling]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    voices: dict[str, dict[str, None]] = {}
    for one in told:
        voices.setdefault(one.reality, {})[one.cited.origin] = None
    return tuple((reality, tuple(names)) for reality, names in voices.items())


def _differences(told: Sequence[Telling]) -> tuple[str, ...]:
    asked = (
        ("day", [one.start for one in told]),
        ("place", [one.place for one in told]),
        ("reality", [one.reality for one in told]),
        ("killed", [one.killed.text if one.killed else None for one in told]),
        ("injured", [one.injured.text if one.injured else None for one in told]),
    )
    found = []
    for what, values in asked:
        counted = Counter(value for value in values if value)
        if len(counted) > 1:
            found.append(f"{what}: {', '.join(f'{value} ({n})' if n > 1 else value for value, n in counted.items())}")
    return tuple(found)


def _as_claim(one: Telling) -> IncidentClaim:
    """The telling as the count of independent origins takes it."""
    return IncidentClaim(
        key=one.key, type=one.type, cited=one.cited, voice=one.voice, anonymous=one.anonymous, own=one.own
    )
