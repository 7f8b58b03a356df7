"""`python -m train.attribution.figures DEV.jsonl --score SCORER.py` prints the model's figures on a corpus."""

import argparse
import importlib.util
import json
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

from communique.language.attribution.found import Attribution, Fragment
from communique.language.attribution.tagger import MODEL, Tagger
from train.attribution.corpus import passages


def main() -> None:
    """Reads the corpus, scores the attributions that have a content, prints the scorer's table."""
    ask = argparse.ArgumentParser(prog="train.attribution.figures", description=__doc__)
    ask.add_argument("corpus", type=Path)
    ask.add_argument("--score", type=Path, required=True, help="the scoring script of the corpus")
    ask.add_argument("--model", type=Path, default=MODEL)
    ask.add_argument("--out", type=Path, help="also write the predictions, one JSON object a line")
    given = ask.parse_args()
    rows = [json.loads(line) for line in given.corpus.read_text(encoding="utf-8").splitlines()]
    begun = time.perf_counter()
    found = read(Tagger.load(given.model), [row["text"] for row in rows])
    taken = time.perf_counter() - begun
    words = sum(len(row["text"].split()) for row in rows)
    sys.stderr.write(f"{words} words in {taken:.1f} s: {words / taken:.0f} words a second\n")
    predicted = {row["id"]: [as_row(a) for a in each] for row, each in zip(rows, found, strict=True)}
    if given.out:
        lines = (json.dumps({"id": name, "attributions": each}) for name, each in predicted.items())
        given.out.write_text("".join(line + "\n" for line in lines), encoding="utf-8")
    scorer = loaded(given.score)
    scorer.show(scorer.score(predicted, given.corpus))


def read(tagger: Tagger, texts: Sequence[str]) -> list[list[Attribution]]:
    """The attributions with a content, text by text."""
    found = tagger.read_many([(text, passages(text)) for text in texts])
    return [[a for a in each if a.contents] for each in found]


def as_row(attribution: Attribution) -> dict[str, Any]:
    """An attribution as the corpus writes it."""
    return {
        "source": _spans(attribution.sources),
        "cue": _spans(attribution.cues),
        "content": _spans(attribution.contents),
    }


def loaded(path: Path) -> ModuleType:
    """The scoring script as a module."""
    spec = importlib.util.spec_from_file_location("scorer", path)
    if spec is None or spec.loader is None:
        raise SystemExit(f"{path} is not a Python file")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _spans(fragments: Sequence[Fragment]) -> list[tuple[int, int]]:
    return [(f.start, f.end) for f in fragments]


if __name__ == "__main__":
    main()
