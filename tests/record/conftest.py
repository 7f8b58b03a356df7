from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from communique.record import Store


def ticking() -> Callable[[], datetime]:
    """A clock of its own for each store: a second passes whenever it is looked at."""
    now = datetime(2031, 3, 20, tzinfo=UTC)

    def look() -> datetime:
        nonlocal now
        now += timedelta(seconds=1)
        return now

    return look


# A second database is held to the same contract by one more line here.
STORES: dict[str, Callable[[Path], Store]] = {
    "sqlite": lambda folder: Store.open(folder / "record.sqlite", clock=ticking()),
}


@pytest.fixture(params=STORES)
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Store:
    return STORES[request.param](tmp_path)
