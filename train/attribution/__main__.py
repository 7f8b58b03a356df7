"""`python -m train.attribution TRAIN.jsonl --dev DEV.jsonl` trains the tagger and writes its model folder."""

import argparse
from pathlib import Path

from train.attribution.export import export
from train.attribution.loop import Plan, train

MODEL = Path("communique/language/models/attribution")


def main() -> None:
    """Trains from the published encoder, then exports the averaged weights."""
    ask = argparse.ArgumentParser(prog="train.attribution", description=__doc__)
    ask.add_argument("train", type=Path)
    ask.add_argument("--dev", type=Path, required=True)
    ask.add_argument("--out", type=Path, default=MODEL, help="the model folder to write")
    ask.add_argument("--work", type=Path, default=Path("build/attribution"), help="checkpoints and the log")
    ask.add_argument("--epochs", type=int, default=8)
    ask.add_argument("--minutes", type=float, default=0.0, help="end the schedule by then, epochs done or not")
    ask.add_argument("--wire", type=int, default=1000, help="synthetic wire paragraphs an epoch")
    ask.add_argument("--seed", type=int, default=1)
    ask.add_argument("--threads", type=int, default=2)
    ask.add_argument(
        "--from", dest="start", type=Path, help="go on from this checkpoint, not from the published encoder"
    )
    ask.add_argument("--pace", type=float, default=1.0, help="of the learning rates")
    ask.add_argument("--dropout", type=float, default=0.1)
    ask.add_argument("--hidden", type=float, default=0.0, help="share of the pieces that training hides")
    ask.add_argument("--words-only", action="store_true", help="score spans by their words alone: a chain of labels")
    ask.add_argument(
        "--blend", type=Path, action="append", default=[], help="a checkpoint that the export mixes in, in equal parts"
    )
    ask.add_argument("--only-export", action="store_true", help="export the last checkpoint in the work folder")
    given = ask.parse_args()
    plan = Plan(
        given.epochs,
        given.minutes,
        given.wire,
        given.seed,
        given.threads,
        given.start,
        given.pace,
        given.dropout,
        given.hidden,
        given.words_only,
    )
    checkpoint = given.work / "last.pt" if given.only_export else train(given.train, given.dev, given.work, plan)
    export([checkpoint, *given.blend], given.train, given.out)


if __name__ == "__main__":
    main()
