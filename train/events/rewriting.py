"""More sentences from the ones there are: what was done, told as planned, threatened or refused.

In these sentences' coding a cooperative deed in the future is AGREE, a hostile one THREATEN, and a refused one REJECT.
The corpus has few of each, so the deed of a plain past or present sentence is set in another mood and coded anew.
"""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from communique.language.events.clues import Clues, Dyad
from communique.language.parse import DEFAULT_MODEL
from communique.language.words import Parse
from train.events.coded import Coded

_COOPERATIVE = frozenset({"CONSULT", "SUPPORT", "COOPERATE", "AID", "YIELD"})
_HOSTILE = frozenset({"COERCE", "ASSAULT", "SANCTION", "MOBILIZE", "PROTEST"})
_PLANNED = ("will", "would", "will", "is expected to", "plans to", "is ready to")
_REFUSED = ("will not", "did not", "refused to")
_THREATENED = ("will", "threatened to", "would", "will", "is ready to")


class Lemmas:
    """The dictionary form of a verb."""

    def __init__(self) -> None:
        self._nlp: Any = importlib.import_module(DEFAULT_MODEL).load()
        self._lemmatizer: Any = self._nlp.get_pipe("lemmatizer")
        self._doc: Any = importlib.import_module("spacy.tokens").Doc

    def of(self, verb: str) -> str:
        """ "met" gives "meet"."""
        lemma: str = self._lemmatizer(self._doc(self._nlp.vocab, words=[verb], pos=["VERB"]))[0].lemma_
        return lemma


@dataclass(slots=True)
class Rewriter:
    """Rewrites sentence after sentence, taking the moods in turn."""

    lemmas: Lemmas
    count: int = 0

    def of(self, row: Coded, parse: Parse, dyad: Dyad, clues: Clues) -> Iterator[Coded]:
        """The rewritten forms of one sentence; none where its deed is no plain verb of its source."""
        verb = _plain_deed(parse, dyad, clues)
        if verb is None or row.label not in _COOPERATIVE | _HOSTILE:
            return
        turn, self.count = self.count, self.count + 1
        lemma = self.lemmas.of(parse.words[clues.top].lower)
        if row.label in _HOSTILE:
            yield _set(row, verb, f"{_THREATENED[turn % len(_THREATENED)]} {lemma}", "THREATEN", 3)
            return
        yield _set(row, verb, f"{_PLANNED[turn % len(_PLANNED)]} {lemma}", "AGREE", 1)
        if turn % 2:
            yield _set(row, verb, f"{_REFUSED[turn % len(_REFUSED)]} {lemma}", "REJECT", 3)


def _plain_deed(parse: Parse, dyad: Dyad, clues: Clues) -> tuple[int, int] | None:
    """The characters of the verb and its auxiliaries, if the source is its subject and no actor stands between."""
    verb = parse.words[clues.top]
    children = [parse.words[c] for c in parse.children[clues.top]]
    subjects = [c.i for c in children if c.dep == "nsubj"]
    auxiliaries = [c.start for c in children if c.dep == "aux"]
    if verb.tag not in ("VBD", "VBZ", "VBP", "VBN", "VBG") or (verb.tag in ("VBN", "VBG") and not auxiliaries):
        return None
    if (
        any(c.dep in ("auxpass", "nsubjpass", "neg") for c in children)
        or not subjects
        or subjects[0] not in dyad.source
    ):
        return None
    start = min([*auxiliaries, verb.start])
    actors = (parse.words[i] for i in dyad.source | dyad.target)
    return None if any(w.start < verb.end and w.end > start for w in actors) else (start, verb.end)


def _set(row: Coded, verb: tuple[int, int], words: str, label: str, quad: int) -> Coded:
    start, end = verb
    moved = len(words) - (end - start)

    def after(spans: tuple[tuple[int, int], ...]) -> tuple[tuple[int, int], ...]:
        return tuple((a + moved, b + moved) if a >= end else (a, b) for a, b in spans)

    text = row.text[:start] + words + row.text[end:]
    return replace(
        row, text=text, source=after(row.source), target=after(row.target), label=label, quad=quad, made=True
    )
