"""`python -m train.events DATA.jsonl [--out FOLDER]`: fits the event types and writes weights.npz."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from communique.language.events.classifier import MODEL
from communique.language.events.vectors import OnnxEncoder
from train.events.examples import load_and_rewrite
from train.events.fitting import Plan, fit, held_out, sharpness_for


def main() -> None:
    """Fits on the whole file; how sure the model may be is learned from held-out fifths of it."""
    parser = argparse.ArgumentParser(prog="python -m train.events", description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--out", type=Path, default=MODEL)
    given = parser.parse_args()
    plan = Plan()
    examples, made = load_and_rewrite(given.data, OnnxEncoder(given.out))
    labels, scores = held_out(examples, made, plan)
    weights = fit([*examples, *made], plan, sharpness_for(examples, labels, scores))
    weights.save(given.out / "weights.npz")
    size = (given.out / "weights.npz").stat().st_size / 1e6
    sys.stderr.write(
        f"wrote {given.out}/weights.npz ({size:.1f} MB) from {len(examples)} sentences and {len(made)} made of them\n"
    )


if __name__ == "__main__":
    main()
