"""The training loop: joint loss, averaged weights, a checkpoint an epoch."""

# mypy: allow-untyped-decorators

import copy
import random
import sys
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any, TextIO

import torch
from tokenizers import Tokenizer
from torch import nn

from train.attribution.corpus import Article, field_style, load
from train.attribution.encoder import vocabulary
from train.attribution.examples import Example, batches, examples
from train.attribution.model import Reader
from train.attribution.wire import wire

PIECES_A_BATCH = 2048
HEAD_RATE, ENCODER_RATE = 1e-3, 2e-4
WARM_UP = 0.06
KEEP = 0.997
"""Of the averaged weights at each step: an average over the last few hundred steps."""
FIELD = 0.25
"""Share of the articles read without commas, apostrophes and line breaks in an epoch."""


@dataclass(frozen=True, slots=True)
class Plan:
    """How long to train and on how much."""

    epochs: int
    minutes: float
    wire: int
    seed: int
    threads: int
    start: Path | None = None
    """A checkpoint to go on from; None for the published encoder."""
    pace: float = 1.0
    """Of the learning rates: less where a run goes on from another."""
    dropout: float = 0.1
    hidden: float = 0.0
    """The share of the pieces that training hides."""
    words_only: bool = False
    """Whether spans are scored by their words alone, as a chain of labels would: a quicker start."""


class Run:
    """One training run: the model, its running average and the place in the schedule."""

    def __init__(self, plan: Plan, steps: int) -> None:
        self.plan = plan
        self.steps = steps
        self.begun = time.monotonic()
        self.step = 0
        self.reader = Reader(plan.dropout, plan.hidden)
        self.reader.encoder.start_from_wheel()
        self.reader.encoder.words.weight.requires_grad_(False)
        if plan.start:
            # A chain of labels has no scores of spans yet: those begin at nothing.
            self.reader.load_state_dict(torch.load(plan.start, map_location="cpu")["raw"], strict=False)
        self.reader.cut.words_only = plan.words_only
        self.average = copy.deepcopy(self.reader).eval()
        encoder = [p for p in self.reader.encoder.parameters() if p.requires_grad]
        known = {id(p) for p in encoder} | {id(self.reader.encoder.words.weight)}
        head = [p for p in self.reader.parameters() if id(p) not in known]
        groups = [{"params": encoder, "peak": ENCODER_RATE}, {"params": head, "peak": HEAD_RATE}]
        self.optimiser = torch.optim.AdamW(groups, lr=ENCODER_RATE, weight_decay=0.01, fused=True)

    def done(self) -> float:
        """The share of the run that is over, by steps or by the clock, whichever is further."""
        minutes = (time.monotonic() - self.begun) / 60
        return max(self.step / self.steps, minutes / self.plan.minutes if self.plan.minutes else 0.0)

    def learn(self, batch: Any, rng: random.Random) -> tuple[float, float]:
        """Tag and link loss of the batch, after one step on it."""
        done = self.done()
        for group in self.optimiser.param_groups:
            group["lr"] = self.plan.pace * group["peak"] * max(0.0, min(done / WARM_UP, (1 - done) / (1 - WARM_UP)))
        cost = self.reader.loss(batch, rng)
        words = int(batch.lengths.sum())
        ((cost.tags + cost.links) / words).backward()
        nn.utils.clip_grad_norm_(self.reader.parameters(), 1.0)
        self.optimiser.step()
        self.optimiser.zero_grad()
        self.step += 1
        self._follow()
        return float(cost.tags.detach()) / words, float(cost.links.detach()) / words

    @torch.no_grad()
    def _follow(self) -> None:
        keep = min(KEEP, (self.step + 1) / (self.step + 10))
        trained = [p for p in self.reader.parameters() if p.requires_grad]
        averaged = [
            a for a, p in zip(self.average.parameters(), self.reader.parameters(), strict=True) if p.requires_grad
        ]
        torch._foreach_lerp_(averaged, trained, 1 - keep)


def train(corpus: Path, dev: Path, work: Path, plan: Plan) -> Path:
    """The path of the last checkpoint."""
    torch.set_num_threads(plan.threads)
    torch.manual_seed(plan.seed)
    rng = random.Random(plan.seed)
    work.mkdir(parents=True, exist_ok=True)
    tokenizer = Tokenizer.from_str(vocabulary().decode())
    tokenizer.no_padding()
    tokenizer.no_truncation()
    articles = load(corpus)
    held = [e for a in load(dev) for e in examples(a, tokenizer, None)]
    pool = epoch_of(articles, tokenizer, plan, rng)
    run = Run(plan, plan.epochs * len(list(batches(pool, PIECES_A_BATCH, rng))))
    with (work / "log.txt").open("a", encoding="utf-8") as log:
        for epoch in range(plan.epochs):
            _epoch(run, pool, rng, log)
            _say(log, f"epoch {epoch + 1} dev {judged(run.average, held)}")
            _save(run, work / "last.pt", epoch + 1)
            if run.done() >= 1:
                break
            pool = epoch_of(articles, tokenizer, plan, rng)
    return work / "last.pt"


def epoch_of(articles: Sequence[Article], tokenizer: Any, plan: Plan, rng: random.Random) -> list[Example]:
    """The windows of an epoch: each article as one annotator saw it, some in field style, and new wire paragraphs."""
    found: list[Example] = []
    for article in [*(a.seen_by_one(rng) for a in articles), *wire(plan.wire, rng)]:
        varied = field_style(article, rng) if rng.random() < FIELD else article
        found += examples(varied, tokenizer, rng)
    return found


@torch.no_grad()
def judged(reader: Reader, held: Sequence[Example]) -> str:
    """Loss a word of tags and links, and the share of right links a pointer, on held-back windows."""
    tags = links = 0.0
    words = 0
    right: list[list[float]] = []
    for batch in batches(held, 4 * PIECES_A_BATCH, None):
        cost = reader.loss(batch, None)
        tags, links, words = tags + float(cost.tags), links + float(cost.links), words + int(batch.lengths.sum())
        right.append(cost.right)
    share = [sum(column) / len(column) for column in zip(*right, strict=True)]
    return f"tags {tags / words:.4f} links {links / words:.4f} right {' '.join(f'{s:.3f}' for s in share)}"


def _epoch(run: Run, pool: Sequence[Example], rng: random.Random, log: TextIO) -> None:
    run.reader.train()
    tags = links = 0.0
    for number, batch in enumerate(batches(pool, PIECES_A_BATCH, rng), 1):
        if run.done() >= 1:
            return
        tag, link = run.learn(batch, rng)
        tags, links = tags + tag, links + link
        if number % 25 == 0:
            minutes = (time.monotonic() - run.begun) / 60
            _say(log, f"{minutes:6.1f} min step {run.step}/{run.steps} tags {tags / 25:.4f} links {links / 25:.4f}")
            tags = links = 0.0


def _save(run: Run, path: Path, epoch: int) -> None:
    state = {
        "average": run.average.state_dict(),
        "raw": run.reader.state_dict(),
        "epoch": epoch,
        "plan": asdict(replace(run.plan, start=None)),
    }
    torch.save(state, path.with_suffix(".new"))
    path.with_suffix(".new").replace(path)


def _say(log: TextIO, line: str) -> None:
    log.write(line + "\n")
    log.flush()
    sys.stderr.write(line + "\n")
