"""A stretch of the report as HTML: the characters themselves, inside the elements of the marks that cover them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from communique.exports.edition.anchors import TALLEST
from communique.exports.edition.escape import esc
from communique.exports.marks import Mark, Segment

# Contents outside, then who spoke and by which word, then what only has an anchor. A link comes last, because one
# link must not stand inside another, and the number of a statement is a link.
_DEPTH = {"content": 0, "dateline": 1, "source": 2, "cue": 2, "trace": 3, "link": 4}


@dataclass(slots=True)
class Typesetter:
    """Sets segments one block after the other; remembers which anchors it has already placed."""

    text: str
    heights: Mapping[str, int]  # of a content: how many contents lie inside it, itself counted
    targets: Mapping[str, str]  # of a mention: the entry it leads to
    pieces: Counter[str] = field(default_factory=Counter)  # by anchor: more than one means it was cut
    numbered: set[str] = field(default_factory=set)
    traced: set[str] = field(default_factory=set)

    def block(self, segments: Iterable[Segment]) -> str:
        """The segments as HTML; elements that the previous block had open begin anew."""
        out: list[str] = []
        stack: list[Mark] = []
        for segment in segments:
            fresh = not out
            wanted = _stack(segment.marks)
            kept = _common(stack, wanted)
            out.extend(_close(mark) for mark in reversed(stack[kept:]))
            out.extend(self._open(mark, fresh or segment.start == mark.span.start) for mark in wanted[kept:])
            out.append(esc(segment.of(self.text)))
            stack = wanted
        out.extend(_close(mark) for mark in reversed(stack))
        return "".join(out)

    def cut(self) -> tuple[str, ...]:
        """The stems of the passages that have an anchor only and came out in more than one piece."""
        return tuple(stem for stem, pieces in self.pieces.items() if pieces > 1 and stem in self.traced)

    def _open(self, mark: Mark, begins: bool) -> str:
        anchor = self._anchor(mark)
        match mark.layer:
            case "content":
                height = min(self.heights.get(mark.id, 1), TALLEST)
                return f'<span class="content h{height} {mark.id}"{anchor}>' + (self._number(mark) if begins else "")
            case "source" | "cue":
                return f'<span class="{mark.layer} {mark.id}"{anchor}>'
            case "link":
                self.traced.add(mark.id)
                entry = self.targets.get(mark.id, mark.id.split("-")[0])
                return f'<a class="{mark.id}" href="#r-{entry}" tabindex="-1"{anchor}>'
            case _:
                self.traced.add(mark.id)
                return f'<span class="{mark.layer} {mark.id}"{anchor}>'

    def _anchor(self, mark: Mark) -> str:
        self.pieces[mark.id] += 1
        return f' id="t-{mark.id}"' if self.pieces[mark.id] == 1 else ""

    def _number(self, mark: Mark) -> str:
        """The reference that opens a content, and opens it again after a gap or in the next paragraph."""
        number = mark.id[1:]
        label = f"…{number}" if mark.id in self.numbered else number
        self.numbered.add(mark.id)
        # The number is drawn by the style sheet: the text of the page stays the text of the report, also when copied.
        return f'<a class="ref" href="#r-{mark.id}" data-n="{label}" aria-label="statement {number}"></a>'


def _stack(marks: tuple[Mark, ...]) -> list[Mark]:
    ordered = sorted((mark for mark in marks if mark.layer in _DEPTH), key=lambda mark: _DEPTH[mark.layer])
    links = [mark for mark in ordered if mark.layer == "link"]
    # The others keep their anchor and give up their link.
    return [Mark(m.span, "trace", m.id) if m.layer == "link" and m is not links[-1] else m for m in ordered]


def _common(before: list[Mark], after: list[Mark]) -> int:
    kept = 0
    while kept < min(len(before), len(after)) and before[kept] == after[kept]:
        kept += 1
    return kept


def _close(mark: Mark) -> str:
    return "</a>" if mark.layer == "link" else "</span>"


def heights(segments: Iterable[Segment]) -> dict[str, int]:
    """For each content: how deep the shorter contents over it are stacked, by which its underline is drawn lower."""
    over: dict[str, set[str]] = {}
    length: Counter[str] = Counter()
    for segment in segments:
        inside = list(dict.fromkeys(m.id for m in segment.marks if m.layer == "content"))
        for stem in inside:
            length[stem] += segment.end - segment.start
            over.setdefault(stem, set()).update(inside)
    found: dict[str, int] = {}
    for stem in sorted(over, key=lambda s: (length[s], s)):
        found[stem] = 1 + max((found[other] for other in over[stem] if other in found), default=0)
    return found
