"""From the nouns to the objects of the format."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import UNSET, UnsetType

from communique.domain import actor, agreement, attribution, event, provenance, report, truce, when, where
from communique.domain.reading import Reading
from communique.domain.span import Span
from communique.record.document import shapes

# The name of a statement's own confidence where its fields have theirs as well.
OVERALL = "overall"


def document(reading: Reading, *, with_text: bool) -> shapes.Document:
    """The whole reading; without `report.text` if `with_text` is false."""
    found = reading.findings
    return shapes.Document(
        format=shapes.FORMAT,
        report=_report(reading.report, with_text),
        mentions=tuple(map(_mention, found.mentions)),
        actors=tuple(map(_actor, found.actors)),
        places=tuple(map(_place, found.places)),
        dates=tuple(map(_date, found.dates)),
        statements=tuple(map(statement, found.statements)),
        events=tuple(map(_event, found.events)),
        instruments=tuple(map(_instrument, found.instruments)),
        processes=tuple(map(_process, found.processes)),
        truce=tuple(map(_truce, found.truce)),
        violations=tuple(map(_violation, found.violations)),
        unsaid=tuple(map(_unsaid, found.unsaid)),
        skipped=UNSET if reading.report.skipped is None else reading.report.skipped,
    )


def failure(unread: report.Unread) -> shapes.Failure:
    """The line of a source that could not be read."""
    return shapes.Failure(
        shapes.FORMAT, shapes.UnreadReport(unread.id, unread.source, unread.sha256), error=unread.error
    )


def _pair(span: Span) -> shapes.Pair:
    return span.start, span.end


def _maybe(span: Span | None) -> shapes.Pair | None:
    return None if span is None else _pair(span)


def _pairs(spans: Iterable[Span]) -> shapes.Pairs:
    return tuple(map(_pair, spans))


def _sure(made: provenance.Provenance) -> float | UnsetType:
    return UNSET if made.confidence is None else made.confidence


def published(given: report.Published | None) -> shapes.Published | None:
    """A date of publication, None where there is none."""
    return None if given is None else shapes.Published(given.value, given.precision, given.basis)


def _report(taken: report.Report, with_text: bool) -> shapes.Report:
    anatomy, opening = taken.anatomy, taken.anatomy.dateline
    return shapes.Report(
        id=taken.id,
        source=taken.source,
        sha256=taken.sha256,
        outlet=taken.outlet,
        url=taken.url,
        language=taken.language,
        published=published(taken.published),
        headline=_maybe(anatomy.headline),
        dateline=None if opening is None else shapes.Dateline(_pair(opening.span), opening.place, opening.agency),
        byline=_maybe(anatomy.byline),
        body=_pairs(anatomy.body),
        subheads=_pairs(anatomy.subheads),
        furniture=_pairs(anatomy.furniture),
        title=taken.title,
        author=taken.author,
        text=taken.text if with_text else UNSET,
    )


def _mention(m: actor.Mention) -> shapes.Mention:
    return shapes.Mention(m.id, _pair(m.span), m.kind, m.actor, m.place, m.reason, m.made.by, _sure(m.made))


def _actor(a: actor.Actor) -> shapes.Actor:
    roles = tuple(shapes.Role(r.title, r.of, _pair(r.span), r.since, r.until) for r in a.roles)
    return shapes.Actor(a.id, a.name, a.kind, roles, a.country, a.known, a.members, a.made.by, _sure(a.made))


def _place(p: where.Place) -> shapes.Place:
    return shapes.Place(p.id, p.name, p.kind, p.country, p.lat, p.lon, p.gazetteer, p.made.by, _sure(p.made))


def _date(d: when.DateMention) -> shapes.DateMention:
    return shapes.DateMention(
        id=d.id,
        span=_pair(d.span),
        start=d.start,
        end=d.end,
        precision=d.precision,
        text=d.text,
        by=d.made.by,
        confidence=_sure(d.made),
    )


def statement(s: attribution.Statement) -> shapes.Statement:
    """One statement."""
    return shapes.Statement(
        id=s.id,
        source=shapes.Source(_pairs(s.source_spans), s.source_actors),
        cue=shapes.Spans(_pairs(s.cue)),
        content=shapes.Spans(_pairs(s.content)),
        mode=s.mode,
        stance=s.stance,
        anonymous=s.anonymous,
        told_to=s.told_to,
        within=s.within,
        chain=s.chain,
        by=s.made.by,
        confidence=_sure_of_fields(s),
    )


def _unsaid(u: attribution.Unsaid) -> shapes.Unsaid:
    source, cue, content = (shapes.Spans(_pairs(part)) for part in (u.source_spans, u.cue, u.content))
    return shapes.Unsaid(u.id, source, cue, content, u.made.by, _sure(u.made))


def _sure_of_fields(s: attribution.Statement) -> shapes.Confidence:
    if not s.confidences:
        return _sure(s.made)
    overall = {} if s.made.confidence is None else {OVERALL: s.made.confidence}
    return dict(s.confidences) | overall


def _event(e: event.Event) -> shapes.Event:
    return shapes.Event(
        id=e.id,
        type=e.type,
        mode=e.mode,
        span=_pair(e.span),
        initiators=e.initiators,
        targets=e.targets,
        place=e.place,
        date=e.date,
        reality=e.reality,
        said_in=e.said_in,
        by=e.made.by,
        confidence=_sure(e.made),
        killed=_number(e.killed),
        injured=_number(e.injured),
        about=_maybe(e.about),
        process=e.process,
        instrument=e.instrument,
    )


def _instrument(i: agreement.Instrument) -> shapes.Instrument:
    return shapes.Instrument(i.id, i.kind, i.name, i.date, _pairs(i.spans), i.known, i.made.by, _sure(i.made))


def _process(p: agreement.Process) -> shapes.Process:
    return shapes.Process(p.id, p.name, p.round, _pairs(p.spans), p.known, p.made.by, _sure(p.made))


def _truce(c: truce.TruceClaim) -> shapes.TruceClaim:
    count = c.violations
    return shapes.TruceClaim(
        id=c.id,
        span=_pair(c.span),
        status=c.status,
        polarity=c.polarity,
        scope=shapes.Scope(c.scope_text, _maybe(c.scope_span), c.zones),
        instrument=c.instrument,
        rule=c.rule,
        violations=None
        if count is None
        else shapes.Tally(count.text, count.low, count.high, count.unit, _pair(count.span)),
        breakdown=tuple(shapes.Part(p.place, _pair(p.span), _counted(p.count)) for p in c.breakdown),
        period=c.period,
        period_text=c.period_text,
        cumulative=c.cumulative,
        parties=c.parties,
        severity=c.severity,
        severity_span=_maybe(c.severity_span),
        step=_step(c.step),
        said_in=c.said_in,
        by=c.made.by,
        confidence=_sure(c.made),
    )


def _counted(count: truce.Count) -> shapes.Number:
    return shapes.Number(count.low, count.high, count.text, count.unit, _pair(count.span))


def _number(count: truce.Count | None) -> shapes.Number | None:
    return None if count is None else _counted(count)


def _step(step: truce.Step | None) -> shapes.Step | None:
    return None if step is None else shapes.Step(step.rung, step.text, _pair(step.span), step.fact, step.of)


def _violation(v: truce.ViolationClaim) -> shapes.ViolationClaim:
    return shapes.ViolationClaim(
        id=v.id,
        span=_pair(v.span),
        type=v.type,
        polarity=v.polarity,
        weapon=v.weapon,
        count=_number(v.count),
        date=v.date,
        place=v.place,
        zone=v.zone,
        alleged_party=v.alleged_party,
        either=v.either,
        victims=v.victims,
        killed=_number(v.killed),
        injured=_number(v.injured),
        severity=v.severity,
        severity_span=_maybe(v.severity_span),
        rule=v.rule,
        step=_step(v.step),
        said_in=v.said_in,
        by=v.made.by,
        confidence=_sure(v.made),
    )
