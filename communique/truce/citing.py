"""Citations: where a finding of a reading stands, and who vouches for it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from communique.domain.attribution import Statement
from communique.domain.incident import Citation
from communique.domain.reading import Reading
from communique.domain.span import Span
from communique.record.periods import written

HEAD = 200  # characters in which a letterhead stands
GAP = " […] "
LONGEST = 600  # characters of a quotation: a paragraph; the spans still say where all of it stands
# People by whom a body hears and sees: "the same patrol heard a burst" in a mission's note is the mission's word.
UNITS = re.compile(
    r"\b(?:base|crew|drone|monitor|observer|officer|outpost|patrol|post|section|staff|station|team|unit)s?$",
    re.IGNORECASE,
)
# What stands under a letterhead: "Office of the Spokeswoman", "Press and Information Department".
DESKS = re.compile(
    r"(?:the )?(?:[\w-]+ ){0,4}(?:office|department|bureau|directorate|secretariat|press service)"
    r"(?: of the (?:spokes\w{3,6}|press|commander|general command))?",
    re.IGNORECASE,
)


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
        if statement is None:
            return self._own
        return statement.chain[:-1] if self.by_own_people(statement) else statement.chain

    def by_own_people(self, statement: Statement) -> bool:
        """Whether the report's own body speaks through its own people who have no name: a patrol, its press office."""
        chain = statement.chain
        if len(chain) < 2 or chain[:-1] != self._own:
            return False
        if DESKS.fullmatch(chain[-1]):
            return True
        return chain[-1][:1].islower() and UNITS.search(chain[-1]) is not None

    def statement(self, said_in: str | None) -> Statement | None:
        """The statement of that id; None for the report's own words."""
        return self._statements.get(said_in or "")

    def told_in(self, span: Span) -> Statement | None:
        """The innermost statement of which the characters are part; None where the report says them itself."""
        covering = [
            (len(content), one)
            for one in self._statements.values()
            for content in one.content
            if 2 * (min(content.end, span.end) - max(content.start, span.start)) > len(span)
        ]
        return min(covering, key=lambda found: found[0])[1] if covering else None


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
