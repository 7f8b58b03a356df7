"""Scores of one label after another, among which an orphan I- cannot occur."""

# mypy: allow-subclassing-any

import torch
from torch import Tensor, nn

from communique.language.attribution.labels import FORBIDDEN, FORBIDDEN_FIRST, LABELS

IMPOSSIBLE = -1e4


class Chain(nn.Module):
    """Transition, start and end scores."""

    forbidden: Tensor
    forbidden_first: Tensor

    def __init__(self) -> None:
        super().__init__()
        self.steps = nn.Parameter(torch.zeros(len(LABELS), len(LABELS)))
        self.first = nn.Parameter(torch.zeros(len(LABELS)))
        self.last = nn.Parameter(torch.zeros(len(LABELS)))
        self.register_buffer("forbidden", torch.from_numpy(FORBIDDEN), persistent=False)
        self.register_buffer("forbidden_first", torch.from_numpy(FORBIDDEN_FIRST), persistent=False)

    def scores(self) -> tuple[Tensor, Tensor, Tensor]:
        """Transition, start and end scores with what cannot be masked out."""
        steps = self.steps.masked_fill(self.forbidden, IMPOSSIBLE)
        return steps, self.first.masked_fill(self.forbidden_first, IMPOSSIBLE), self.last
