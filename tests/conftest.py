"""What many tests share: readers, loaded once."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from communique.flow.reading import Reader
from communique.settings import load_settings

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="session")
def sample_reader() -> Reader:
    """A reader with the samples' own pack and no other."""
    return Reader(msgspec.structs.replace(load_settings(), packs=(str(ROOT / "samples" / "pack"),)))


@pytest.fixture(scope="session")
def real_reader() -> Reader:
    """A reader with the packs that come with Communiqué."""
    return Reader(load_settings())


@pytest.fixture(scope="session")
def bare_reader() -> Reader:
    """A reader without any pack."""
    return Reader(msgspec.structs.replace(load_settings(), packs=()))
