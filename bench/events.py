"""`python -m bench.events [DATA.jsonl | --gold build|held]`: types on coded sentences, or the reading on the gold set.

Without data the training sentences are cross-validated in five parts, by models that have not seen the part; with data
the model that comes with the package is scored on it. YIELD there is CONCEDE or RETREAT; SANCTION is material conflict.

The modal, future and negated sentences ("unreal") are few and of other types than the rest: a macro-F1 over them falls
by their make-up alone. So the same figures are taken of plain sentences drawn at random with as many of each type
("plain alike": mean, and between which values 95 of 100 draws lie).
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from bench.figures import SHARED, Sheet
from bench.gold_events import report
from communique.language.events.classifier import MODEL, Weights
from communique.language.events.types import is_conflict, quad_of
from communique.language.events.vectors import OnnxEncoder
from tests.gold.events.kinds import PARTS, Part
from train.events.examples import Example, load, load_and_rewrite
from train.events.fitting import Plan, held_out

TRAINING = SHARED / "corpora" / "plover" / "plv_train.jsonl"
FEWEST = 5
SEEDS = (0, 1, 2)
"""Ways of cutting the file in five; a figure is the mean over them."""
DRAWS = 100
"""Random samples of plain sentences for each cut."""
Figures = dict[str, float]


def main() -> None:
    """Prints macro-F1 of root, quad and binary, on all sentences and on the modal, future and negated ones."""
    if sys.argv[1:2] == ["--gold"]:
        report(part_named(sys.argv[2:]))
        return
    named = sys.argv[1:2]
    data = Path(named[0]) if named else TRAINING
    sheet = Sheet("events", data)
    if named:
        examples, note = load(data, OnnxEncoder(MODEL)), "the shipped model"
        runs = [_by_shipped_model(examples)]
    else:
        examples, made = load_and_rewrite(data, OnnxEncoder(MODEL))
        runs, note = [_by_others(examples, made, seed) for seed in SEEDS], f"5-fold, mean of {len(SEEDS)} cuts"
    _print(sheet, "", [_figures(examples, run) for run in runs], note)
    unreal = [i for i, e in enumerate(examples) if e.unreal]
    _print(sheet, "unreal: ", [_of(examples, run, unreal) for run in runs], f"{len(unreal)} sentences")
    _print_alike(sheet, [_of(examples, run, drawn) for run in runs for drawn in _alike(examples)])
    for label in sorted({e.label for e in examples}):
        values = [_f1([e.label == label for e in examples], [p == label for p in run]) for run in runs]
        sheet.line(f"{label} F1", _mean(values), "%", f"{sum(e.label == label for e in examples)} sentences")
    sheet.close()


def part_named(arguments: Sequence[str]) -> Part:
    """The half of the gold set that is named; exits with a message where none is."""
    part = next((part for part in PARTS if list(arguments) == [part]), None)
    if part is None:
        sys.exit(f"Name a half of the gold set: python -m bench.events --gold {' or --gold '.join(PARTS)}")
    return part


def _by_shipped_model(examples: Sequence[Example]) -> list[str]:
    weights = Weights.load(MODEL / "weights.npz")
    return [weights.labels[int(weights.scores(e.rows, e.vector).argmax())] for e in examples]


def _by_others(examples: Sequence[Example], made: Sequence[Example], seed: int) -> list[str]:
    labels, scores = held_out(examples, made, Plan(), seed=seed)
    return [labels[int(i)] for i in scores.argmax(axis=1)]


def _print(sheet: Sheet, prefix: str, figures: Sequence[Figures], note: str) -> None:
    for name in figures[0]:
        sheet.line(f"{prefix}{name}", _mean([f[name] for f in figures]), "%", note)


def _print_alike(sheet: Sheet, figures: Sequence[Figures]) -> None:
    if not figures:
        return
    for name in figures[0]:
        values = sorted(f[name] for f in figures)
        low, high = values[len(values) // 40], values[-1 - len(values) // 40]
        sheet.line(f"plain alike: {name}", _mean(values), "%", f"{low:.1f} to {high:.1f} in {len(values)} draws")


def _alike(examples: Sequence[Example]) -> Iterator[list[int]]:
    """Samples of plain sentences, as many of each type as there are unreal ones, or all there are."""
    chance = random.Random(0)
    wanted = [e.label for e in examples if e.unreal]
    plain = {c: [i for i, e in enumerate(examples) if e.label == c and not e.unreal] for c in sorted(set(wanted))}
    if wanted and any(plain.values()):
        for _ in range(DRAWS):
            yield [i for c, pool in plain.items() for i in chance.sample(pool, min(len(pool), wanted.count(c)))]


def _of(examples: Sequence[Example], run: Sequence[str], chosen: Sequence[int]) -> Figures:
    return _figures([examples[i] for i in chosen], [run[i] for i in chosen])


def _figures(examples: Sequence[Example], run: Sequence[str]) -> Figures:
    """Macro-F1 and accuracy of one run's types, in percent."""
    gold = [e.label for e in examples]
    common = [c for c in sorted(set(gold)) if gold.count(c) >= FEWEST]  # one sentence of a type makes no figure
    return {
        "root macro-F1": macro_f1(gold, run),
        "quad macro-F1": macro_f1([e.quad for e in examples], [quad_of(p) for p in run]),
        "binary macro-F1": macro_f1([e.quad > 2 for e in examples], [is_conflict(p) for p in run]),
        "root accuracy": _mean([100.0 * (p == g) for p, g in zip(run, gold, strict=True)]),
        f"root macro-F1, types with {FEWEST} or more": _mean(
            [_f1([g == c for g in gold], [p == c for p in run]) for c in common]
        ),
    }


def macro_f1(gold: Sequence[object], given: Sequence[object]) -> float:
    """The mean F1 in percent over the classes that gold or given has."""
    classes = sorted({*gold, *given}, key=str)
    return _mean([_f1([g == c for g in gold], [p == c for p in given]) for c in classes])


def _f1(gold: Sequence[bool], given: Sequence[bool]) -> float:
    both = sum(g and p for g, p in zip(gold, given, strict=True))
    total = sum(gold) + sum(given)
    return 200 * both / total if total else 0.0


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else 0.0


if __name__ == "__main__":
    main()
