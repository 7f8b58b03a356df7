"""What reports say of the day an agreement came into force, held against what its own texts and voices say."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from communique.domain.incident import Citation, Contradiction
from communique.domain.reading import Reading
from communique.domain.span import Span
from communique.domain.when import DateMention
from communique.knowledge.entries import first_day, last_day
from communique.truce.agreements import Agreement
from communique.truce.citing import Citing
from communique.truce.naming import is_truce

IN_FORCE = re.compile(
    r"\b(?:(?:took|takes|take|taken) effect|(?:came|comes|come|went|goes|gone|enters?|entered) into (?:force|effect)|"
    r"(?:is|was|has been|had been) in force)\b",
    re.IGNORECASE,
)
END = re.compile(r"[.!?;]\s|\n")
REACH = 60  # characters between "entered into force" and the day
ISO_DAY = 10


@dataclass(frozen=True, slots=True)
class Commencement:
    """One report's word that an agreement came into force on a day (ISO)."""

    key: str
    agreement: str
    day: str
    cited: Citation


def commencements(reading: Reading, agreements: Sequence[Agreement]) -> tuple[Commencement, ...]:
    """Every day that the report gives for a truce it names, in reading order; none where it leaves open which truce."""
    return tuple(_Reader(reading, agreements).found())


def against_text(said: Sequence[Commencement], agreement: Agreement) -> tuple[tuple[Contradiction, Citation], ...]:
    """A contradiction for each report's day that no voice of the agreement gives, with the report's citation."""
    known = [(one.period.start, one.says) for one in agreement.in_force if one.period.start]
    if not known:
        return ()
    told = " and ".join(f"from {start} according to {says}" for start, says in known)
    return tuple(
        (
            Contradiction(
                "report v. treaty text",
                one.key,
                agreement.key,
                f"in force from {one.day} according to {one.cited.origin}; the {agreement.name} is in force {told}",
            ),
            one.cited,
        )
        for one in said
        if one.agreement == agreement.key and not any(_within(one.day, start) for start, _ in known)
    )


def _within(day: str, known: str | None) -> bool:
    """Whether a day may be the one known, which may be a month or a year."""
    return known is not None and first_day(known) <= first_day(day) <= last_day(known)


class _Reader:
    def __init__(self, reading: Reading, agreements: Sequence[Agreement]) -> None:
        self._reading, self._text = reading, reading.report.text
        self._truces = {one.key: one for one in agreements if is_truce(one)}
        self._citing = Citing(reading)

    def found(self) -> Iterator[Commencement]:
        anatomy = self._reading.report.anatomy
        for body in anatomy.body or (Span(0, len(self._text)),) if self._text else ():
            for match in IN_FORCE.finditer(self._text, body.start, body.end):
                yield from self._said(Span(match.start(), match.end()))

    def _said(self, words: Span) -> Iterator[Commencement]:
        sentence = self._sentence(words)
        date, agreement = self._date(words, sentence), self._agreement(sentence)
        if date is None or date.start is None or agreement is None:
            return
        span = Span(min(words.start, date.span.start), max(words.end, date.span.end))
        cited = self._citing.of((span,), self._said_in(span))
        yield Commencement(f"{self._reading.report.id}:{span.start}-{span.end}", agreement, date.start, cited)

    def _sentence(self, words: Span) -> Span:
        """The sentence around the words; a semicolon parts two as well."""
        before = [found.end() for found in END.finditer(self._text, max(0, words.start - 400), words.start)]
        after = END.search(self._text, words.end, words.end + 400)
        start = before[-1] if before else max(0, words.start - 400)
        return Span(start, after.start() if after else min(len(self._text), words.end + 400))

    def _date(self, words: Span, sentence: Span) -> DateMention | None:
        """The nearest day in the sentence: behind the words, or else right in front of them."""
        days = [
            date
            for date in self._reading.findings.dates
            if sentence.covers(date.span) and date.precision == "day" and date.start and len(date.start) == ISO_DAY
        ]
        behind = [date for date in days if 0 <= date.span.start - words.end <= REACH]
        before = [date for date in days if 0 <= words.start - date.span.end <= REACH]
        return min(behind, key=lambda d: d.span.start, default=max(before, key=lambda d: d.span.end, default=None))

    def _agreement(self, sentence: Span) -> str | None:
        """The truce named in the sentence, or the only one that the report names."""
        named = [one for one in self._reading.findings.instruments if one.known in self._truces]
        here = {one.known for one in named if any(span.overlaps(sentence) for span in one.spans)}
        other = any(
            span.overlaps(sentence)
            for one in self._reading.findings.instruments
            if one.known is not None and one.known not in self._truces
            for span in one.spans
        )
        chosen = here or (set() if other else {one.known for one in named})
        return next(iter(chosen)) if len(chosen) == 1 else None

    def _said_in(self, span: Span) -> str | None:
        """The innermost statement that holds the words."""
        holding = [
            (sum(len(part) for part in one.content), one.id)
            for one in self._reading.findings.statements
            if any(part.covers(span) for part in one.content)
        ]
        return min(holding)[1] if holding else None
