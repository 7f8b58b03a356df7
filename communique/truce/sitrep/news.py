"""What is new since the last report: incidents first told of, new words on known ones, and voices that changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from communique.domain.incident import Incident
from communique.truce.sitrep.content import Listed, Paragraph, Section, Sentence, Sentences
from communique.truce.sitrep.happenings import called, is_new
from communique.truce.sitrep.material import Material, Period
from communique.truce.sitrep.standing import last_word
from communique.truce.sitrep.words import day, names, number, plain, speaker, upper
from communique.truce.status import MOMENTS, Area, Stand, StatusOverTime


def news(told: Sequence[Incident], material: Material, over: StatusOverTime, period: Period) -> Section:
    """The section; `told` are the incidents of the period, `over` reaches back to the last report."""
    incidents = material.incidents
    items = [
        *_first_told(told, incidents, period),
        *_told_again(incidents, material.earlier, period),
        *_taken_back(incidents, period),
    ]
    items += [item for area in over.areas if area.kind != "elsewhere" for item in _changed(area, period)]
    intro = plain(f"Measured against what had appeared by {day(period.last_report)}.")
    if not items:
        none = Sentence("Nothing on this agreement has appeared since.")
        return Section("New since the last report", (Paragraph((*intro, none)),))
    return Section("New since the last report", (Paragraph(intro), Listed(tuple(items))))


def _first_told(told: Sequence[Incident], incidents: Sequence[Incident], period: Period) -> Iterator[Sentences]:
    """One item each; where all of the period's are new, they stand in the report already, and one item says so."""
    new = [incident for incident in incidents if is_new(incident, period)]
    listed = {incident.key for incident in told}
    if len(listed) > 1 and listed <= {incident.key for incident in new}:
        yield plain(f"All {number(len(listed), 'incident')} of this period were first told of since then.")
        new = [incident for incident in new if incident.key not in listed]
    for incident in new:
        cited = tuple(claim.cited for claim in incident.claims)
        yield plain(f"New: {called(incident)}, {incident.verification}.", cited)


def _told_again(incidents: Sequence[Incident], earlier: Sequence[Incident], period: Period) -> Iterator[Sentences]:
    stood = {claim.key: one.verification for one in earlier for claim in one.claims}
    for incident in incidents:
        fresh = [claim for claim in incident.claims if period.new(claim.cited.published) and not claim.retracted]
        if fresh and len(fresh) < len(incident.claims) and not is_new(incident, period):
            voices = names(speaker(claim.cited, anonymous=claim.anonymous) for claim in fresh)
            text = f"{upper(number(len(fresh), 'further claim'))} on {called(incident)}: {voices}."
            before = dict.fromkeys(stood[claim.key] for claim in incident.claims if claim.key in stood)
            changed = "" if not before or set(before) == {incident.verification} else f", before as {names(before)}"
            yield plain(f"{text} It stands as {incident.verification}{changed}.", tuple(one.cited for one in fresh))


def _taken_back(incidents: Sequence[Incident], period: Period) -> Iterator[Sentences]:
    for incident in incidents:
        back = [claim for claim in incident.claims if claim.retracted and period.new(claim.cited.published)]
        if back:
            who = upper(names(speaker(claim.cited, anonymous=claim.anonymous) for claim in back))
            told = f"{who}: {number(len(back), 'claim')} on {called(incident)} taken back."
            yield plain(told, tuple(claim.cited for claim in back))


def _changed(area: Area, period: Period) -> Iterator[Sentences]:
    """A voice whose last word differs from what it had said by the last report."""
    before: dict[str, Stand] = {}
    now: dict[str, Stand] = {}
    for stand in area.stands:  # in the order of their days
        lasting = not stand.opinion.anonymous and stand.opinion.status not in MOMENTS
        if lasting and stand.first <= period.until:
            known = before if stand.first <= period.last_report else now
            known[stand.opinion.cited.origin] = stand
    for origin, later in now.items():
        earlier = before.get(origin)
        if earlier and _word(earlier) != _word(later):
            text = f"{origin} on {area.name}: {last_word(earlier)}, now {last_word(later)}."
            yield plain(upper(text), (earlier.opinion.cited, later.opinion.cited))


def _word(stand: Stand) -> tuple[str, str]:
    return stand.opinion.polarity, stand.opinion.status
