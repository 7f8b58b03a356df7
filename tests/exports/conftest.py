"""The browser in which pages are opened; CI must have one."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

from .chromium import NAMES, Browser, executable


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    program = executable()
    if program is None:
        missing = f"no Chromium on PATH (looked for {', '.join(NAMES)})"
        if os.environ.get("CI"):
            pytest.fail(missing)
        pytest.skip(missing)
    with Browser(program, tmp_path_factory.mktemp("profile")) as opened:
        yield opened
