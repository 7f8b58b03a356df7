"""`python -m bench.events [DATA.jsonl | --gold build|held]`: types on coded sentences, or the reading on the gold set.

Without data the training sentences are cross-validated in five parts, by models that have not seen the part; with data
the model that comes with the package is scored on it. YIELD there is CONCEDE or RETREAT; SANCTION is material conflict.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
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
    _print(sheet, "", examples, runs, note)
    unreal = [i for i, e in enumerate(examples) if e.unreal]
    _print(
        sheet, "unreal: ", [examples[i] for i in unreal], [[run[i] for i in unreal] for run in runs], f"{len(unreal)}"
    )
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


def _print(sheet: Sheet, prefix: str, examples: Sequence[Example], runs: Sequence[Sequence[str]], note: str) -> None:
    root = [macro_f1([e.label for e in examples], run) for run in runs]
    quad = [macro_f1([e.quad for e in examples], [quad_of(p) for p in run]) for run in runs]
    binary = [macro_f1([e.quad > 2 for e in examples], [is_conflict(p) for p in run]) for run in runs]
    same = [_mean([100.0 * (p == e.label) for p, e in zip(run, examples, strict=True)]) for run in runs]
    common = _common(examples, runs)
    rows = (("root macro-F1", root), ("quad macro-F1", quad), ("binary macro-F1", binary), ("root accuracy", same))
    for name, values in (*rows, (f"root macro-F1, types with {FEWEST} or more", common)):
        sheet.line(f"{prefix}{name}", _mean(values), "%", note)


def _common(examples: Sequence[Example], runs: Sequence[Sequence[str]]) -> list[float]:
    """Macro-F1 over the types that enough of the examples have: one sentence of a type makes no figure."""
    gold = [e.label for e in examples]
    labels = [label for label in sorted(set(gold)) if gold.count(label) >= FEWEST]
    return [_mean([_f1([g == c for g in gold], [p == c for p in run]) for c in labels]) for run in runs]


def macro_f1(gold: Sequence[object], given: Sequence[object]) -> float:
    """The mean F1 in percent over the classes that gold or given has."""
    classes = sorted({*gold, *given}, key=str)
    return _mean([_f1([g == c for g in gold], [p == c for p in given]) for c in classes])


def _f1(gold: Sequence[bool], given: Sequence[bool]) -> float:
    both = sum(g and p for g, p in zip(gold, given, strict=True))
    total = sum(gold) + sum(given)
    return 200 * both / total if total else 0.0


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values)


if __name__ == "__main__":
    main()
