"""Coded sentences in JSONL to what the classifier sees of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from communique.domain.report import Anatomy, Report
from communique.domain.span import Span
from communique.language.events.clues import Clues, Dyad, clues_of
from communique.language.events.features import Sparse, blocks_of
from communique.language.events.told import Told
from communique.language.events.vectors import Encoder, Floats, vectors_of
from communique.language.parse import Parser
from communique.language.words import Parse
from train.events.coded import Coded, read
from train.events.rewriting import Lemmas, Rewriter

_UNREAL_WORDS = frozenset(
    {
        "will",
        "would",
        "could",
        "may",
        "might",
        "should",
        "must",
        "shall",
        "can",
        "'ll",
        "'d",
        "wo",
        "ca",
        "not",
        "n't",
        "never",
    }
    | {
        "no",
        "refuse",
        "refused",
        "refuses",
        "deny",
        "denied",
        "denies",
        "plan",
        "plans",
        "planned",
        "planning",
        "if",
        "unless",
    }
    | {
        "without",
        "stop",
        "stopped",
        "halt",
        "ready",
        "willing",
        "consider",
        "considering",
        "intends",
        "expected",
        "likely",
    }
)


@dataclass(frozen=True, slots=True)
class Example:
    """One coded pair of actors: the sparse rows, the vector, the label and quadrant it was given."""

    id: str
    rows: tuple[Sparse, ...]
    vector: Floats
    label: str
    quad: int
    unreal: bool  # modal, future or negated
    made: bool  # by rewriting the sentence of the same id


def load(path: Path, encoder: Encoder) -> list[Example]:
    """The examples of a file, in its order."""
    return [example for example, _ in _prepared(list(read(path)), Parser(), encoder)]


def load_and_rewrite(path: Path, encoder: Encoder) -> tuple[list[Example], list[Example]]:
    """The examples of a file in its order, and those made by setting their deeds in another mood."""
    parser, rewriter = Parser(), Rewriter(Lemmas())
    prepared = list(_prepared(list(read(path)), parser, encoder))
    made = [row for example, seen in prepared if not example.unreal for row in rewriter.of(*seen)]
    return [example for example, _ in prepared], [example for example, _ in _prepared(made, parser, encoder)]


def _prepared(
    coded: Sequence[Coded], parser: Parser, encoder: Encoder
) -> Iterator[tuple[Example, tuple[Coded, Parse, Dyad, Clues]]]:
    for row in coded:
        parse = parser.parse(_report(row))
        dyad = _dyad(parse, row)
        clues = clues_of(parse, dyad, Told.of(parse))
        (states,) = encoder.read([parse.span(dyad.first, dyad.last - 1).of(parse.text)])
        unreal = _is_unreal(parse, clues)
        vector = vectors_of(parse, dyad, clues, states)
        yield (
            Example(row.id, blocks_of(clues), vector, row.label, row.quad, unreal, row.made),
            (row, parse, dyad, clues),
        )


def _report(row: Coded) -> Report:
    return Report(row.id, row.id, "", row.text, Anatomy(body=(Span(0, len(row.text)),)))


def _dyad(parse: Parse, row: Coded) -> Dyad:
    """The pair in the sentence, or the run of sentences, that holds both."""
    source, target = (_words(parse, spans) for spans in (row.source, row.target))
    sentences = [parse.words[i].sentence for i in source | target] or list(range(len(parse.sentences)))
    first, last = parse.sentences[min(sentences)][0], parse.sentences[max(sentences)][1]
    return Dyad(first, last, source, target)


def _words(parse: Parse, spans: Sequence[tuple[int, int]]) -> frozenset[int]:
    return frozenset(i for start, end in spans if start < end for i in parse.inside(Span(start, end)))


def _is_unreal(parse: Parse, clues: Clues) -> bool:
    """Whether a word that joins the actors, or one that hangs on it, makes the deed possible, future or not done."""
    joining = {clues.top, *clues.path}
    around = joining | {c for i in joining for c in parse.children[i]}
    return any(parse.words[i].lower in _UNREAL_WORDS for i in around)
