"""Encoder, labels of words in several layers, and qualities of spans as one model."""

# mypy: allow-subclassing-any

import random

import torch
from torch import Tensor, nn
from torch.nn import functional

from communique.language.pieces import TYPES
from communique.language.truce.learned.labels import LABELS, LAYERS
from train.attribution.encoder import WIDE, Encoder
from train.truce.examples import UNKNOWN, Batch, Held
from train.truce.texts import QUALITIES

JITTER = 0.2
"""How often a gold span is moved by a word at an edge, since found spans are not all right."""


class Reader(nn.Module):
    """Reads windows: label scores of every piece, its state, and the qualities of spans."""

    def __init__(self, dropout: float = 0.1, hidden: float = 0.0) -> None:
        super().__init__()
        self.encoder = Encoder(TYPES, dropout, hidden)
        self.dropout = nn.Dropout(dropout)
        self.emit = nn.Linear(WIDE, LABELS)
        self.qualities = nn.ModuleList(nn.Linear(3 * WIDE, len(quality.values)) for quality in QUALITIES)

    def forward(self, ids: Tensor, types: Tensor) -> tuple[Tensor, Tensor]:
        """Emissions and states of every piece."""
        states = self.dropout(self.encoder(ids, types))
        return self.emit(states), states

    def loss(self, batch: Batch, rng: random.Random | None) -> tuple[Tensor, Tensor]:
        """The cost of the labels a word, and of the qualities a span, in nats."""
        emissions, states = self(batch.ids, batch.types)
        by_word = emissions.reshape(-1, LABELS)[batch.words]
        words = states.reshape(-1, WIDE)[batch.words]
        tags = sum(
            (
                functional.cross_entropy(
                    by_word[:, layer.first : layer.first + layer.size], batch.labels[row], ignore_index=UNKNOWN
                )
                for row, layer in enumerate(LAYERS)
            ),
            torch.zeros(()),
        )
        return tags, self._of_spans(batch, words, rng)

    def _of_spans(self, batch: Batch, words: Tensor, rng: random.Random | None) -> Tensor:
        cost = torch.zeros(())
        for number, head in enumerate(self.qualities):
            pooled, right = [], []
            for offset, example in zip(batch.offsets, batch.examples, strict=True):
                for span in example.spans:
                    if (fits := span.right[number]) is not None:
                        pooled.append(_pooled(words[offset : offset + len(example.window.starts)], span, rng))
                        right.append(torch.from_numpy(fits))
            if pooled:
                chances = functional.log_softmax(head(torch.stack(pooled)), 1)
                fit = torch.logsumexp(chances.masked_fill(~torch.stack(right), -1e4), 1)
                cost = cost - fit.mean()
        return cost


def _pooled(states: Tensor, span: Held, rng: random.Random | None) -> Tensor:
    """The mean of the states of the span's words, its first and its last."""
    first, last = span.first, span.last
    if rng and rng.random() < JITTER:
        first = min(last, max(0, first + rng.choice((-1, 1))))
    if rng and rng.random() < JITTER:
        last = max(first, min(len(states) - 1, last + rng.choice((-1, 1))))
    return torch.cat([states[first : last + 1].mean(0), states[first], states[last]])
