"""The cut of a line into spans: its probabilities must be exact, whatever is read beside it."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest

from communique.language.attribution.decoding import Found, best, candidates
from communique.language.attribution.labels import BEGINS, INSIDES, LABELS, OUTSIDE, ROLES
from communique.language.attribution.segments import LENGTH_BOUNDS, PARTS, Cuts

WIDE, NARROW = 6, 2
Piece = tuple[int, int, int]
"""First word, last word and state: none, or a role counted from one."""


def some_cuts(seed: int) -> Cuts:
    random = np.random.default_rng(seed)
    roles = len(ROLES)
    columns = len(PARTS) * roles * NARROW + 2 * roles
    shapes = {
        "projection": (WIDE, columns),
        "shift": (columns,),
        "outside": (WIDE,),
        "length": (len(LENGTH_BOUNDS) + 1, roles),
        "going": (roles,),
        "opened": (roles,),
        "moves": (1 + roles, 1 + roles),
        "opens": (1 + roles,),
        "closes": (1 + roles,),
    }
    return Cuts.of({name: random.normal(size=shape) for name, shape in shapes.items()})


def some_line(seed: int, words: int) -> tuple[np.ndarray, np.ndarray]:
    random = np.random.default_rng(seed)
    scores = random.normal(size=(words, len(LABELS))).astype(np.float32)
    return scores, random.normal(size=(words, WIDE)).astype(np.float32)


def every_cut(words: int, at: int = 0) -> Iterator[list[Piece]]:
    if at == words:
        yield []
        return
    for rest in every_cut(words, at + 1):
        yield [(at, at, 0), *rest]
    for last in range(at, words):
        for rest in every_cut(words, last + 1):
            for role in range(len(ROLES)):
                yield [(at, last, role + 1), *rest]


def weight(cut: list[Piece], scores: np.ndarray, cuts: Cuts, table: np.ndarray) -> float:
    states = [state for _, _, state in cut]
    total = float(cuts.opens[states[0]] + cuts.closes[states[-1]])
    total += sum(float(cuts.moves[a, b]) for a, b in pairwise(states))
    for first, last, state in cut:
        total += float(scores[first : last + 1, OUTSIDE].sum())
        total += float(table[state - 1, first, last]) if state else 0.0
    return float(np.exp(total))


def by_counting(line: tuple[np.ndarray, np.ndarray], cuts: Cuts) -> dict[tuple[int, int, int], float]:
    """The probability of each span as its share in the weight of all cuts, gone through one by one."""
    scores, states = line
    table = cuts.spans(scores, states)
    held: dict[tuple[int, int, int], float] = {}
    everything = 0.0
    for cut in every_cut(len(scores)):
        worth = weight(cut, scores, cuts, table)
        everything += worth
        for first, last, state in cut:
            if state:
                held[state - 1, first, last] = held.get((state - 1, first, last), 0.0) + worth
    return {span: worth / everything for span, worth in held.items()}


def as_table(found: list[Found]) -> dict[tuple[int, int, int], float]:
    return {(f.role, f.first, f.last): f.probability for f in found}


@pytest.mark.parametrize(("seed", "words"), [(1, 1), (2, 2), (3, 4), (4, 5)])
def test_a_spans_probability_is_its_share_in_all_cuts(seed: int, words: int) -> None:
    cuts, line = some_cuts(seed), some_line(seed, words)
    expected = {span: p for span, p in by_counting(line, cuts).items() if p > 0.01}
    assert as_table(candidates([line], cuts)[0]) == pytest.approx(expected, abs=1e-5)


def test_lines_read_together_are_cut_as_each_alone() -> None:
    cuts = some_cuts(5)
    lines = [some_line(seed, words) for seed, words in ((1, 3), (2, 9), (3, 1), (4, 6), (5, 9))]
    together = [as_table(found) for found in candidates(lines, cuts)]
    alone = [as_table(candidates([line], cuts)[0]) for line in lines]
    for one, other in zip(together, alone, strict=True):
        assert one == pytest.approx(other, abs=1e-6)


@pytest.mark.parametrize("step", [-6.0, 6.0])
def test_a_long_line_of_words_in_no_span_is_neither_too_much_nor_too_little(step: float) -> None:
    cuts, line = some_cuts(7), some_line(7, 120)
    moves = np.full_like(cuts.moves, step)
    found = as_table(candidates([line], replace(cuts, moves=moves))[0])
    assert found
    assert all(0 < probability <= 1 + 1e-5 for probability in found.values())


def test_a_longer_span_is_scored_by_its_further_words_its_ends_and_its_length() -> None:
    cuts, (scores, states) = some_cuts(6), some_line(6, 4)
    role = 2
    alone = cuts.spans(scores, states)
    again = scores.copy()
    again[2, INSIDES[role]] += 1.0
    again[0, BEGINS[role]] += 10.0
    change = cuts.spans(again, states) - alone
    assert change[role, 0, 3] == pytest.approx(11.0, abs=1e-4)
    assert change[role, 1, 3] == pytest.approx(1.0, abs=1e-4)
    assert change[role, 2, 3] == pytest.approx(0.0, abs=1e-4)
    assert np.abs(change[:role]).max() == 0


def test_the_best_spans_do_not_overlap_and_are_worth_most_together() -> None:
    found = [Found(0, 0, 1, 0.6), Found(2, 1, 6, 0.8), Found(1, 2, 2, 0.7), Found(2, 3, 6, 0.6), Found(0, 8, 8, 0.2)]
    assert [(f.first, f.last) for f in best(found, (0.3, 0.3, 0.3))] == [(0, 1), (2, 2), (3, 6)]
    assert [(f.first, f.last) for f in best(found, (0.5, 0.65, 0.5))] == [(1, 6)]


@pytest.mark.parametrize(
    ("found", "chosen"),
    [
        ([Found(1, 2, 2, 0.42), Found(1, 2, 3, 0.5), Found(1, 1, 3, 0.07)], [(2, 3)]),  # a cue surely, whatever its end
        ([Found(1, 2, 2, 0.3), Found(1, 2, 3, 0.5)], []),  # perhaps no cue at all
        ([Found(1, 2, 2, 0.35), Found(1, 2, 3, 0.33), Found(1, 1, 3, 0.3)], []),  # too many ways to read it
        ([Found(0, 2, 2, 0.48), Found(0, 2, 3, 0.5)], []),  # somebody is named elsewhere or not at all
        ([Found(1, 2, 2, 0.45), Found(1, 2, 3, 0.5), Found(2, 3, 9, 0.9)], [(2, 2), (3, 9)]),
    ],
)
def test_a_span_that_is_surely_there_is_taken_though_its_ends_are_in_doubt(
    found: list[Found], chosen: list[tuple[int, int]]
) -> None:
    assert [(f.first, f.last) for f in best(found, (0.55, 0.55, 0.55))] == chosen
