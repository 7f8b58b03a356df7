"""Who runs what: the stages put together. What loads models is imported when it is first asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from communique.flow.reading import Reader
    from communique.settings import Settings


def reader(settings: Settings | None = None) -> Reader:
    """A reader with the user's settings, or those given."""
    from communique.flow.reading import Reader

    return Reader(settings)
