"""The report put together, section by section."""

from __future__ import annotations

from communique.domain.incident import Opinion
from communique.truce.commencing import against_text
from communique.truce.opposed import opposed
from communique.truce.origins import Voices
from communique.truce.sitrep.answers import access, steps
from communique.truce.sitrep.brief import brief, facts
from communique.truce.sitrep.content import SituationReport
from communique.truce.sitrep.counting import counting
from communique.truce.sitrep.coverage import not_read, quiet
from communique.truce.sitrep.disputes import disputes, unconfirmed
from communique.truce.sitrep.happenings import happenings, in_period
from communique.truce.sitrep.material import Material, Period
from communique.truce.sitrep.news import news
from communique.truce.sitrep.standing import standing
from communique.truce.sitrep.words import days
from communique.truce.status import status_over_time
from communique.truce.sums import carried
from communique.truce.tallies import windows


def situation_report(material: Material, period: Period, *, made: str) -> SituationReport:
    """The report on the material's agreement for the period; `made` says with what it was made, and when."""
    agreement = material.agreement
    over = status_over_time(material.opinions, agreement, period.since, period.until)
    # What is new is measured against words that newer ones may have ended before the period began.
    back = status_over_time(material.opinions, agreement, min(period.last_report, period.since), period.until)
    counts = windows(material.opinions, agreement, period.since, period.until)
    incidents = in_period(material.incidents, period)
    against = opposed(over, counts)
    voices = Voices.of([agreement.sides])
    heard = _of_period(material, period)
    untrue = against_text(material.commencements, agreement)
    disputed = len(against) + len(untrue) + sum(len(one.contradictions) for one in incidents)
    return SituationReport(
        title=f"Situation report: {agreement.name}",
        subtitle=days(period.since, period.until),
        agreement=agreement.key,
        since=period.since,
        until=period.until,
        facts=facts(material, period, made=made),
        sections=(
            brief(over, incidents, counts, disputed),
            *standing(over, voices),
            *happenings(incidents, agreement, voices, period),
            counting(counts, carried(one for window in counts for one in window.counts)),
            disputes(incidents, against, untrue),
            unconfirmed(incidents, heard),
            access(incidents),
            *steps(heard, incidents),
            news(incidents, material, back, period),
            quiet(incidents, counts, period),
            not_read(material),
        ),
        incidents=incidents,
    )


def _of_period(material: Material, period: Period) -> tuple[Opinion, ...]:
    """The opinions on the agreement, or that may be on it, that speak of a day of the period."""
    key = material.agreement.key
    own = (one for one in material.opinions if one.agreement == key or (one.agreement is None and key in one.perhaps))
    return tuple(one for one in own if period.holds(one.as_of, one.as_of))
