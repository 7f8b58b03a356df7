"""Attributions by the trained tagger, nested ones by reading each content again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from communique.domain.span import Span
from communique.language.actor_words import load_actor_words
from communique.language.attribution.by_parse import ParseFinder
from communique.language.attribution.coordinated import side_by_side
from communique.language.attribution.found import Attribution, Fragment
from communique.language.attribution.headings import with_headings
from communique.language.attribution.hearsay import passed_on
from communique.language.attribution.passives import reported_inside
from communique.language.attribution.readable import OTHER_CUES, readable
from communique.language.attribution.repairs import repaired, unsaid
from communique.language.attribution.tagger import Tagger
from communique.language.cues import CueLexicon, load_cues
from communique.language.references import SIDES
from communique.language.stance import BY_NOUN
from communique.language.words import Parse

DEEPEST = 3  # readings inside readings: real chains end at four links
# "We are seeing", "we are concerned by": the speaker goes on, and reports no second saying.
STATES = frozenset({"VBG", "VBN", "IN", "JJ"})
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
        return f"attribution@{self.tagger.settings.version}"

    def find(self, parse: Parse) -> tuple[Attribution, ...]:
        """The attributions of a report in reading order, nested ones among them."""
        parsed = self.by_parse.find(parse)
        tagged = completed(self.tagger.read(parse.text, readable(parse, self.cues)), parsed)
        level = with_headings(parse, repaired(parse, tagged, self.cues))
        found = list(level)
        for _ in range(DEEPEST):
            inner = repaired(parse, self._inside(parse, level, found, parsed), self.cues)
            new = [a for a in inner if _is_new(a, found) and self._says(parse, a) and _has_voice(parse, a)]
            found += new
            level = [a for a in new if not (a.sources and _first_person(parse, a))]
            if not level:
                break
        found += self._by_parse(parse, parsed, found)
        held = [Span(f.start, f.end) for a in found for f in a.contents]
        found += [*reported_inside(parse, held, found), *passed_on(parse, held, found)]
        found = [*side_by_side(parse.text, found), *unsaid(parse, tagged)]
        return tuple(sorted(found, key=lambda a: (_start(a), -a.contents[-1].end if a.contents else 0)))

    def _by_parse(self, parse: Parse, parsed: Sequence[Attribution], found: Sequence[Attribution]) -> list[Attribution]:
        """What the parse finds inside the contents and the tagger, which learnt from the outer level only, does not."""
        held = [Span(a.contents[0].start, a.contents[-1].end) for a in found]
        candidates = repaired(parse, [_clipped(a, held) for a in parsed], self.cues)
        third = [a for a in candidates if a.sources and not _first_person(parse, a)]
        heard = [a for a in third if _is_new(a, found) and any(_inside(a, h) for h in held)]
        return [a for a in heard if _has_voice(parse, a)]

    def _says(self, parse: Parse, inner: Attribution) -> bool:
        """Whether a word of the cue is known to report a saying: inside other words, weaker ones are seldom meant."""
        words = [parse.words[i].lower for f in inner.cues for i in parse.inside(Span(f.start, f.end))]
        if words and words[0] == "to":
            return False  # "called on both to show restraint": asked of them, and not said
        return not words or any(self.cues.stance(w) or w in BY_NOUN or w in OTHER_CUES for w in words)

    def _inside(
        self,
        parse: Parse,
        outer: Sequence[Attribution],
        known: Sequence[Attribution],
        parsed: Sequence[Attribution],
    ) -> list[Attribution]:
        heard = {i for a in known for f in a.cues for i in parse.inside(Span(f.start, f.end))}
        items, holders = [], []
        for holder in outer:
            spans = [Span(f.start, f.end) for f in holder.contents if f.end - f.start >= SHORTEST]
            worth = [s for s in spans if any(self._may_say(parse, i) for i in parse.inside(s) if i not in heard)]
            if worth:
                items.append((parse.text, [(s.start, s.end) for s in worth]))
                holders.append(Span(holder.contents[0].start, holder.contents[-1].end))
        read = self.tagger.read_many(items, inner=True) if items else []
        whole = [
            (h, completed(found, [_clipped(a, [h]) for a in parsed])) for found, h in zip(read, holders, strict=True)
        ]
        return _once(whole)

    def _may_say(self, parse: Parse, i: int) -> bool:
        """Whether a word can be the cue of somebody's saying: reading a content again takes time."""
        word = parse.words[i]
        return (word.pos == "VERB" and word.lower in self.cues.by_form) or word.lower == "according"


def _once(read: Sequence[tuple[Span, Sequence[Attribution]]]) -> list[Attribution]:
    """What was found in each content, one attribution a cue: of contents in contents the longest shows who speaks."""
    kept: list[Attribution] = []
    for _, found in sorted(read, key=lambda one: -len(one[0])):
        heard = [f for a in kept if a.contents for f in a.cues]
        kept += [a for a in found if not any(_overlap(c, h) for c in a.cues for h in heard)]
    return kept


def completed(tagged: Sequence[Attribution], parsed: Sequence[Attribution]) -> list[Attribution]:
    """The attributions, one that has speaker and cue and no content with the content that the parse gives the cue."""
    taken = [f for a in tagged for f in (*a.sources, *a.cues, *a.contents)]
    return [_with_content(a, parsed, taken) if a.sources and a.cues and not a.contents else a for a in tagged]


def _with_content(one: Attribution, parsed: Sequence[Attribution], taken: Sequence[Fragment]) -> Attribution:
    for other in parsed:
        same = any(_overlap(c, k) for c in one.cues for k in other.cues)
        if same and other.contents and not any(_overlap(f, t) for f in other.contents for t in taken):
            return replace(one, contents=other.contents, confidence=min(one.confidence, other.confidence))
    return one


def _clipped(one: Attribution, holders: Sequence[Span]) -> Attribution:
    """The attribution with its content cut where the words it stands in end."""
    marks = [*one.sources, *one.cues]
    holder = next((h for h in holders if marks and all(h.start <= f.start and f.end <= h.end for f in marks)), None)
    if holder is None:
        return one
    kept = [f for f in one.contents if f.start < holder.end and f.end > holder.start]
    cut = (replace(f, start=max(f.start, holder.start), end=min(f.end, holder.end)) for f in kept)
    return replace(one, contents=tuple(cut))


def _has_voice(parse: Parse, inner: Attribution) -> bool:
    """Whether somebody who can speak is named: inside other words, "war planes thought to be theirs" are no voice."""
    if not inner.sources or not inner.cues:
        return False
    words = [parse.words[i] for f in inner.sources for i in parse.inside(Span(f.start, f.end))]
    if words[-1].lower in {"that", "which"}:
        return False
    lexicon = load_actor_words()
    human = lexicon.roles | lexicon.anonymous | lexicon.offices | lexicon.organisations | lexicon.generic_organisations
    named = any(w.pos in {"PROPN", "PRON"} or w.lower in human | lexicon.carriers | SIDES for w in words)
    cue = [parse.words[i] for f in inner.cues for i in parse.inside(Span(f.start, f.end))]
    state = _first_person(parse, inner) and len(cue) > 1 and cue[0].pos == "AUX" and cue[-1].tag in STATES
    return named and not state


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
