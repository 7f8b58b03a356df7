"""How far a reading agrees with what was annotated by hand: contents, speakers, chains, and what else must be found."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from communique.domain.attribution import Statement
from communique.domain.reading import Reading
from communique.domain.span import Span

from .expectation import Statement as Wanted
from .samples_expected import Expected, locate

LEAST = 0.5  # Jaccard of characters from which two contents are one
ARTICLES = ("the ", "a ", "an ")


@dataclass
class Tally:
    """Counts over many reports; `notes` say what is missing or made up."""

    wanted: int = 0
    found: int = 0
    content: int = 0
    speaker: int = 0
    chain: int = 0
    nested_wanted: int = 0
    nested: int = 0
    stance: int = 0
    notes: list[str] = field(default_factory=list)

    def f1(self, right: int) -> float:
        """F1 in per cent of `right` among what was wanted and what was found."""
        return 200 * right / (self.wanted + self.found) if self.wanted + self.found else 100.0

    def add(self, expected: Expected, reading: Reading) -> None:
        """Counts one report."""
        text = reading.report.text
        wanted = [(w, tuple(locate(q, text) for q in w.content)) for w in expected.statements]
        maybe = [tuple(locate(q, text) for q in quotes) for quotes in expected.maybe_statements]
        self._count(expected.report, wanted, maybe, reading.findings.statements, text)

    def _count(
        self,
        name: str,
        wanted: Sequence[tuple[Wanted, tuple[Span, ...]]],
        maybe: Sequence[tuple[Span, ...]],
        found: Sequence[Statement],
        text: str,
    ) -> None:
        pairs = _paired([spans for _, spans in wanted], [s.content for s in found])
        paired = set(pairs.values())
        spare = [
            s for j, s in enumerate(found) if j not in paired and not any(shared(m, s.content) >= LEAST for m in maybe)
        ]
        self.wanted += len(wanted)
        self.found += len(pairs) + len(spare)
        self.content += len(pairs)
        self.nested_wanted += sum(w.within is not None for w, _ in wanted)
        self.notes += [f"{name}: made up {' > '.join(s.chain)}: {_words(s.content, text)}" for s in spare]
        for i, (one, spans) in enumerate(wanted):
            if i not in pairs:
                self.notes.append(f"{name}: missing {' > '.join(one.chain)}: {_words(spans, text)}")
                continue
            self._judge(name, one, found[pairs[i]])

    def _judge(self, name: str, wanted: Wanted, found: Statement) -> None:
        speaker = same(wanted.chain[-1], found.chain[-1]) and wanted.anonymous == found.anonymous
        chain = speaker and _same_chain(wanted.chain, found.chain)
        self.speaker += speaker
        self.chain += chain
        self.nested += wanted.within is not None
        self.stance += wanted.stance == found.stance
        if not chain:
            self.notes.append(f"{name}: chain {wanted.chain} read as {found.chain} (anonymous {found.anonymous})")


def shared(a: Sequence[Span], b: Sequence[Span]) -> float:
    """Jaccard of the characters two contents cover."""
    common = sum(max(0, min(x.end, y.end) - max(x.start, y.start)) for x in a for y in b)
    size = sum(map(len, a)) + sum(map(len, b)) - common
    return common / size if size else 0.0


def same(wanted: str, found: str) -> bool:
    """Whether a name is one of those that are acceptable (" | "), speaker by speaker (" & "), articles aside."""
    sides = [{_bare(n) for n in one.split(" | ")} for one in wanted.split(" & ")]
    got = [_bare(n) for n in found.split(" & ")]
    whole = {_bare(n) for n in wanted.split(" | ")}
    return _bare(found) in whole or (len(sides) == len(got) and all(any(g in s for g in got) for s in sides))


def _same_chain(wanted: Sequence[str], found: Sequence[str]) -> bool:
    shortened = [n for i, n in enumerate(wanted) if i == 0 or n != wanted[i - 1]]
    got = [n for i, n in enumerate(found) if i == 0 or n != found[i - 1]]
    return len(shortened) == len(got) and all(map(same, shortened, got))


def _bare(name: str) -> str:
    lower = " ".join(name.lower().split())
    return next((lower.removeprefix(a) for a in ARTICLES if lower.startswith(a)), lower)


def _paired(wanted: Sequence[tuple[Span, ...]], found: Sequence[tuple[Span, ...]]) -> dict[int, int]:
    near = sorted(((shared(w, f), -i, -j) for i, w in enumerate(wanted) for j, f in enumerate(found)), reverse=True)
    pairs: dict[int, int] = {}
    for share, i, j in near:
        if share >= LEAST and -i not in pairs and -j not in pairs.values():
            pairs[-i] = -j
    return pairs


def _words(spans: Iterable[Span], text: str) -> str:
    return " … ".join(text[s.start : s.start + 60] for s in spans)
