"""What eight bits do to weights and activations, while training still moves them.

The exported model computes with 8-bit activations and 7-bit weights (processors without the newer instructions overflow
on eight). A model that has trained with that rounding loses less by it: Jacob et al., "Quantization and Training of
Neural Networks for Efficient Integer-Arithmetic-Only Inference", CVPR 2018. Gradients pass through as if nothing were
rounded.
"""

# mypy: allow-subclassing-any

from torch import Tensor, nn
from torch.nn import functional

STEPS, WEIGHT_STEPS = 255, 64
TINY = 1e-8


def rounded(x: Tensor) -> Tensor:
    """`x` on 256 even steps from its least value to its greatest, zero among them."""
    low, high = x.detach().amin().clamp(max=0), x.detach().amax().clamp(min=0)
    step = ((high - low) / STEPS).clamp(min=TINY)
    return through(x, (x.detach() / step).round() * step)


def rounded_rows(weight: Tensor) -> Tensor:
    """A weight matrix with each row on 129 even steps around zero."""
    step = (weight.detach().abs().amax(1, keepdim=True) / WEIGHT_STEPS).clamp(min=TINY)
    return through(weight, (weight.detach() / step).round() * step)


def through(x: Tensor, near: Tensor) -> Tensor:
    """The value of `near`, the gradient of `x`."""
    return x + (near - x).detach()


class Linear(nn.Linear):
    """A linear layer that can compute as the exported one will."""

    eight = False

    def forward(self, x: Tensor) -> Tensor:
        """As `nn.Linear`, on rounded numbers where `eight` is set."""
        if not self.eight:
            return super().forward(x)
        return functional.linear(rounded(x), rounded_rows(self.weight), self.bias)


class Embedding(nn.Embedding):
    """A table of vectors that can be looked up as the exported one will be."""

    eight = False

    def forward(self, ids: Tensor) -> Tensor:
        """As `nn.Embedding`, from a rounded table where `eight` is set."""
        if not self.eight:
            return super().forward(ids)
        return functional.embedding(ids, rounded(self.weight), self.padding_idx)


def compute_in_eight(model: nn.Module, eight: bool = True) -> None:
    """Sets every layer of the model that can round to do so, or no longer to do so."""
    for part in model.modules():
        if isinstance(part, Linear | Embedding):
            part.eight = eight
