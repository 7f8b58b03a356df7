"""Lessens what eight bits would scale badly: inputs of a layer that lie far beyond its others.

An exported layer scales all its inputs by the greatest. A few of the encoder's inputs are ten times the rest, which
then have a tenth of the steps. Multiplied down before the layer and up again in its weights they change nothing in
full precision: SmoothQuant, Xiao et al., ICML 2023, here for the outlying inputs alone.
"""

# mypy: allow-subclassing-any, allow-untyped-decorators

from collections.abc import Sequence

import torch
from torch import Tensor, nn

from communique.language.pieces import Window, padded
from train.attribution.eight_bits import Linear

MEDIANS = 2.0
"""No input's greatest value stays beyond this many times the median of theirs."""
TINY = 1e-4


class Evened(nn.Module):
    """A linear layer with inputs lessened and weights raised to match."""

    def __init__(self, layer: nn.Linear, shares: Tensor) -> None:
        super().__init__()
        self.layer = layer
        self.register_buffer("shares", shares)
        with torch.no_grad():
            layer.weight /= shares

    def forward(self, x: Tensor) -> Tensor:
        """As the layer it was made of."""
        found: Tensor = self.layer(x * self.shares)
        return found


@torch.no_grad()
def even_out(encoder: nn.Module, windows: Sequence[Window]) -> None:
    """Evens out every layer of the encoder by the greatest inputs it has when it reads `windows`, each alone."""
    layers = {name: part for name, part in encoder.named_modules() if isinstance(part, Linear)}
    greatest: dict[str, Tensor] = {}

    def noted(name: str, given: Tensor) -> None:
        most = given.abs().amax((0, 1))
        greatest[name] = torch.maximum(greatest[name], most) if name in greatest else most

    watches = [
        part.register_forward_pre_hook(lambda _, given, name=name: noted(name, given[0]))
        for name, part in layers.items()
    ]
    for window in windows:
        encoder(*(torch.from_numpy(part) for part in padded([window])))
    for watch in watches:
        watch.remove()
    for name, part in layers.items():
        whole, _, last = name.rpartition(".")
        most = greatest[name].clamp(min=TINY)
        setattr(encoder.get_submodule(whole), last, Evened(part, (MEDIANS * most.median() / most).clamp(max=1.0)))
