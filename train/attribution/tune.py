"""`python -m train.attribution.tune DEV.jsonl --score SCORER.py` sets the thresholds in the model's settings."""

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from types import ModuleType
from typing import Any

from communique.language.attribution.labels import ROLES
from communique.language.attribution.tagger import MODEL, Tagger
from train.attribution.corpus import passages
from train.attribution.figures import as_row, loaded

GRID = tuple(step / 100 for step in range(20, 66, 5))
WEIGHTS = {"source": 1.0, "cue": 1.0, "content": 1.0, "attribution": 2.0}
"""What the sum of F1 that is tuned counts each figure."""


class Held(Tagger):
    """A tagger that reads the corpus once and decodes it again with other thresholds."""

    def hold(self, texts: Sequence[str]) -> None:
        """Reads the texts with the encoder."""
        self.texts = texts
        self.scored = list(self._scored([(text, passages(text)) for text in texts]))

    def rows(self, thresholds: Sequence[float]) -> list[list[dict[str, Any]]]:
        """The attributions with a content, text by text, as the corpus writes them."""
        self.settings = replace(self.settings, thresholds=tuple(thresholds))
        found: list[list[dict[str, Any]]] = [[] for _ in self.texts]
        for scored in self.scored:
            attributions = self._attributions(self.texts[scored.item], scored)
            found[scored.item] += [as_row(a) for a in attributions if a.contents]
        return found


def main() -> None:
    """Goes through the thresholds role by role, twice, and writes the best."""
    ask = argparse.ArgumentParser(prog="train.attribution.tune", description=__doc__)
    ask.add_argument("corpus", type=Path)
    ask.add_argument("--score", type=Path, required=True, help="the scoring script of the corpus")
    ask.add_argument("--model", type=Path, default=MODEL)
    given = ask.parse_args()
    rows = [json.loads(line) for line in given.corpus.read_text(encoding="utf-8").splitlines()]
    tagger = Held.load(given.model, threads=2)
    assert isinstance(tagger, Held)
    tagger.hold([row["text"] for row in rows])
    names = [row["id"] for row in rows]
    best = searched(tagger, names, loaded(given.score), given.corpus)
    path = given.model / "settings.json"
    settings = json.loads(path.read_text(encoding="utf-8"))
    settings["thresholds"] = dict(zip(ROLES, best, strict=True))
    path.write_text(json.dumps(settings, indent=1) + "\n", encoding="utf-8")


def searched(tagger: Held, names: Sequence[str], scorer: ModuleType, corpus: Path) -> tuple[float, ...]:
    """The best thresholds found by moving one role at a time."""
    best = tagger.settings.thresholds
    tried: dict[tuple[float, ...], float] = {}
    for _ in range(2):
        for role in reversed(range(len(ROLES))):
            for thresholds in _moved(best, role):
                if thresholds not in tried:
                    figures = judged(scorer, dict(zip(names, tagger.rows(thresholds), strict=True)), corpus)
                    tried[thresholds] = sum(WEIGHTS[name] * f1 for name, f1 in figures.items())
                    _say(thresholds, figures)
            best = max(tried, key=lambda t: tried[t])
    return best


def judged(scorer: ModuleType, predicted: dict[str, Any], corpus: Path) -> dict[str, float]:
    """Fragment-exact F1 a role, and attribution F1."""
    report = scorer.score(predicted, corpus)
    figures = {role: float(report["roles"][role]["fragment exact"]["f1"]) for role in ROLES}
    return {**figures, "attribution": float(report["attribution"]["content+source"]["f1"])}


def _moved(thresholds: Sequence[float], role: int) -> Iterator[tuple[float, ...]]:
    for value in GRID:
        yield (*thresholds[:role], value, *thresholds[role + 1 :])


def _say(thresholds: Sequence[float], figures: dict[str, float]) -> None:
    shown = " ".join(f"{name} {100 * f1:.2f}" for name, f1 in figures.items())
    sys.stderr.write(f"{' '.join(f'{t:.2f}' for t in thresholds)}  {shown}\n")


if __name__ == "__main__":
    main()
