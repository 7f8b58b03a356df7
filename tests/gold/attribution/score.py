"""How well a reader does on the gold set.

    python -m tests.gold.attribution.score [table|held]     reads the texts with the samples' pack and prints the shares

A statement of the gold is found when one of the reading shares at least half of the characters of both contents (Jaccard);
where several do, the one with the same source comes first. Everything else is a share of the statements found. Edges of
spans are compared without punctuation.
"""

from __future__ import annotations

import sys
import unicodedata
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec

from communique.domain.attribution import Statement
from communique.domain.reading import Reading
from communique.domain.span import Span

from .gold import Attribution, Item, Range, folded, load

PACK = Path(__file__).parents[3] / "samples" / "pack"
LEAST = 0.5


@dataclass(frozen=True, slots=True)
class Score:
    """Counts over items: statements of the gold, of the readings, found, and of those found what else is right."""

    gold: int
    read: int
    found: int
    right: dict[str, int]

    @property
    def f1(self) -> float:
        return 2 * self.found / (self.gold + self.read) if self.gold + self.read else 0.0

    def share(self, field: str) -> float:
        """Of the statements found, those with this field right."""
        return self.right.get(field, 0) / self.found if self.found else 0.0


def score(items: Sequence[Item], read: Callable[[Item], Reading]) -> Score:
    """The counts over `items`, each read by `read`."""
    right: Counter[str] = Counter()
    gold = seen = found = 0
    for item in items:
        reading = read(item)
        pairs = paired(item, reading.findings.statements)
        gold, seen, found = gold + len(item.statements), seen + len(reading.findings.statements), found + len(pairs)
        for index in pairs:
            right.update(field for field, fits in judged(item, index, pairs, reading).items() if fits)
    return Score(gold, seen, found, dict(right))


def paired(item: Item, statements: Sequence[Statement]) -> dict[int, Statement]:
    """The statement of the reading for each one of the gold that was found, one to one, the best first."""
    fits = []
    for index, said in enumerate(item.statements):
        for number, statement in enumerate(statements):
            shared = overlap(said.content, _ranges(statement.content))
            sources = overlap([said.source] if said.source else [], _ranges(statement.source_spans))
            if shared >= LEAST:
                fits.append((shared + sources / 2, -index, -number))
    pairs: dict[int, Statement] = {}
    taken: set[int] = set()
    for _, index, number in sorted(fits, reverse=True):
        if -index not in pairs and -number not in taken:
            pairs[-index] = statements[-number]
            taken.add(-number)
    return pairs


def judged(item: Item, index: int, pairs: dict[int, Statement], reading: Reading) -> dict[str, bool]:
    """What else is right about a statement that was found."""
    said, statement = item.statements[index], pairs[index]
    holder = pairs.get(said.within) if said.within is not None else None
    own = {actor.id: actor.name for actor in reading.findings.actors}
    speakers = [folded(own.get(actor, actor)) for actor in statement.source_actors]
    return {
        "content": _same(item.text, said.content, statement.content),
        "source": _same(item.text, [said.source] if said.source else [], statement.source_spans),
        "cue": _same(item.text, said.cue, statement.cue),
        "speaker": _speaks(said, speakers, statement.anonymous),
        "chain": _chained(said, statement.chain),
        "within": statement.within == (holder.id if holder else None) and (holder is not None or said.within is None),
        "stance": folded(statement.stance) in said.stances,
        "mode": statement.mode == said.mode,
        "told to": statement.told_to == said.told_to,
        "anonymous": statement.anonymous == said.anonymous,
    }


def _speaks(said: Attribution, speakers: Sequence[str], anonymous: bool) -> bool:
    if said.anonymous and anonymous:
        return True
    return len(speakers) == len(said.speakers) and all(any(s in one for s in speakers) for one in said.speakers)


def _chained(said: Attribution, chain: Sequence[str]) -> bool:
    """Whether the links agree, read from the innermost; outlets in front of them are no fault."""
    if len(chain) < len(said.links):
        return False
    near = [frozenset(map(folded, link.split(" & "))) for link in reversed(chain)]
    return all(all(one & link for one in wanted) for wanted, link in zip(reversed(said.links), near, strict=False))


def overlap(one: Sequence[Range], other: Sequence[Range]) -> float:
    """The Jaccard share of the characters; 1 for two empty roles."""
    here, there = ({at for span in spans for at in range(*span)} for spans in (one, other))
    return len(here & there) / len(here | there) if here | there else 1.0


def _ranges(spans: Sequence[Span]) -> list[Range]:
    return [(span.start, span.end) for span in spans]


def _same(text: str, gold: Sequence[Range], read: Sequence[Span]) -> bool:
    return _bare(text, gold) == _bare(text, _ranges(read))


def _bare(text: str, spans: Sequence[Range]) -> list[Range]:
    """The spans without punctuation and white space at their edges; those that are nothing else stay as they are."""
    found = []
    for start, end in spans:
        kept = [at for at in range(start, end) if unicodedata.category(text[at])[0] not in "PZC"]
        found.append((kept[0], kept[-1] + 1) if kept else (start, end))
    return sorted(found)


def main(part: str | None = None) -> int:
    from communique.flow.reading import Reader  # here, so that the scoring itself loads no models
    from communique.ingest import take_text
    from communique.settings import load_settings

    reader = Reader(msgspec.structs.replace(load_settings(), packs=(str(PACK),)))
    for name in ("table", "held"):
        if part in {None, name}:
            items = [item for item in load() if item.part == name]
            done = score(items, lambda item: reader.read(take_text(item.text, id=item.id)))
            print(f"{name}: {done.found} found of {done.gold}, {done.read} read, F1 {100 * done.f1:.1f}")
            print("  " + ", ".join(f"{field} {100 * done.share(field):.1f}" for field in sorted(done.right)))
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:2]))
