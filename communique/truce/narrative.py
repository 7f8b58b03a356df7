"""How a report goes on telling: the day a bare hour belongs to, the road between two towns, words that point back.

A sentence leaves out what the one before it said. What is taken up here stands in the same paragraph, never further.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from communique.domain.incident import Graded
from communique.domain.reading import Reading
from communique.domain.span import Span
from communique.domain.truce import TruceClaim, ViolationClaim
from communique.domain.when import DateMention
from communique.truce.citing import Citing

DEED = (
    r"(?:attack|assault|strike|air ?strike|raid|shelling|bombing|bombardment|blast|explosion|shooting|shot|fire|burst|"
    r"gunfire|ambush|killing|detention|abduction|arrest|flight|overflight|incident|violation|breach|operation|act|deed|"
    r"massacre|rocket|mortar|drone|mine)s?"
)
# "The attack of 20 March on a convoy", "this strike": a deed that the reader is taken to know of.
KNOWN_DEED = re.compile(
    r"^(?:(?:[\w'’-]+\s+){0,6}?(?:into|after|following|about|over|since)\s+)?"
    rf"(?:the|this|that|these|those|last \w+['’]s|\w+day['’]s)\s+(?:[\w'’-]+\s+){{0,3}}?{DEED}\b",
    re.IGNORECASE,
)
TOLD = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|did|killed|injured|wounded|hit|struck|came|went|began|lasted)\b",
    re.IGNORECASE,
)
# "the place where a convoy was attacked": the clause says which place is meant and brings no news.
ASIDE = re.compile(r"\b(?:where|in which|at which|on which|by which)\s+$", re.IGNORECASE)
CLOCK = re.compile(
    r"(?<![\d:.])(?:[01]?\d|2[0-3])(?::[0-5]\d|\s?(?:a\.?m\b|p\.?m\b))|\b(?:noon|midnight|o['’]clock)\b", re.IGNORECASE
)
SAME_PLACE = re.compile(
    r"\bsame (?:\w+ )?(?:place|spot|site|direction|area|village|town|quarter|road)\b", re.IGNORECASE
)
# "The wounded were taken to Morrad": where people are brought is not where they were hit.
BROUGHT = re.compile(
    r"\b(?:brought|taken|carried|evacuated|moved|rushed|flown|driven|transferred|admitted)\s+(?:\w+\s+){0,3}?"
    r"(?:to|into)\s+(?:(?:the|a)\s+)?(?:\w+\s+(?:in|of)\s+)?$",
    re.IGNORECASE,
)
THE_TOWN = re.compile(r"\bthe (?:same )?(?:town|village|city|settlement|suburb)\b", re.IGNORECASE)
TOWNS = frozenset({"town", "village", "city", "capital", "suburb", "settlement"})
NAME = r"(?:the\s+)?((?:[A-Z][\w'’-]*)(?:\s+(?:al-|el-)?[A-Z][\w'’-]*){0,3})"
BETWEEN = re.compile(rf"\bbetween\s+{NAME}\s+and\s+{NAME}")
VERDICT = re.compile(rf"^(?:(?:it|this|that|these|they|them)\b|the\s+(?:\w+\s+){{0,2}}{DEED}\b)", re.IGNORECASE)
ASIDE_REACH = 120  # characters in which the place stands that a clause with "where" describes


class Narrative:
    """One report as it is told, paragraph by paragraph."""

    def __init__(self, reading: Reading) -> None:
        self._text = reading.report.text
        self._claims: Sequence[ViolationClaim] = reading.findings.violations
        self._truce: Sequence[TruceClaim] = reading.findings.truce
        self._dates = sorted(
            (one for one in reading.findings.dates if one.precision == "day"), key=lambda one: one.span.start
        )
        self._named: dict[str, list[Span]] = {}
        for mention in reading.findings.mentions:
            if mention.actor is not None:
                self._named.setdefault(mention.actor, []).append(mention.span)
        self._places = [one for one in reading.findings.mentions if one.place is not None]
        towns = {place.id for place in reading.findings.places if place.kind in TOWNS}
        self._towns = sorted((one for one in self._places if one.place in towns), key=lambda one: one.span.start)
        self._breaks = [found.end() for found in re.finditer(r"\n\s*\n", self._text)]

    def day(self, claim: ViolationClaim) -> DateMention | None:
        """The day last named before it in its paragraph, where its own words give an hour and no day."""
        if not CLOCK.search(claim.span.of(self._text)):
            return None
        asides = [one.span for one in self._claims if self._aside(one.span)]
        before = [
            date
            for date in self._dates
            if date.span.end <= claim.span.start
            and self._together(date.span, claim.span)
            and not any(aside.covers(date.span) for aside in asides)
        ]
        return before[-1] if before else None

    def same_place(self, claim: ViolationClaim) -> ViolationClaim | None:
        """The claim before it in its paragraph, where its words say "the same direction" and name no place."""
        if claim.place or claim.zone or not SAME_PLACE.search(claim.span.of(self._text)):
            return None
        before = [
            one
            for one in self._claims
            if one.span.end <= claim.span.start and (one.place or one.zone) and self._together(one.span, claim.span)
        ]
        return before[-1] if before else None

    def brought_to(self, claim: ViolationClaim) -> bool:
        """Whether its place is only where people were taken afterwards."""
        named = [one.span for one in self._places if one.place == claim.place and claim.span.overlaps(one.span)]
        text = self._text
        return bool(named) and all(BROUGHT.search(text[claim.span.start : span.start]) for span in named)

    def the_town(self, claim: ViolationClaim) -> str | None:
        """The id of the town named last in its paragraph, where its words say "the town" and name no place."""
        if claim.place or claim.zone or not THE_TOWN.search(claim.span.of(self._text)):
            return None
        before = [at for at in self._towns if at.span.start < claim.span.end and self._together(at.span, claim.span)]
        return before[-1].place if before else None

    def between(self, claim: ViolationClaim) -> tuple[str, str] | None:
        """The two names of "between Sel Harad and Port Adel", where that is how the words say where it was."""
        start = claim.span.start - (ASIDE_REACH if self._aside(claim.span) else 0)
        found = BETWEEN.search(self._text, max(0, start), claim.span.end)
        return (found[1], found[2]) if found and self._together(Span(*found.span()), claim.span) else None

    def accuses(self, claim: ViolationClaim, actor: str) -> bool:
        """Whether its paragraph names that actor, so that the accusation can be its speaker's.

        "He blamed the Guard" in the next paragraph is another's word. Who is nowhere named is taken as it is read.
        """
        named = self._named.get(actor, ())
        return not named or any(self._together(span, claim.span) for span in named)

    def mentions(self, claim: ViolationClaim) -> bool:
        """Whether the words point back to a deed that is known, and say nothing of it that would be news."""
        words = claim.span.of(self._text)
        if claim.killed or claim.injured or claim.severity or claim.polarity != "asserted":
            return False
        return self._aside(claim.span) or (KNOWN_DEED.search(words) is not None and TOLD.search(words) is None)

    def verdicts(self, citing: Citing) -> Iterator[tuple[ViolationClaim, Graded]]:
        """What is said of a deed's gravity beside it: the claim of which it is said, and the words.

        "It is not a violation of the truce", of the deed told last before; "two violations, both minor", of each of the
        two that the same voice tells of.
        """
        for one in self._truce:
            if one.severity is not None and citing.chain(one.said_in):
                graded = Graded(one.severity, citing.of((one.span,), one.said_in))
                yield from ((claim, graded) for claim in self._graded(one, citing))

    def _graded(self, word: TruceClaim, citing: Citing) -> Sequence[ViolationClaim]:
        told = [one for one in self._claims if one.polarity == "asserted"]
        if word.violations is None:
            return [one for one in told if one.span.end <= word.span.start][-1:] if self._of_a_deed(word) else []
        count, voice = word.violations, citing.chain(word.said_in)
        own = [one for one in told if citing.chain(one.said_in) == voice and not self.mentions(one)]
        return own if count.low == count.high == len(own) else []

    def _of_a_deed(self, word: TruceClaim) -> bool:
        return VERDICT.search(word.span.of(self._text)) is not None

    def _aside(self, span: Span) -> bool:
        return ASIDE.search(self._text[max(0, span.start - 12) : span.start]) is not None

    def _together(self, one: Span, other: Span) -> bool:
        """Whether both stand in one paragraph."""
        return bisect_right(self._breaks, one.start) == bisect_right(self._breaks, other.start)
