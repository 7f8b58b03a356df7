"""Carriers: the outlets between a speaker and the reader."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from communique.domain.report import Report
from communique.domain.span import Span
from communique.language.attribution.found import Attribution
from communique.language.cast import Cast
from communique.language.figures import Figure
from communique.language.names import NameIndex
from communique.language.words import Parse

TOKEN = re.compile(r"\w+|[^\w\s]")
LETTERHEAD, LONG_LINE = 6, 14  # passages in which a letterhead may stand, and words from which a line is text
LEAD = 2  # sentences in which a report names the outlet it takes its story from
# "civil defence AFP Friday 3 Jun": an agency's name set before the date of its dispatch.
DISPATCH_DATE = re.compile(r"\W{0,3}(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|satur|sun)(?:day)?\b", re.IGNORECASE)
CREDIT = re.compile(r"(?:--|—|–|\(?\bSource:?)\s*([^.]{2,50})$")
HEAD, TAIL = 300, 80  # characters at either end where an agency is credited
TELLING = {"told", "tell", "tells", "telling", "informed", "informing"}
TALKING = {"interview", "statement", "remarks", "comments", "speaking", "talking", "conversation", "press", "briefing"}


@dataclass(frozen=True, slots=True)
class ToldTo:
    """The outlet that a speaker spoke to; it is a link of the chain where it carried the words first."""

    name: str
    is_link: bool


class Carriers:
    """The outlets of one report: its own, those it credits, and those speakers spoke to."""

    def __init__(self, report: Report, parse: Parse, cast: Cast, index: NameIndex | None = None) -> None:
        self.report, self.parse, self.cast, self._index = report, parse, cast, index
        self._outlets = [
            (parse.span(a.first, a.last), cast.figures[a.figure])
            for a in cast.appearances
            if cast.figures[a.figure].kind == "outlet"
        ]

    def of_report(self, top: Sequence[tuple[Attribution, Sequence[Figure]]]) -> tuple[str, ...]:
        """The chain every statement of the report begins with: its outlet, then the agency it credits."""
        dateline = self.report.anatomy.dateline
        named = self.report.outlet or (dateline.agency if dateline else None)
        own = named or self._letterhead() or self._in_lead(top)
        links = [self._canonical(own)] if own else []
        for credit in [*([dateline.agency] if dateline and dateline.agency else []), *self._credits()]:
            name = self._canonical(credit)
            if name not in links:
                links.append(name)
        return tuple(links)

    def _letterhead(self) -> str | None:
        """The body in whose name the page is set: "MINISTRY OF FOREIGN AFFAIRS" above the text."""
        for passage in self.parse.passages[:LETTERHEAD]:
            words = self.parse.inside(passage.span)
            if len(words) > LONG_LINE or self.parse.text[passage.span.end - 1] in '.!?”"':
                return None
            for appearance in self.cast.inside(words.start, words.stop - 1) if passage.kind == "body" else ():
                figure = self.cast.figures[appearance.figure]
                if figure.known and figure.kind in {"government", "organisation", "armed group"}:
                    return figure.name
        return None

    def _in_lead(self, top: Sequence[tuple[Attribution, Sequence[Figure]]]) -> str | None:
        """The outlet that vouches for the whole of the first sentences ("…, SANA reported")."""
        for found, figures in top:
            first = self.parse.first_at(found.contents[0].start)
            if first < len(self.parse.words) and self.parse.words[first].sentence < LEAD:
                outlets = [f.name for f in figures if f.kind == "outlet"]
                if outlets:
                    return outlets[0]
        return None

    def _credits(self) -> list[str]:
        """The agencies whose dispatch the report says it is."""
        text = self.report.text
        found = []
        for span, figure in self._outlets:
            after = text[span.end : span.end + 16]
            if span.start < HEAD and DISPATCH_DATE.match(after) and after[:1] not in {"’", "'"}:
                found.append(figure.name)
        for stamp in self.report.anatomy.furniture:
            words = stamp.of(text)
            if stamp.start < HEAD and len(stamp) < TAIL and DISPATCH_DATE.search(words):
                found += self._named(words)
        tail = max((s.span.end for s in self.parse.passages), default=0)
        credit = CREDIT.search(text[max(0, tail - TAIL) : tail])
        found += self._named(credit[1]) if credit else []
        byline = self.report.anatomy.byline
        return [*found, *(self._named(byline.of(text)) if byline else [])]

    def _canonical(self, name: str) -> str:
        return next(iter(self._named(name)), name)

    def _named(self, text: str) -> list[str]:
        """The known outlets a short text names."""
        if self._index is None:
            return []
        tokens = TOKEN.findall(text)
        hits = (self._index.longest(tokens, i) for i in range(len(tokens)))
        return [hit[0].name for hit in hits if hit and hit[0].kind == "outlet"]

    def told_to(self, found: Attribution, area: Span | None = None) -> ToldTo | None:
        """The outlet named where the attribution says whom the speaker spoke to; `area` bounds a nested one."""
        if not found.cues and not found.sources:
            return None
        marks = [*found.cues, *found.sources]
        word = self.parse.first_at(marks[0].start)
        if word >= len(self.parse.words):
            return None
        first, end = self.parse.sentences[self.parse.words[word].sentence]
        sentence = self.parse.span(first, end - 1)
        for span, figure in self._outlets:
            if (
                not sentence.covers(span)
                or (area and not area.covers(span))
                or any(f.start <= span.start < f.end for f in (*found.contents, *found.sources))
            ):
                continue
            told = self._how(span, found)
            if told is not None:
                own = self.report.outlet and self._canonical(self.report.outlet) == figure.name
                return ToldTo(figure.name, is_link=told and not own)
        return None

    def _how(self, outlet: Span, found: Attribution) -> bool | None:
        """True for "told X", False for "in an interview with X", None for neither."""
        i = self.parse.first_at(outlet.start)
        before = [w.lower for w in self.parse.words[max(0, i - 6) : i]]
        if before and before[-1] in {"the", "a"}:
            before.pop()
        if before and before[-1] in TELLING:
            return True
        if len(before) >= 2 and before[-1] in {"to", "with", "by"} and TALKING & set(before):
            return "interview" not in before
        if (
            before
            and before[-1] == "to"
            and found.sources
            and 0 < outlet.start - found.sources[-1].end <= len(" to the ")
        ):
            return True
        return None
