"""A linear-chain CRF over BIO labels in which an orphan I- cannot occur."""

# mypy: allow-subclassing-any

import torch
from torch import Tensor, nn

from communique.language.attribution.labels import FORBIDDEN, FORBIDDEN_FIRST, LABELS

IMPOSSIBLE = -1e4


class Chain(nn.Module):
    """Transition scores, and the likelihood of labels under them."""

    forbidden: Tensor
    forbidden_first: Tensor

    def __init__(self) -> None:
        super().__init__()
        self.steps = nn.Parameter(torch.zeros(len(LABELS), len(LABELS)))
        self.first = nn.Parameter(torch.zeros(len(LABELS)))
        self.last = nn.Parameter(torch.zeros(len(LABELS)))
        self.register_buffer("forbidden", torch.from_numpy(FORBIDDEN), persistent=False)
        self.register_buffer("forbidden_first", torch.from_numpy(FORBIDDEN_FIRST), persistent=False)

    def scores(self) -> tuple[Tensor, Tensor]:
        """Transition and start scores with what cannot be masked out."""
        steps = self.steps.masked_fill(self.forbidden, IMPOSSIBLE)
        return steps, self.first.masked_fill(self.forbidden_first, IMPOSSIBLE)

    def loss(self, emissions: Tensor, labels: Tensor, lengths: Tensor) -> Tensor:
        """Summed negative log likelihood of `labels` over lines padded to one length."""
        steps, first = self.scores()
        known = torch.arange(labels.shape[1])[None, :] < lengths[:, None]
        gold = emissions.gather(2, labels[:, :, None])[:, :, 0].masked_fill(~known, 0).sum()
        gold = gold + first[labels[:, 0]].sum() + self.last[labels.gather(1, lengths[:, None] - 1)[:, 0]].sum()
        gold = gold + steps[labels[:, :-1], labels[:, 1:]].masked_fill(~known[:, 1:], 0).sum()
        total: Tensor = self._partition(emissions, known, steps, first).sum() - gold
        return total

    def _partition(self, emissions: Tensor, known: Tensor, steps: Tensor, first: Tensor) -> Tensor:
        alpha = first + emissions[:, 0]
        for at in range(1, emissions.shape[1]):
            moved = torch.logsumexp(alpha[:, :, None] + steps, 1) + emissions[:, at]
            alpha = torch.where(known[:, at, None], moved, alpha)
        return torch.logsumexp(alpha + self.last, 1)
