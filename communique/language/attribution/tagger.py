"""The trained tagger: text in, attributions out, on one core without torch."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, islice, pairwise
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from communique.language.attribution.adoption import Placed, adopted, overlapping, spans_of, states_of
from communique.language.attribution.decoding import Found as Candidate
from communique.language.attribution.decoding import best, candidates, within
from communique.language.attribution.edges import widened
from communique.language.attribution.found import Attribution, Fragment
from communique.language.attribution.labels import ROLES
from communique.language.attribution.linking import CONTENT, CUE, SOURCE, Link, Linker
from communique.language.attribution.segments import Cuts
from communique.language.encoders import session_of, tokenizer_of
from communique.language.pieces import Window, lines, padded, windows

Floats = NDArray[np.float32]

MODEL = Path(__file__).parent.parent / "models" / "attribution"
Item = tuple[str, Sequence[tuple[int, int]]]
UNQUOTED = str.maketrans(dict.fromkeys('“”„«»"', " "))
WINDOWS_AT_ONCE = 128
"""How many windows are held as scores before they are decoded: bounds the memory of a long text."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What the model folder says of its own decoding."""

    version: str
    window: int
    line: int
    """The most pieces of a line that is read uncut."""
    thresholds: tuple[float, ...]
    least: float
    cuts: Cuts

    @classmethod
    def load(cls, folder: Path) -> "Settings":
        """From settings.json and cuts.npz."""
        given: Mapping[str, Any] = json.loads((folder / "settings.json").read_text(encoding="utf-8"))
        cuts = Cuts.load(folder / "cuts.npz")
        thresholds = tuple(given["thresholds"][role] for role in ROLES)
        return cls(given["version"], given["window"], given["line"], thresholds, given["adopted"], cuts)


@dataclass(frozen=True, slots=True)
class Scored:
    """A window as the encoder read it: the spans each line may hold, and the state of each word."""

    item: int
    window: Window
    found: list[list[Candidate]]
    states: Floats


class Tagger:
    """Finds who said what. One instance serves one thread at a time."""

    def __init__(self, session: Any, tokenizer: Any, linker: Linker, settings: Settings) -> None:
        self._session = session
        self._tokenizer = tokenizer
        self._linker = linker
        self.settings = settings

    @classmethod
    def load(cls, folder: Path | None = None, *, threads: int = 1) -> "Tagger":
        """The tagger of a model folder, by default the one that comes with the package."""
        folder = folder or MODEL
        session = session_of(folder / "model.int8.onnx", threads=threads)
        tokenizer = tokenizer_of(folder / "tokenizer.json")
        settings = Settings.load(folder)
        return cls(session, tokenizer, Linker.load(folder / "links.npz", settings.least), settings)

    def read(self, text: str, passages: Sequence[tuple[int, int]]) -> tuple[Attribution, ...]:
        """The attributions in the passages of a text, in reading order."""
        return self.read_many([(text, passages)])[0]

    def read_many(self, items: Sequence[Item], *, inner: bool = False) -> list[tuple[Attribution, ...]]:
        """The attributions of each (text, passages), as `read` gives them; many short texts cost less together.

        With `inner` each passage is known to be the content of a statement, and what it holds besides is looked for:
        its quotation marks are the outer speaker's, and the whole of it is no content again.
        """
        found: list[list[Attribution]] = [[] for _ in items]
        for scored in map(_inside, self._scored(_unquoted(items))) if inner else self._scored(items):
            found[scored.item] += self._attributions(items[scored.item][0], scored)
        return [tuple(sorted(each, key=_place)) for each in found]

    def _scored(self, items: Sequence[Item]) -> Iterator[Scored]:
        pairs = self._windows(items)
        while chunk := list(islice(pairs, WINDOWS_AT_ONCE)):
            yield from self._read(chunk)

    def _windows(self, items: Sequence[Item]) -> Iterator[tuple[int, Window]]:
        for number, (text, passages) in enumerate(items):
            cut = lines(self._tokenizer, text, passages)
            for window in windows(cut, self.settings.window, longest=self.settings.line):
                yield number, window

    def _read(self, chunk: Sequence[tuple[int, Window]]) -> Iterator[Scored]:
        read = [self._seen(window) for _, window in chunk]
        by_line = [
            (emissions[a:b], states[a:b])
            for (_, window), (emissions, states) in zip(chunk, read, strict=True)
            for a, b in pairwise(_bounds(window))
        ]
        found = iter(candidates(by_line, self.settings.cuts))
        for (item, window), (_, states) in zip(chunk, read, strict=True):
            yield Scored(item, window, list(islice(found, len(window.lengths))), states)

    def _seen(self, window: Window) -> tuple[Floats, Floats]:
        """Label scores and state of each word.

        A window is read alone: eight bits are scaled by the largest number of all that is read together, padding too,
        so that neighbours would cost half a point of F1, and a report's confidences would hang on what is beside it.
        """
        ids, types = padded([window])
        emissions, states = self._session.run(["emissions", "states"], {"ids": ids, "types": types})
        return emissions[0, window.first], states[0, window.first]

    def _attributions(self, text: str, scored: Scored) -> Iterator[Attribution]:
        chosen = self._chosen(scored)
        if not any(chosen[CUE]) and not any(chosen[CONTENT]):
            return
        links = self._links(chosen, scored)
        spare = _spare(scored, chosen, self.settings.least)
        if spare and any(not link.contents or not link.cues for link in links):
            chosen = adopted(chosen, spare, links, self._linker, scored.states)
            links = self._links(chosen, scored)
        fragments = [[_fragment(text, scored.window, found) for _, found in held] for held in chosen]
        for link in links:
            yield _attribution(fragments, link)

    def _links(self, chosen: Sequence[Sequence[Placed]], scored: Scored) -> list[Link]:
        spans = [spans_of(held) for held in chosen]
        return self._linker.links(spans, [states_of(scored.states, each) for each in spans])

    def _chosen(self, scored: Scored) -> list[list[Placed]]:
        """By role, the spans of the window with their line; words counted through the window."""
        chosen: list[list[Placed]] = [[] for _ in ROLES]
        for line, (begin, found) in enumerate(zip(_bounds(scored.window), scored.found, strict=False)):
            for span in best(found, self.settings.thresholds):
                chosen[span.role].append((line, _moved(span, begin)))
        return chosen


