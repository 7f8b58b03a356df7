"""Which findings a person wants to judge, and in which record."""

from __future__ import annotations

from collections.abc import Callable
from difflib import get_close_matches
from pathlib import Path
from typing import Any

import click

from communique.cli.register.asking import Door
from communique.errors import SettingsError
from communique.exports.listing import TITLES
from communique.record import Sought, View
from communique.record.found import CLAIMS
from communique.settings import load_settings


def asked_for(command: Callable[..., Any]) -> Callable[..., Any]:
    """Adds `--report` and `--kind` to a command, which takes them as `report` and `kinds`."""
    report = click.option("--report", metavar="ID", help="Of the report with this id or source.")
    kind = click.option(
        "--kind",
        "kinds",
        type=click.Choice(list(TITLES)),
        multiple=True,
        help=f"Of this kind; may be given several times. Without it: {', '.join(CLAIMS)}.",
    )
    return report(kind(command))


def sought(report: str | None, kinds: tuple[str, ...], judged: bool | None) -> Sought:
    """What the options ask for."""
    return Sought(tuple(kinds) or CLAIMS, report, judged)


def record_of(door: Door) -> Path:
    """The path of the record that the options or the settings name."""
    return door.record or Path(load_settings(door.settings).record)


def check_report(view: View, report: str | None) -> None:
    """Raises `SettingsError` for a report that the record does not hold, with the ids most like it."""
    if report is None or view.has_report(report):
        return
    known = view.reports()
    close = [name for name in known if report in name][:3] or get_close_matches(report, known, n=3, cutoff=0.4)
    meant = f" Did you mean {' or '.join(close)}?" if close else ""
    raise SettingsError(f"The record holds no report {report!r}: give the id or the source of one.{meant}")
