"""Text to word pieces: the tagger's view of a passage, the same in training and at run time."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int32]
Longs = NDArray[np.int64]
W = TypeVar("W")

CLS, SEP, PAD = 101, 102, 0
PIECES = 256
OPENING, CLOSING = "“«„", "”»"
DOUBLED = ("'", "`")
"""Two of them are one quotation mark, as some papers print it."""
QUOTED = 3
"""Added to a word's case (0 lower or none, 1 Title, 2 CAPS) inside quotation marks; six token types in all."""
TYPES = 6
SENTENCE_ENDS = frozenset({1012, 999, 1029})
"""The pieces `.`, `!` and `?` of the encoder's vocabulary."""


@dataclass(frozen=True, slots=True)
class Line:
    """The words of one passage: where they lie in the text, and their pieces."""

    starts: Ints
    ends: Ints
    first: Ints
    ids: Ints
    types: Ints

    def __len__(self) -> int:
        return len(self.starts)

    def cut(self, begin: int, end: int) -> "Line":
        """The words `[begin, end)` as a line of their own."""
        low = int(self.first[begin])
        high = int(self.first[end]) if end < len(self) else len(self.ids)
        return Line(
            self.starts[begin:end],
            self.ends[begin:end],
            self.first[begin:end] - low,
            self.ids[low:high],
            self.types[low:high],
        )


@dataclass(frozen=True, slots=True)
class Window:
    """Neighbouring lines joined by [SEP], as the encoder reads them at once."""

    ids: Ints
    types: Ints
    first: Ints
    starts: Ints
    ends: Ints
    lengths: tuple[int, ...]

    def __len__(self) -> int:
        return len(self.ids)


def lines(tokenizer: Any, text: str, passages: Sequence[tuple[int, int]]) -> list[Line]:
    """The passages of a text as lines; a passage without words is left out."""
    encoded = tokenizer.encode_batch([text[s:e] for s, e in passages], add_special_tokens=False)
    return [_line(text, start, code) for (start, _), code in zip(passages, encoded, strict=True) if code.ids]


def windows(
    found: Iterable[Line], limit: int = PIECES, first_limit: int = PIECES, longest: int = PIECES
) -> list[Window]:
    """The lines packed in order into windows of at most `limit` pieces; the first may be held shorter.

    A line of more than `longest` pieces, or than fit in a window, is cut.
    """
    packed: list[Window] = []
    held: list[Line] = []
    room = min(limit, first_limit) - 1
    for line in found:
        for part in _parts(line, min(limit, longest) - 2):
            if len(part.ids) + 1 > room and held:
                packed.append(_join(held))
                held, room = [], limit - 1
            held.append(part)
            room -= len(part.ids) + 1
    if held:
        packed.append(_join(held))
    return packed


def together(found: Iterable[W], size: Callable[[W], int], pieces: int) -> Iterator[list[W]]:
    """What is read at once, in the order given: batches of at most `pieces` pieces with the padding; one at least."""
    held: list[W] = []
    for one in found:
        if held and size(one) * (len(held) + 1) > pieces:
            yield held
            held = []
        held.append(one)
    if held:
        yield held


def padded(found: Sequence[Window]) -> tuple[Longs, Longs]:
    """Ids and types of windows as two tables `[windows, pieces]`, as long as the longest."""
    size = max(map(len, found))
    ids = np.full((len(found), size), PAD, np.int64)
    types = np.zeros((len(found), size), np.int64)
    for row, window in enumerate(found):
        ids[row, : len(window)] = window.ids
        types[row, : len(window)] = window.types
    return ids, types


def _line(text: str, offset: int, code: Any) -> Line:
    words = code.word_ids
    first = [i for i, word in enumerate(words) if i == 0 or word != words[i - 1]]
    offsets = code.offsets
    last = [*(i - 1 for i in first[1:]), len(words) - 1]
    starts = [offsets[i][0] + offset for i in first]
    ends = [offsets[i][1] + offset for i in last]
    kinds = _kinds([text[s:e] for s, e in zip(starts, ends, strict=True)])
    sizes = [b - a for a, b in zip(first, [*first[1:], len(words)], strict=True)]
    return Line(
        np.asarray(starts, np.int32),
        np.asarray(ends, np.int32),
        np.asarray(first, np.int32),
        np.asarray(code.ids, np.int32),
        np.repeat(np.asarray(kinds, np.int32), sizes),
    )


def _kinds(words: Sequence[str]) -> list[int]:
    kinds = []
    quoted = 0
    before = ""
    for word in words:
        if word in OPENING:
            quoted = QUOTED
        elif word in CLOSING:
            quoted = 0
        elif word == '"' or (word in DOUBLED and word == before):
            quoted = QUOTED - quoted
            word = ""
        kinds.append(quoted + _case(word))
        before = word
    return kinds


def _case(word: str) -> int:
    if not word[:1].isupper():
        return 0
    return 2 if len(word) > 1 and word.isupper() else 1


def _parts(line: Line, limit: int) -> Iterable[Line]:
    """The line in parts of at most `limit` pieces, cut after the last sentence end that fits."""
    begin = 0
    while begin < len(line):
        if len(line.ids) - int(line.first[begin]) <= limit:
            yield line.cut(begin, len(line))
            return
        end = int(np.searchsorted(line.first, line.first[begin] + limit, side="right")) - 1
        end = max(begin + 1, _sentence_end(line, begin, end))
        yield _clip(line.cut(begin, end), limit)
        begin = end


def _sentence_end(line: Line, begin: int, end: int) -> int:
    """The word after the last sentence end in the later half of `[begin, end)`, else `end`."""
    for at in range(end - 1, (begin + end) // 2, -1):
        if int(line.ids[line.first[at]]) in SENTENCE_ENDS and line.starts[at + 1] > line.ends[at]:
            return at + 1
    return end


def _clip(line: Line, limit: int) -> Line:
    """A single word may have more pieces than fit: its tail says nothing about who speaks."""
    if len(line.ids) <= limit:
        return line
    return Line(line.starts, line.ends, line.first, line.ids[:limit], line.types[:limit])


def _join(parts: Sequence[Line]) -> Window:
    ids, types, first, at = [np.asarray([CLS], np.int32)], [np.zeros(1, np.int32)], [], 1
    for part in parts:
        ids += [part.ids, np.asarray([SEP], np.int32)]
        types += [part.types, np.zeros(1, np.int32)]
        first.append(part.first + at)
        at += len(part.ids) + 1
    return Window(
        np.concatenate(ids),
        np.concatenate(types),
        np.concatenate(first),
        np.concatenate([p.starts for p in parts]),
        np.concatenate([p.ends for p in parts]),
        tuple(len(p) for p in parts),
    )
