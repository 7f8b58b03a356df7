"""Makes the scores of spans cheaper: what two ends say together needs a third of the numbers it was learned with.

A score is the product of two projections. What their products are on real text has few directions of any weight; the
others are left out (a singular value decomposition of the one's covariance with the other's).
"""

# mypy: allow-untyped-decorators

from collections.abc import Sequence

import torch
from torch import Tensor, nn

from communique.language.attribution.labels import ROLES
from communique.language.pieces import Window, padded
from train.attribution.model import Reader
from train.attribution.segments import NARROW

KEPT = 16
"""Directions; the scores they give differ from the whole ones by a hundredth of a nat."""
TINY = 1e-9


@torch.no_grad()
def narrow(reader: Reader, windows: Sequence[Window]) -> None:
    """Narrows the projections by the states that the reader has when it reads `windows`."""
    segments = reader.cut.segments
    before, at, after = (torch.cat(part) for part in zip(*_seen(reader, windows), strict=True))
    for names, inputs in ((("starts", "ends"), (before, after)), (("asks", "holds"), (before, at))):
        pair = tuple(getattr(segments, name) for name in names)
        for name, layer in zip(names, _narrowed(pair, inputs), strict=True):
            setattr(segments, name, layer)


def _seen(reader: Reader, windows: Sequence[Window]) -> list[tuple[Tensor, Tensor, Tensor]]:
    """What a span's beginning, its words and its end are scored by, line by line."""
    seen = []
    for window in windows:
        _, states = reader(*(torch.from_numpy(part) for part in padded([window])))
        for line in states[0, torch.from_numpy(window.first)].split(list(window.lengths)):
            before, after = reader.cut.segments.framed(line[None])
            seen.append((before[0], line, after[0]))
    return seen


def _narrowed(pair: tuple[nn.Linear, ...], inputs: tuple[Tensor, Tensor]) -> tuple[nn.Linear, nn.Linear]:
    made = tuple(nn.Linear(layer.in_features, len(ROLES) * KEPT) for layer in pair)
    spread = [layer(given).view(-1, len(ROLES), NARROW).double() for layer, given in zip(pair, inputs, strict=True)]
    for role in range(len(ROLES)):
        wholes = [_root(values[:, role].T @ values[:, role] / len(values)) for values in spread]
        left, size, right = torch.linalg.svd(wholes[0] @ wholes[1])
        # A score is divided by the root of the width; the fourth root goes to each side.
        weight = (size[:KEPT].sqrt() * (KEPT / NARROW) ** 0.25)[:, None]
        for layer, own, directions, whole in zip(made, pair, (left.T, right), wholes, strict=True):
            turned = (weight * directions[:KEPT] @ torch.linalg.pinv(whole, rtol=TINY, hermitian=True)).float()
            to, of = slice(role * KEPT, (role + 1) * KEPT), slice(role * NARROW, (role + 1) * NARROW)
            layer.weight[to], layer.bias[to] = turned @ own.weight[of], turned @ own.bias[of]
    return made[0], made[1]


def _root(spread: Tensor) -> Tensor:
    values, vectors = torch.linalg.eigh(spread)
    root: Tensor = vectors * values.clamp(min=0).sqrt() @ vectors.T
    return root
