"""Whom a phrase means, and what has been said before it."""

from __future__ import annotations

from dataclasses import dataclass

from communique.language.figures import Figure


@dataclass(frozen=True, slots=True)
class Referent:
    """Whom a phrase means, why, and how sure that is; no figures where it stays open."""

    figures: tuple[Figure, ...]
    reason: str
    confidence: float
    anonymous: bool = False


UNRESOLVED = Referent((), "unresolved", 0.0, anonymous=True)


@dataclass(frozen=True, slots=True)
class Situation:
    """What has been said so far, for a phrase that leans on it."""

    speakers: tuple[tuple[Figure, ...], ...]  # of the statements before, the latest last
    enclosing: tuple[Figure, ...] = ()  # of the statement whose content holds the phrase
    enclosing_direct: bool = False
