"""The layers of words that the model marks. What it says of each marked span stands in the model's settings."""

from __future__ import annotations

from dataclasses import dataclass

TRUCE, VIOLATION, STEP, SEVERITY, COUNT, KILLED, INJURED, EARLIER, LINE, ACCUSED, VICTIM, PLACE = ROLES = (
    *("truce", "violation", "step", "severity"),
    *("count", "killed", "injured", "earlier", "line"),
    *("accused", "victim", "place"),
)
"""`earlier` is a count of a period before, `line` one of a breakdown: neither is a claim's own."""


@dataclass(frozen=True, slots=True)
class Layer:
    """Roles no two of which share a word: one row of labels, O first, then B and I of each role."""

    roles: tuple[str, ...]
    first: int
    """Where its labels begin among those of all layers."""

    @property
    def size(self) -> int:
        """How many labels it has."""
        return 1 + 2 * len(self.roles)


def _layers(*rows: tuple[str, ...]) -> tuple[Layer, ...]:
    made: list[Layer] = []
    at = 0
    for roles in rows:
        made.append(Layer(roles, at))
        at += made[-1].size
    return tuple(made)


LAYERS = _layers(
    (TRUCE,), (VIOLATION,), (STEP,), (SEVERITY,), (COUNT, KILLED, INJURED, EARLIER, LINE), (ACCUSED, VICTIM), (PLACE,)
)
LABELS = LAYERS[-1].first + LAYERS[-1].size


@dataclass(frozen=True, slots=True)
class Quality:
    """What is said of a span of a role: one of the values."""

    role: str
    name: str
    values: tuple[str, ...]
