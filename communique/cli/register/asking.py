"""Which record, which settings, which agreement: said before the command or behind it."""

from __future__ import annotations

import functools
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from communique.cli.add import record_option, settings_option
from communique.knowledge.pack import Pack
from communique.record import Store
from communique.settings import load_settings
from communique.truce.agreements import Agreement, agreements_of, named
from communique.truce.register import Register, survey

Options = Callable[[Callable[..., None]], Callable[..., None]]  # what adds options to a command

agreement_option = click.option(
    "--agreement", metavar="KEY", help="Place the incidents towards this agreement: its key, its name or an alias."
)


@dataclass(frozen=True, slots=True)
class Door:
    """What the options name; None where one was not given."""

    record: Path | None = None
    settings: Path | None = None
    agreement: str | None = None

    def over(self, outer: Door | None) -> Door:
        """These, and where one was not given that of the command around."""
        if outer is None:
            return self
        return Door(self.record or outer.record, self.settings or outer.settings, self.agreement or outer.agreement)


@dataclass(frozen=True, slots=True)
class Given:
    """The record's path, the agreements of the packs in use, and the one that was named."""

    record: Path
    agreements: tuple[Agreement, ...]
    agreement: Agreement | None

    def register(self) -> Register:
        """The register of the record."""
        with Store.open(self.record).view() as view:
            return survey(view, self.agreements, self.agreement)


def asked(command: Callable[..., None]) -> Callable[..., None]:
    """Adds the options to a command, which takes them as its argument `door`."""
    return agreement_option(_with_door(command))


def asked_of_record(command: Callable[..., None]) -> Callable[..., None]:
    """Adds `--record` and `--settings` to a command, which takes them as its argument `door`."""
    return _with_door(command)


def _with_door(command: Callable[..., None]) -> Callable[..., None]:
    @functools.wraps(command)
    def taking(
        *args: Any, named: Path | None, chosen: Path | None, agreement: str | None = None, **options: Any
    ) -> None:
        command(*args, door=Door(named, chosen, agreement).over(_outer()), **options)

    return record_option(settings_option(taking))


def _outer() -> Door | None:
    """What was said before the name of the subcommand."""
    around = click.get_current_context().parent
    return around.obj if around is not None and isinstance(around.obj, Door) else None


def given(door: Door) -> Given:
    """What the options name, looked up; errors say what is not there."""
    settings = load_settings(door.settings)
    agreements = agreements_of([Pack.load(pack) for pack in settings.packs])
    chosen = named(agreements, door.agreement) if door.agreement else None
    return Given(door.record or Path(settings.record), agreements, chosen)


def record_and_settings(command: Callable[..., None]) -> Callable[..., None]:
    """Adds `--record` and `--settings` to a command of a group, which finds what they name in the context's object."""

    @functools.wraps(command)
    def taking(*args: Any, named: Path | None, chosen: Path | None, **options: Any) -> None:
        click.get_current_context().obj = Door(named, chosen).over(_outer())
        command(*args, **options)

    return record_option(settings_option(taking))
