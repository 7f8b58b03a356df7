"""Where the truce stands: area by area, what is claimed, by whom, and how well that is supported."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from communique.domain.incident import IncidentClaim, Opinion
from communique.domain.truce import STATUSES
from communique.truce.origins import Voices, origins
from communique.truce.sitrep.content import Cell, Listed, Paragraph, Part, Section, Sentence, Sentences, Strip
from communique.truce.sitrep.words import day, days, names, number, plain, short, state, upper, voice
from communique.truce.status import MOMENTS, Area, Stand, StatusOverTime

WIDEST = 31  # days that fit beside each other on a page
ENOUGH = 3  # opinions of one voice and status
SIDES = {"party": "a party to the agreement", "guarantor": "a guarantor"}
SAID = {
    "asserted": "Said to be {}",
    "denied": "Denied to be {}",
    "not confirmed": "Not confirmed to be {}",
}


def standing(over: StatusOverTime, voices: Voices) -> tuple[Section, ...]:
    """One section that explains itself and one for each area on which somebody has spoken, or that is a zone.

    `voices` know who speaks for whom.
    """
    intro = Sentence(
        "Each opinion is somebody's word as of a day. It stands until the same voice says something newer of the same "
        "area; none of them is this report's own."
    )
    sections = [Section("Where the truce stands", (Paragraph((intro,)),))]
    sections += [_area(area, over, voices) for area in over.areas]
    sections += _apart(over, voices)
    return tuple(sections)


def _area(area: Area, over: StatusOverTime, voices: Voices) -> Section:
    said = area.said(over.since, over.until)
    still = [
        one.opinion for one in area.on(over.until) if one.opinion.as_of and one.age > (over.until - over.since).days
    ]
    parts: list[Part] = []
    if not said:
        words = f"No word on {_called(area)} was read for {days(over.since, over.until)}."
        parts.append(Paragraph(plain(f"{words} That is no finding that nothing changed.")))
    elif (over.until - over.since).days < WIDEST:
        parts.append(_strip(area, over))
    if said:
        parts.append(Listed(tuple(groups([one.opinion for one in said], voices))))
    if still:
        parts.append(Paragraph(plain("Said before this period and not taken up again since:")))
        parts.append(Listed(tuple(groups(still, voices))))
    title = f"Elsewhere: {area.called}" if area.kind == "elsewhere" else upper(area.name)
    return Section(title, tuple(parts), 3)


def _called(area: Area) -> str:
    return area.called if area.kind != "zone" else f"the zone {area.name}"


def groups(opinions: Sequence[Opinion], voices: Voices) -> Iterator[Sentences]:
    """One item for each status that is claimed, denied or not confirmed: who says so, when, and how many they are."""
    found: dict[tuple[str, str], list[Opinion]] = {}
    for opinion in opinions:
        found.setdefault((opinion.polarity, opinion.status), []).append(opinion)
    order = sorted(found, key=lambda kind: (list(SAID).index(kind[0]) if kind[0] in SAID else 9, _rank(kind[1])))
    for polarity, status in order:
        alike = found[polarity, status]
        head = SAID.get(polarity, f"{upper(polarity)}: {{}}").format(state(status))
        if status in MOMENTS:
            head = {"asserted": upper(status)}.get(polarity, head)
        text = f"{head}: {_voices(alike)}. {support(alike, voices)}"
        yield (Sentence(text, tuple(dict.fromkeys(one.cited for one in alike))),)


def _rank(status: str) -> tuple[int, str]:
    return (STATUSES.index(status) if status in STATUSES else len(STATUSES), status)


def _voices(opinions: Sequence[Opinion]) -> str:
    """ "Pavel Drenko (a party; 14 and 15 March), Anselm Rook (a guarantor; 15 March)"."""
    found: dict[str, list[Opinion]] = {}
    for opinion in opinions:
        found.setdefault(voice(opinion), []).append(opinion)
    return "; ".join(f"{name} ({_of(said)})" for name, said in found.items())


def _of(said: Sequence[Opinion]) -> str:
    sides = {one.side for one in said if one.side}
    when = names(dict.fromkeys(short(one.as_of) for one in said))
    return ", ".join([*(f"a {side}" for side in sorted(sides)), when])


def support(opinions: Sequence[Opinion], voices: Voices) -> str:
    """How many independent origins there are, for whom they speak, and why some voices are counted as one."""
    by_key = {opinion.key: opinion for opinion in opinions}
    found = origins(_told(opinions), voices)
    counted = upper(number(len(found), "independent origin"))
    sides = [{by_key[key].side for key in one.claims} for one in found]
    told = [_speaking(sum(side in one for one in sides), name, of=len(found)) for side, name in SIDES.items()]
    whose = " and ".join(one for one in told if one)
    reasons = "".join(f" {upper(why)}." for why in dict.fromkeys(why for one in found for why in one.reasons))
    return f"{counted}{f'; {whose}' if whose else ''}.{reasons}"


def _speaking(count: int, whom: str, *, of: int) -> str:
    if not count:
        return ""
    return f"it speaks for {whom}" if of == 1 else f"{number(count, 'speaks', 'speak')} for {whom}"


def _told(opinions: Sequence[Opinion]) -> list[IncidentClaim]:
    """Opinions as claims of one happening, a few of each voice: who repeats whose words shows in the first of them."""
    taken: dict[str, int] = {}
    claims = []
    for one in opinions:
        taken[one.cited.origin] = taken.get(one.cited.origin, 0) + 1
        if taken[one.cited.origin] <= ENOUGH:
            made = IncidentClaim(one.key, "truce", one.cited, voice=one.voice, anonymous=one.anonymous, own=one.own)
            claims.append(made)
    return claims


def _strip(area: Area, over: StatusOverTime) -> Strip:
    rows: dict[str, dict[date, list[tuple[Stand, int]]]] = {}
    for stand in area.stands:
        if stand.first > over.until:
            continue
        last = min(stand.last or over.until, over.until)
        at = max(stand.first, over.since)
        by_day = rows.setdefault(voice(stand.opinion), {})
        for number_of_day in range(at.toordinal(), last.toordinal() + 1):
            now = date.fromordinal(number_of_day)
            by_day.setdefault(now, []).append((stand, (now - stand.first).days))
    listed = [date.fromordinal(n) for n in range(over.since.toordinal(), over.until.toordinal() + 1)]
    return Strip(
        tuple(listed), tuple((name, tuple(_cell(by.get(one, [])) for one in listed)) for name, by in rows.items())
    )


def _cell(stands: Sequence[tuple[Stand, int]]) -> Cell:
    """What a voice's word is on a day; the worst of several of one day, all of them cited."""
    if not stands:
        return Cell()
    worst, age = max(stands, key=lambda one: _rank(one[0].opinion.status))
    cited = tuple(dict.fromkeys(one.opinion.cited for one, _ in stands))
    return Cell(worst.opinion.status, worst.opinion.polarity, age, cited)


def _apart(over: StatusOverTime, voices: Voices) -> Iterator[Section]:
    if over.undated:
        intro = plain("Nothing says as of which day these words hold, so they stand on none.")
        yield Section("Words without a day", (Paragraph(intro), Listed(tuple(groups(over.undated, voices)))), 3)
    if over.unnamed:
        intro = plain("These words name no agreement; the reports that carry them name a party to this one.")
        items = tuple(groups(over.unnamed, voices))
        yield Section("Agreement not named", (Paragraph(intro), Listed(items)), 3)


def last_word(stand: Stand) -> str:
    """ "holding (14 March 2031)": a voice's status with its day."""
    negated = {"asserted": "", "denied": "denies: ", "not confirmed": "cannot confirm: "}
    return f"{negated.get(stand.opinion.polarity, '')}{stand.opinion.status} ({day(stand.first)})"
