"""Encoder, tags and links as one model."""

# mypy: allow-subclassing-any

import random
from dataclasses import dataclass

from torch import Tensor, nn

from communique.language.attribution.labels import LABELS
from communique.language.pieces import TYPES
from train.attribution.crf import Chain
from train.attribution.encoder import WIDE, Encoder
from train.attribution.examples import Batch
from train.attribution.pointers import Pointers
from train.attribution.segments import Cut


@dataclass(frozen=True, slots=True)
class Loss:
    """What a batch costs, in nats summed, and the share of right links a pointer."""

    tags: Tensor
    links: Tensor
    right: list[float]


class Reader(nn.Module):
    """Reads windows: states of the pieces, scores of the labels."""

    def __init__(self, dropout: float = 0.1, hidden: float = 0.0) -> None:
        """`hidden` is the share of the pieces that training hides, so that no single word decides."""
        super().__init__()
        self.encoder = Encoder(TYPES, dropout, hidden)
        self.dropout = nn.Dropout(dropout)
        self.emit = nn.Linear(WIDE, len(LABELS))
        self.chain = Chain()
        self.cut = Cut()
        self.pointers = Pointers()

    def forward(self, ids: Tensor, types: Tensor) -> tuple[Tensor, Tensor]:
        """Emissions and states of every piece."""
        states = self.dropout(self.encoder(ids, types))
        return self.emit(states), states

    def loss(self, batch: Batch, rng: random.Random | None) -> Loss:
        """The joint negative log likelihood of tags and links."""
        emissions, states = self(batch.ids, batch.types)
        by_word = emissions.reshape(-1, len(LABELS))[batch.words]
        by_state = states.reshape(-1, WIDE)[batch.words]
        tags = self.cut.loss(by_word, by_state, batch.labels, batch.lengths, self.chain)
        links, right = self.pointers.loss(states, batch.examples, rng)
        return Loss(tags, links, right)
