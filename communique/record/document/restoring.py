"""From the objects of the format back to the nouns: the exact inverse of `writing`."""

from __future__ import annotations

from typing import cast

from msgspec import UNSET

from communique.domain import actor, agreement, attribution, event, report, truce, when, where
from communique.domain.provenance import Provenance
from communique.domain.reading import Findings, Reading
from communique.domain.span import Span
from communique.record.document import shapes
from communique.record.document.writing import OVERALL


def reading(document: shapes.Document, text: str) -> Reading:
    """The reading with `text` as its report's text; a `ValueError` where a span is not a range."""
    skipped = None if document.skipped is UNSET else document.skipped
    findings = Findings(
        mentions=tuple(map(_mention, document.mentions)),
        actors=tuple(map(_actor, document.actors)),
        places=tuple(map(_place, document.places)),
        dates=tuple(map(_date, document.dates)),
        statements=tuple(map(_statement, document.statements)),
        events=tuple(map(_event, document.events)),
        instruments=tuple(map(_instrument, document.instruments)),
        processes=tuple(map(_process, document.processes)),
        truce=tuple(map(_truce, document.truce)),
        violations=tuple(map(_violation, document.violations)),
        unsaid=tuple(map(_unsaid, document.unsaid)),
    )
    return Reading(_report(document.report, text, skipped), findings)


def unread(failure: shapes.Failure) -> report.Unread:
    """The source that could not be read."""
    head = failure.report
    return report.Unread(head.id, head.source, failure.error, head.sha256)


def _span(pair: shapes.Pair) -> Span:
    return Span(*pair)


def _maybe(pair: shapes.Pair | None) -> Span | None:
    return None if pair is None else Span(*pair)


def _spans(pairs: shapes.Pairs) -> tuple[Span, ...]:
    return tuple(map(_span, pairs))


def _made(by: str, confidence: shapes.Confidence) -> Provenance:
    if isinstance(confidence, dict):
        return Provenance(by, confidence.get(OVERALL))
    return Provenance(by, None if confidence is UNSET else confidence)


def _report(head: shapes.Report, text: str, skipped: str | None) -> report.Report:
    opening = head.dateline
    anatomy = report.Anatomy(
        body=_spans(head.body),
        headline=_maybe(head.headline),
        dateline=None if opening is None else report.Dateline(_span(opening.span), opening.place, opening.agency),
        byline=_maybe(head.byline),
        subheads=_spans(head.subheads),
        furniture=_spans(head.furniture),
    )
    return report.Report(
        id=head.id,
        source=head.source,
        sha256=head.sha256,
        text=text,
        anatomy=anatomy,
        outlet=head.outlet,
        url=head.url,
        language=head.language,
        published=None if head.published is None else _published(head.published),
        title=head.title,
        author=head.author,
        skipped=skipped,
    )


def _published(p: shapes.Published) -> report.Published:
    return report.Published(p.value, cast(report.Precision, p.precision), cast(report.Basis, p.basis))


def _mention(m: shapes.Mention) -> actor.Mention:
    return actor.Mention(m.id, _span(m.span), m.kind, _made(m.by, m.confidence), m.actor, m.place, m.reason)


def _actor(a: shapes.Actor) -> actor.Actor:
    roles = tuple(actor.Role(r.title, _span(r.span), r.of, r.since, r.until) for r in a.roles)
    return actor.Actor(a.id, a.name, a.kind, _made(a.by, a.confidence), roles, a.country, a.known, a.members)


def _place(p: shapes.Place) -> where.Place:
    made = _made(p.by, p.confidence)
    return where.Place(p.id, p.name, made, p.country, p.lat, p.lon, p.gazetteer, p.kind)


def _date(d: shapes.DateMention) -> when.DateMention:
    return when.DateMention(d.id, _span(d.span), d.text, d.precision, _made(d.by, d.confidence), d.start, d.end)