def _spare(scored: Scored, chosen: Sequence[Sequence[Placed]], least: float) -> list[Placed]:
    """The likely enough spans that share no word with a chosen one."""
    taken = [placed for held in chosen for placed in held]
    offered = [
        (line, _moved(span, begin))
        for line, (begin, found) in enumerate(zip(_bounds(scored.window), scored.found, strict=False))
        for span in found
        if span.probability >= least
    ]
    return [placed for placed in offered if not overlapping(placed[1], taken)]


def _moved(span: Candidate, words: int) -> Candidate:
    return replace(span, first=span.first + words, last=span.last + words)


def _attribution(fragments: Sequence[Sequence[Fragment]], link: Link) -> Attribution:
    sources, cues, contents = (
        tuple(fragments[role][place] for place in places)
        for role, places in ((SOURCE, link.sources), (CUE, link.cues), (CONTENT, link.contents))
    )
    told = max((f.confidence for f in contents), default=0.0) or max((f.confidence for f in cues), default=0.0)
    return Attribution(sources, cues, contents, told * link.probability)


def _fragment(text: str, window: Window, found: Candidate) -> Fragment:
    start, end = int(window.starts[found.first]), int(window.ends[found.last])
    start, end = widened(text, start, end, quoted=found.role == CONTENT)
    return Fragment(start, end, round(found.probability, 4))


def _bounds(window: Window) -> list[int]:
    """Where each line's words begin in the window, and where the last one's end."""
    return [0, *accumulate(window.lengths)]


def _place(attribution: Attribution) -> tuple[int, int]:
    everything = (*attribution.contents, *attribution.cues, *attribution.sources)
    return min(f.start for f in everything), max(f.end for f in everything)


def _unquoted(items: Sequence[Item]) -> list[Item]:
    """The texts with a blank for each double quotation mark, so that every span stays where it is."""
    return [(text.translate(UNQUOTED), passages) for text, passages in items]


def _inside(scored: Scored) -> Scored:
    held = zip(scored.found, scored.window.lengths, strict=True)
    return replace(scored, found=[within(spans, words) for spans, words in held])
