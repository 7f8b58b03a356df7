"""Attributions by the trained tagger, nested ones by reading each content again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from communique.domain.span import Span
from communique.language.attribution.by_parse import ParseFinder
from communique.language.attribution.found import Attribution, Fragment
from communique.language.attribution.repairs import repaired
from communique.language.attribution.tagger import Tagger
from communique.language.cues import CueLexicon, load_cues
from communique.language.stance import BY_NOUN
from communique.language.words import Parse

DEEPEST = 3  # readings inside readings: real chains end at four links
# What a cue inside somebody's words may turn on besides the cue verbs.
OTHER_CUES = frozenset({"according", "accusations", "appeals", "clear", "details", "documents", "pleas"})
SHORTEST = 25  # characters of a content in which somebody can be said to say something


@dataclass(frozen=True, slots=True)
class TrainedFinder:
    """Finds attributions in passages, then in their contents, as deep as there are any."""

    tagger: Tagger
    cues: CueLexicon
    by_parse: ParseFinder

    @classmethod
    def load(cls, folder: Path | None = None) -> TrainedFinder:
        """The finder with the weights in `folder`, by default those that come with the package."""
        return cls(Tagger.load(folder), load_cues(), ParseFinder.make())

    @property
    def version(self) -> str:
        """Name and version of the weights."""
        return "attribution@1"

    def find(self, parse: Parse) -> tuple[Attribution, ...]:
        """The attributions of a report in reading order, nested ones among them."""
        passages = [(p.span.start, p.span.end) for p in parse.passages]
        level = repaired(parse, self.tagger.read(parse.text, passages), self.cues)
        found = list(level)
        for _ in range(DEEPEST):
            inner = repaired(parse, self._inside(parse, level, found), self.cues)
            new = [a for a in inner if _is_new(a, found) and self._says(parse, a)]
            level = [a for a in new if not (a.sources and _first_person(parse, a))]
            if not level:
                break
            found += level
        found += self._by_parse(parse, found)
        return tuple(sorted(found, key=lambda a: (_start(a), -a.contents[-1].end if a.contents else 0)))

    def _by_parse(self, parse: Parse, found: Sequence[Attribution]) -> list[Attribution]:
        """What the parse finds inside the contents and the tagger, which learnt from the outer level only, does not."""
        held = [Span(a.contents[0].start, a.contents[-1].end) for a in found]
        candidates = repaired(parse, self.by_parse.find(parse), self.cues)
        third = [a for a in candidates if a.sources and not _first_person(parse, a)]
        return [a for a in third if _is_new(a, found) and any(_inside(a, h) for h in held)]

    def _says(self, parse: Parse, inner: Attribution) -> bool:
        """Whether a word of the cue is known to report a saying: inside other words, weaker ones are seldom meant."""
        words = [parse.words[i].lower for f in inner.cues for i in parse.inside(Span(f.start, f.end))]
        return not words or any(self.cues.stance(w) or w in BY_NOUN or w in OTHER_CUES for w in words)

    def _inside(self, parse: Parse, outer: Sequence[Attribution], known: Sequence[Attribution]) -> list[Attribution]:
        heard = {i for a in known for f in a.cues for i in parse.inside(Span(f.start, f.end))}
        items = []
        for holder in outer:
            spans = [Span(f.start, f.end) for f in holder.contents if f.end - f.start >= SHORTEST]
            worth = [s for s in spans if any(self._may_say(parse, i) for i in parse.inside(s) if i not in heard)]
            if worth:
                items.append((parse.text, [(s.start, s.end) for s in worth]))
        return [inner for found in self.tagger.read_many(items, inner=True) for inner in found] if items else []

    def _may_say(self, parse: Parse, i: int) -> bool:
        """Whether a word can be the cue of somebody's saying: reading a content again takes time."""
        word = parse.words[i]
        return (word.pos == "VERB" and word.lower in self.cues.by_form) or word.lower == "according"


def _first_person(parse: Parse, found: Attribution) -> bool:
    """Whether it is "I believe": the speaker of the quotation again."""
    return parse.text[found.sources[0].start : found.sources[0].end].lower() in {"i", "we"}


def _inside(inner: Attribution, holder: Span) -> bool:
    fragments = (*inner.sources, *inner.cues, *inner.contents)
    return all(holder.start <= f.start and f.end <= holder.end for f in fragments)


def _is_new(inner: Attribution, known: Sequence[Attribution]) -> bool:
    """Whether somebody speaks here who was not heard yet; a content alone is its holder's own, found once more."""
    marks = [*inner.cues, *inner.sources]
    return bool(marks) and not any(
        _overlap(m, k) for m in inner.cues or marks for a in known for k in a.cues or a.sources
    )


def _overlap(a: Fragment, b: Fragment) -> bool:
    return a.start < b.end and b.start < a.end


def _start(attribution: Attribution) -> int:
    return min((f.start for f in (*attribution.sources, *attribution.cues, *attribution.contents)), default=0)
