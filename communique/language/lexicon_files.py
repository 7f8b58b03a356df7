"""The package's word lists."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from typing import Any


def tables_of(file: str) -> dict[str, Any]:
    """The tables of a word list, by the name of its file: "truce.toml"."""
    return tomllib.loads(files("communique.language").joinpath("lexicons", file).read_text(encoding="utf-8"))
