"""Citations: where a finding of a reading stands, and who vouches for it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from communique.domain.attribution import Statement
from communique.domain.incident import Citation
from communique.domain.reading import Reading
from communique.domain.span import Span
from communique.record.periods import written

HEAD = 200  # characters in which a letterhead stands
GAP = " […] "
LONGEST = 600  # characters of a quotation: a paragraph; the spans still say where all of it stands


class Citing:
    """Cites the findings of one reading."""

    def __init__(self, reading: Reading) -> None:
        self._report = reading.report
        self._statements: Mapping[str, Statement] = {one.id: one for one in reading.findings.statements}
        self._own = _own_chain(reading)
        self._published = written(reading.report.published) or None

    def of(self, spans: Iterable[Span], said_in: str | None) -> Citation:
        """The citation of characters that stand in the statement `said_in`, or in the report's own words if None."""
        listed = tuple(spans)
        report = self._report
        return Citation(
            report=report.id,
            source=report.source,
            quotation=_quotation(listed, report.text),
            chain=self.chain(said_in),
            spans=tuple((span.start, span.end) for span in listed),
            published=self._published,
            outlet=report.outlet,
            url=report.url,
        )

    def chain(self, said_in: str | None) -> tuple[str, ...]:
        """Who vouches for it, outermost first: the statement's chain, or for the report's own words its outlet."""
        statement = self._statements.get(said_in or "")
        return self._own if statement is None else statement.chain

    def statement(self, said_in: str | None) -> Statement | None:
        """The statement of that id; None for the report's own words."""
        return self._statements.get(said_in or "")


def _quotation(spans: tuple[Span, ...], text: str) -> str:
    words = " ".join(GAP.join(span.of(text) for span in spans).split())
    return words if len(words) <= LONGEST else words[:LONGEST].rsplit(" ", 1)[0] + " …"


def _own_chain(reading: Reading) -> tuple[str, ...]:
    """Who vouches for what the report says itself: its outlet, or the body that issues it; empty where nothing tells.

    The name that opens every chain of the report is the one, where it carries others' words, is an outlet, or stands
    at the head of the page.
    """
    report = reading.report
    names = {actor.id: actor.name for actor in reading.findings.actors}
    outlets = {actor.name for actor in reading.findings.actors if actor.kind == "outlet"}
    top = [one for one in reading.findings.statements if one.within is None and one.chain]
    lead = {one.chain[0] for one in top}
    if len(lead) == 1:
        name = next(iter(lead))
        carries = any(name not in {names.get(actor) for actor in one.source_actors} for one in top)
        if name in outlets or carries or _letterhead(name, report.text):
            return (name,)
    agency = report.anatomy.dateline.agency if report.anatomy.dateline else None
    named = report.outlet or agency
    return (named,) if named else ()


def _letterhead(name: str, text: str) -> bool:
    """Whether the first line is the name of a body and no sentence: "JOINT MONITORING MISSION IN VARENIA"."""
    first = " ".join(text[:HEAD].strip().partition("\n")[0].casefold().split())
    rest = first.removeprefix(name.casefold()).strip()
    return first.startswith(name.casefold()) and (not rest or rest.startswith(("in ", "of ", "for ", "to ", "(")))
