"""How well two annotators agree.

    python -m tests.gold.truce.agreement --texts 30 > second/sentences.jsonl    texts to annotate, without the first's claims
    python -m tests.gold.truce.agreement second/sentences.jsonl                 the shares on which the two agree

Which texts are drawn follows from their hashes. Claims agree by overlap, as `bench.truce` pairs them; everything else is
a share of the claims that both have. Kappa takes out what two annotators who only guess would agree on.
"""

from __future__ import annotations

import hashlib
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import msgspec

from bench.truce.matching import paired
from communique.domain.span import Span

from .faults import faults
from .gold import Claim, Count, Item, Truce, alternatives, load, read
from .kinds import PARTS
from .quoting import place

Pair = tuple[Claim, Claim]


def drawn(items: Sequence[Item], number: int) -> list[Item]:
    """So many of the items, without their claims, in an order that says nothing of their kind."""
    ranked = sorted(items, key=lambda item: hashlib.sha256(item.text.encode()).hexdigest())
    return [Item(item.id, item.part, "", item.text, item.published) for item in ranked[:number]]


def pairs(first: Item, second: Item, of: Callable[[Item], Sequence[Claim]]) -> Iterator[Pair]:
    """The claims of one list that both annotators have in a text."""
    one, other = of(first), of(second)
    for i, j in paired(_spans(one, first.text), _spans(other, second.text)).items():
        yield one[i], other[j]


def _spans(claims: Sequence[Claim], text: str) -> list[Span]:
    return [Span(*place(claim.span, text)) for claim in claims]


def kappa(labels: Sequence[tuple[str, str]]) -> float:
    """Cohen's kappa of pairs of labels: 1 for full agreement, 0 for that of guessers; 1 where there is one label only."""
    total = len(labels)
    one, other = Counter(a for a, _ in labels), Counter(b for _, b in labels)
    same = sum(a == b for a, b in labels) / total
    chance = sum(one[label] * other[label] for label in one) / total**2
    return 1.0 if chance == 1 else (same - chance) / (1 - chance)


def report(first: Sequence[Item], second: Sequence[Item]) -> Iterator[str]:
    """The agreement in lines of text; the second annotator's texts say which of the first's are compared."""
    firsts = {item.id: item for item in first}
    both = [(firsts[item.id], item) for item in second]
    for name, of in (("truce", _truce), ("violation", _violations)):
        matched = [pair for one, other in both for pair in pairs(one, other, of)]
        total = sum(len(of(one)) + len(of(other)) for one, other in both)
        yield f"{name} claims: F1 {200 * len(matched) / total if total else 100:.1f} ({len(matched)} in both, {total} in all)"
        for field, value in FIELDS.items():
            labels = [(value(one), value(other)) for one, other in matched]
            if any(label != "–" for pair in labels for label in pair):
                same = 100 * sum(a == b for a, b in labels) / len(labels)
                yield f"  {field}: {same:.1f} % alike, kappa {kappa(labels):.2f}"


def _truce(item: Item) -> Sequence[Claim]:
    return item.truce


def _violations(item: Item) -> Sequence[Claim]:
    return item.violations


def _kind(claim: Claim) -> str:
    return alternatives(claim.status if isinstance(claim, Truce) else claim.type)[0]


def _bounds(count: Count | None) -> str:
    return f"{count.low}–{count.high} {count.unit}" if count else "–"


FIELDS: dict[str, Callable[[Claim], str]] = {
    "status or type": _kind,
    "polarity": lambda claim: claim.polarity,
    "count": lambda claim: _bounds(claim.count),
    "killed": lambda claim: "–" if isinstance(claim, Truce) else _bounds(claim.killed),
    "severity": lambda claim: claim.severity.value if claim.severity else "–",
    "step": lambda claim: f"{claim.step.fact}: {alternatives(claim.step.rung)[0]}" if claim.step else "–",
}


def main(arguments: Sequence[str]) -> int:
    gold = [item for part in PARTS for item in load(part)]
    if arguments[:1] == ["--texts"]:
        for item in drawn(gold, int(arguments[1])):
            print(msgspec.json.encode(item).decode())
        return 0
    second = read(Path(arguments[0]))
    wrong = [fault for item in second for fault in faults(item)]
    strangers = [f"{item.id} is not in the gold" for item in second if item.id not in {g.id for g in gold}]
    print("\n".join([*wrong, *strangers] or report(gold, second)))
    return 1 if wrong or strangers else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
