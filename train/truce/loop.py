"""The training loop: one cost of labels and qualities, averaged weights."""

# mypy: allow-untyped-decorators

import copy
import random
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import torch
from tokenizers import Tokenizer
from torch import nn

from train.attribution.eight_bits import compute_in_eight
from train.attribution.encoder import vocabulary
from train.truce.examples import Batch, Example, batches, examples
from train.truce.model import Reader
from train.truce.texts import Text, varied

PIECES_A_BATCH = 1024
ENCODER_RATE, HEAD_RATE = 2e-4, 1e-3
WARM_UP = 0.08
KEEP = 0.99
SPANS = 0.2
"""What the cost of the qualities counts beside that of the labels."""


ROUNDED_FROM = 0.7
"""The share of the epochs after which the encoder computes as the exported one will."""


@dataclass(frozen=True, slots=True)
class Plan:
    """How long to train, and how."""

    epochs: int
    seed: int
    threads: int
    dropout: float = 0.12
    hidden: float = 0.08


class Run:
    """One training run: the model, its running average and the place in the schedule."""

    def __init__(self, plan: Plan, steps: int) -> None:
        self.steps, self.step = steps, 0
        self.reader = Reader(plan.dropout, plan.hidden)
        self.reader.encoder.start_from_wheel()
        self.reader.encoder.words.weight.requires_grad_(False)
        self.average: Reader = copy.deepcopy(self.reader).eval()
        encoder = [p for p in self.reader.encoder.parameters() if p.requires_grad]
        heads = [*self.reader.emit.parameters(), *self.reader.qualities.parameters()]
        groups = [{"params": encoder, "peak": ENCODER_RATE}, {"params": heads, "peak": HEAD_RATE}]
        self.optimiser = torch.optim.AdamW(groups, lr=ENCODER_RATE, weight_decay=0.01, fused=True)

    def learn(self, batch: Batch, rng: random.Random) -> tuple[float, float]:
        """The two costs of the batch, after one step on it."""
        done = min(1.0, self.step / self.steps)
        for group in self.optimiser.param_groups:
            group["lr"] = group["peak"] * max(0.0, min(done / WARM_UP, (1 - done) / (1 - WARM_UP)))
        tags, spans = self.reader.loss(batch, rng)
        (tags + SPANS * spans).backward()
        nn.utils.clip_grad_norm_(self.reader.parameters(), 1.0)
        self.optimiser.step()
        self.optimiser.zero_grad()
        self.step += 1
        self._follow()
        return float(tags.detach()), float(spans.detach())

    @torch.no_grad()
    def _follow(self) -> None:
        keep = min(KEEP, (self.step + 1) / (self.step + 10))
        pairs = zip(self.average.parameters(), self.reader.parameters(), strict=True)
        own = [(a, p) for a, p in pairs if p.requires_grad]
        torch._foreach_lerp_([a for a, _ in own], [p for _, p in own], 1 - keep)


def tokens() -> Any:
    """The encoder's tokenizer."""
    tokenizer = Tokenizer.from_str(vocabulary().decode())
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer


def train(texts: Sequence[Text], plan: Plan, *, dev: Sequence[Text] = ()) -> Reader:
    """The averaged model after the last epoch."""
    torch.set_num_threads(plan.threads)
    torch.manual_seed(plan.seed)
    rng = random.Random(plan.seed)
    tokenizer = tokens()
    held = [e for text in dev for e in examples(text, tokenizer)]
    pool = _epoch(texts, tokenizer, rng)
    run = Run(plan, plan.epochs * len(list(batches(pool, PIECES_A_BATCH, rng))))
    begun = time.monotonic()
    for epoch in range(plan.epochs):
        if epoch >= ROUNDED_FROM * plan.epochs:
            compute_in_eight(run.reader.encoder)
            compute_in_eight(run.average.encoder)
        run.reader.train()
        costs = [run.learn(batch, rng) for batch in batches(pool, PIECES_A_BATCH, rng)]
        tags, spans = (sum(column) / len(costs) for column in zip(*costs, strict=True))
        minutes = (time.monotonic() - begun) / 60
        line = f"{minutes:5.1f} min epoch {epoch + 1} tags {tags:.4f} spans {spans:.4f}"
        sys.stderr.write(f"{line} dev {_judged(run.average, held)}\n")
        pool = _epoch(texts, tokenizer, rng)
    return run.average


def _epoch(texts: Sequence[Text], tokenizer: Any, rng: random.Random) -> list[Example]:
    return [e for text in texts for e in examples(varied(text, rng), tokenizer)]


@torch.no_grad()
def _judged(reader: Reader, held: Sequence[Example]) -> str:
    costs = [tuple(float(c) for c in reader.loss(b, None)) for b in batches(held, 4 * PIECES_A_BATCH, None)]
    return " ".join(f"{sum(column) / len(column):.4f}" for column in zip(*costs, strict=True)) if costs else "–"