def _statement(s: shapes.Statement) -> attribution.Statement:
    fields = s.confidence if isinstance(s.confidence, dict) else {}
    return attribution.Statement(
        id=s.id,
        content=_spans(s.content.spans),
        cue=_spans(s.cue.spans),
        source_spans=_spans(s.source.spans),
        source_actors=s.source.actors,
        mode=cast(attribution.Mode, s.mode),
        stance=s.stance,
        chain=s.chain,
        made=_made(s.by, s.confidence),
        anonymous=s.anonymous,
        told_to=s.told_to,
        within=s.within,
        confidences=tuple((name, sure) for name, sure in fields.items() if name != OVERALL),
    )


def _unsaid(u: shapes.Unsaid) -> attribution.Unsaid:
    source, cue, content = (_spans(part.spans) for part in (u.source, u.cue, u.content))
    return attribution.Unsaid(u.id, content, cue, source, _made(u.by, u.confidence))


def _event(e: shapes.Event) -> event.Event:
    return event.Event(
        id=e.id,
        type=e.type,
        span=_span(e.span),
        reality=e.reality,
        made=_made(e.by, e.confidence),
        mode=e.mode,
        initiators=e.initiators,
        targets=e.targets,
        place=e.place,
        date=e.date,
        said_in=e.said_in,
        killed=_count(e.killed),
        injured=_count(e.injured),
        about=_maybe(e.about),
        process=e.process,
        instrument=e.instrument,
    )


def _instrument(i: shapes.Instrument) -> agreement.Instrument:
    return agreement.Instrument(i.id, i.kind, i.name, _spans(i.spans), _made(i.by, i.confidence), i.date, i.known)


def _process(p: shapes.Process) -> agreement.Process:
    return agreement.Process(p.id, p.name, _spans(p.spans), _made(p.by, p.confidence), p.round, p.known)


def _truce(c: shapes.TruceClaim) -> truce.TruceClaim:
    count = c.violations
    return truce.TruceClaim(
        id=c.id,
        span=_span(c.span),
        status=c.status,
        made=_made(c.by, c.confidence),
        scope_text=c.scope.text,
        scope_span=_maybe(c.scope.span),
        zones=c.scope.zones,
        instrument=c.instrument,
        violations=None
        if count is None
        else truce.Count(count.count_text, _span(count.span), count.low, count.high, count.unit),
        severity=c.severity,
        severity_span=_maybe(c.severity_span),
        step=_step(c.step),
        said_in=c.said_in,
        polarity=c.polarity,
        period=c.period,
        period_text=c.period_text,
        cumulative=c.cumulative,
        breakdown=tuple(truce.Part(p.place, _span(p.span), _counted(p.count)) for p in c.breakdown),
        parties=c.parties,
        rule=c.rule,
    )


def _counted(n: shapes.Number) -> truce.Count:
    return truce.Count(n.text, _span(n.span), n.low, n.high, n.unit)


def _count(n: shapes.Number | None) -> truce.Count | None:
    return None if n is None else _counted(n)


def _step(s: shapes.Step | None) -> truce.Step | None:
    return None if s is None else truce.Step(s.rung, s.text, _span(s.span), s.fact, s.of)


def _violation(v: shapes.ViolationClaim) -> truce.ViolationClaim:
    return truce.ViolationClaim(
        id=v.id,
        span=_span(v.span),
        type=v.type,
        made=_made(v.by, v.confidence),
        weapon=v.weapon,
        date=v.date,
        place=v.place,
        alleged_party=v.alleged_party,
        victims=v.victims,
        killed=_count(v.killed),
        injured=_count(v.injured),
        said_in=v.said_in,
        polarity=v.polarity,
        count=_count(v.count),
        either=v.either,
        severity=v.severity,
        severity_span=_maybe(v.severity_span),
        zone=v.zone,
        rule=v.rule,
        step=_step(v.step),
    )
