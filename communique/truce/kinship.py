"""How near two violation types are: the same, of one kin, disputed, or of two different things."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files

import msgspec

VAGUE = frozenset({"", "unspecified", "unclear", "undetermined explosion", "attack", "killing"})


class Kin(msgspec.Struct, frozen=True):
    """Second levels that may be one happening."""

    kinds: frozenset[str]


class Weights(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What `matching.toml` holds."""

    proposed: float
    sure: float
    time: dict[str, float]
    place: dict[str, float]
    kind: dict[str, float]
    harm: dict[str, float]
    other: dict[str, float]
    report: dict[str, float]
    kin: tuple[Kin, ...]
    across: Kin
    targets: dict[str, tuple[str, ...]]


@cache
def weights() -> Weights:
    """The weights of the matcher."""
    text = files("communique.truce").joinpath("matching.toml").read_text(encoding="utf-8")
    return msgspec.convert(tomllib.loads(text), Weights)


@cache
def kinship(one: str, other: str) -> str | None:
    """`same`, `kin` or `disputed` for two types that may tell of one happening, None for two that cannot."""
    first, _, kind = one.partition("/")
    second, _, other_kind = other.partition("/")
    if first != second:
        across = weights().across.kinds
        known = first in across and second in across
        return "kin" if known or VAGUE & {first, second} else None
    if kind == other_kind:
        return "kin" if kind in VAGUE else "same"
    if VAGUE & {kind, other_kind} or any({kind, other_kind} <= kin.kinds for kin in weights().kin):
        return "kin"
    return "disputed" if first == "fire" else None


@cache
def _targets() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Each target with a pattern of its words, none inside another word."""
    return tuple(
        (name, re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})s?\b", re.IGNORECASE))
        for name, words in weights().targets.items()
    )


def targets_of(words: str) -> frozenset[str]:
    """What the words say was hit, by the names of `matching.toml`."""
    return frozenset(name for name, pattern in _targets() if pattern.search(words))
