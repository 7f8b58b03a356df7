"""One frozen Settings, made at the edge and handed in."""

from __future__ import annotations

import os
import tomllib
from importlib.resources import files
from pathlib import Path
from typing import Literal

import msgspec

from communique.errors import SettingsError

ENVIRONMENT = "COMMUNIQUE_SETTINGS"
RECORD = "COMMUNIQUE_RECORD"


class Settings(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What a user may set; each key and its reason stand in `defaults.toml`."""

    parser: str
    attribution: Literal["trained", "parse"]
    claims: Literal["near", "everywhere", "grammar"]
    packs: tuple[str, ...]
    max_megabytes: int
    record: str


def load_settings(path: Path | None = None) -> Settings:
    """The defaults, overlaid with the file at `path` (or the one COMMUNIQUE_SETTINGS names), then the environment.

    Raises SettingsError for a file that is not there, is not TOML, or holds an unknown key or a wrong type.
    """
    chosen = path or (Path(os.environ[ENVIRONMENT]) if os.environ.get(ENVIRONMENT) else None)
    values = tomllib.loads(files("communique").joinpath("defaults.toml").read_text(encoding="utf-8"))
    if chosen is not None:
        values |= _own(chosen)
    if os.environ.get(RECORD):
        values["record"] = os.environ[RECORD]
    try:
        return msgspec.convert(values, Settings)
    except msgspec.ValidationError as error:
        keys = ", ".join(Settings.__struct_fields__)
        raise SettingsError(f"{chosen or 'defaults.toml'}: {error}; the allowed keys are {keys}.") from error


def _own(path: Path) -> dict[str, object]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise SettingsError(f"The settings file {path} cannot be read: {error.strerror}.") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError(f"The settings file {path} is not TOML: {error}.") from error
