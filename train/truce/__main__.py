"""`python -m train.truce GOLD.jsonl …` trains the model that reads claims about a truce and writes its folder."""

import argparse
from pathlib import Path

import torch

from train.truce.export import export
from train.truce.loop import Plan, train
from train.truce.texts import kept_apart, load

MODEL = Path("communique/language/models/truce")


def main() -> None:
    """Trains from the published encoder on all texts of the files, then exports the averaged weights."""
    ask = argparse.ArgumentParser(prog="train.truce", description=__doc__)
    ask.add_argument("gold", type=Path, nargs="+")
    ask.add_argument("--out", type=Path, default=MODEL, help="the model folder to write")
    ask.add_argument("--work", type=Path, default=Path("build/truce"), help="where the checkpoint goes")
    ask.add_argument("--epochs", type=int, default=7)
    ask.add_argument("--seed", type=int, default=1)
    ask.add_argument("--threads", type=int, default=2)
    ask.add_argument("--apart", type=int, default=0, help="keep every so manieth text out of the training")
    given = ask.parse_args()
    plan = Plan(given.epochs, given.seed, given.threads)
    texts = [text for path in given.gold for text in load(path)]
    apart = [text for text in texts if given.apart and kept_apart(text, given.apart)]
    reader = train([text for text in texts if text not in apart], plan, dev=apart)
    given.work.mkdir(parents=True, exist_ok=True)
    torch.save(reader.state_dict(), given.work / "last.pt")
    export(reader, plan, given.gold, given.out)


if __name__ == "__main__":
    main()
