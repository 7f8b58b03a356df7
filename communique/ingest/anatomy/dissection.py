"""What the anatomy of a text brings to light."""

from __future__ import annotations

from dataclasses import dataclass

from communique.domain.report import Anatomy, Published


@dataclass(frozen=True, slots=True)
class Dissection:
    """The anatomy, and the date printed in the dateline or above the text, None where none has a year."""

    anatomy: Anatomy
    printed: Published | None
