"""Which stretches of a report the tagger reads: of run-together text, not the sentences in which nobody speaks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from communique.domain.span import Span
from communique.language.attribution.voices import RUN_TOGETHER
from communique.language.cues import CueLexicon
from communique.language.quotes import quotations
from communique.language.stance import BY_NOUN
from communique.language.words import Parse

# What a saying may turn on besides the cue verbs.
OTHER_CUES = frozenset(
    {
        "according",
        "accusations",
        "appeals",
        "clear",
        "details",
        "documents",
        "pleas",
        "spoke",
        "speaks",
        "spoken",
        "speaking",
        "updated",
        "updates",
        "hinted",
        "hints",
        "signalled",
        "signaled",
        "signals",
        "implied",
        "gave",
        "gives",
        "giving",
        "put",
        "puts",
        "counted",
        "tallied",
        "lamented",
        "laments",
        "mourned",
        "mourns",
        "regretted",
        "regrets",
        "apologised",
        "apologized",
        "echoed",
        "echoes",
    }
)
SIGNS = frozenset({":", "-", "–", "—", '"', "“", "”", "reportedly", "allegedly", "statement", "per"})


def readable(parse: Parse, cues: CueLexicon) -> list[tuple[int, int]]:
    """Stretches of the text as [start, end): paragraphs whole; of run-together text what may hold a saying."""
    found: list[tuple[int, int]] = []
    for number, passage in enumerate(parse.passages):
        if len(passage.span) <= RUN_TOGETHER:
            found.append((passage.span.start, passage.span.end))
            continue
        quoted = quotations(parse.text, [passage])
        own = [b for b, p in zip(parse.sentences, parse.passage_of_sentence, strict=True) if p == number]
        found += _runs(parse, own, [_may_say(parse, bounds, quoted, cues) for bounds in own])
    return found


def _may_say(parse: Parse, bounds: tuple[int, int], quoted: Sequence[Span], cues: CueLexicon) -> bool:
    words = parse.words[bounds[0] : bounds[1]]
    if any(w.lower in cues.by_form or w.lower in OTHER_CUES or w.lower in SIGNS or w.lower in BY_NOUN for w in words):
        return True
    whole = parse.span(bounds[0], bounds[1] - 1)
    return any(q.overlaps(whole) for q in quoted)


def _runs(parse: Parse, sentences: Sequence[tuple[int, int]], kept: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """Neighbouring sentences that are read, as one stretch each."""
    start: int | None = None
    end = 0
    for (first, after), keep in zip(sentences, kept, strict=True):
        if not keep:
            if start is not None:
                yield start, end
            start = None
            continue
        start = parse.words[first].start if start is None else start
        end = parse.words[after - 1].end
    if start is not None:
        yield start, end
