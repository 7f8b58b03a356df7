"""`communique status`: the attributed opinions on a truce, day by day and zone by zone."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from communique.cli.add import record_option, settings_option
from communique.cli.sitrep import agreement_option, agreements_in, asked_days, since_option, until_option
from communique.errors import CommuniqueError, SettingsError
from communique.exports.visible import plain
from communique.record import Store
from communique.settings import load_settings


@click.command()
@agreement_option
@since_option
@until_option
@click.option("--zone", metavar="NAME", help="One zone of the agreement alone, by its name, alias or key.")
@record_option
@settings_option
@click.option("--format", "style", type=click.Choice(["text", "jsonl", "csv"]), default="text", show_default=True)
def status(
    asked: str, since: str, until: str, zone: str | None, named: Path | None, chosen: Path | None, style: str
) -> None:
    """Print who says where a truce stands, and since when.

    An opinion stands until the same voice says something newer of the same area; text shows what was said in the
    period and what stood before it, jsonl and csv have every opinion that stands on every day.
    """
    from communique.exports.sitrep.opinions import as_csv, as_lines, as_text
    from communique.truce.agreements import named as agreement_named
    from communique.truce.opinions import recorded
    from communique.truce.status import status_over_time

    try:
        settings = load_settings(chosen)
        agreements = agreements_in(settings)
        agreement = agreement_named(agreements, asked)
        first, last = asked_days(since, until)
        only = _zone([(one.name, one.key, *one.aliases) for one in agreement.zones], zone)
        with Store.open(named or Path(settings.record)).view() as view:
            opinions = recorded(view, agreements, until=last)
        over = status_over_time(opinions, agreement, first, last, zone=only)
    except CommuniqueError as why:
        raise click.ClickException(plain(str(why))) from why
    write = {"text": as_text, "jsonl": as_lines, "csv": as_csv}[style]
    for line in write(over, agreement.name):
        click.echo(line)
    if style != "text" and not any((over.undated, over.unnamed, *(area.stands for area in over.areas))):
        click.echo(_nothing(agreement.name, only, first, last), err=True)


def _nothing(agreement: str, zone: str | None, first: date, last: date) -> str:
    """What a table without rows cannot say itself."""
    from communique.truce.sitrep.words import days

    where = f" in {zone}" if zone else ""
    none = f"No word on the {agreement}{where} stands on a day of {days(first, last)}"
    return plain(f"{none}; that is no finding that nothing changed.")


def _zone(zones: list[tuple[str, ...]], asked: str | None) -> str | None:
    """The zone's own name; `SettingsError` with those there are for one that the agreement does not have."""
    if asked is None:
        return None
    wanted = asked.casefold().strip()
    found = next((names[0] for names in zones if wanted in {name.casefold() for name in names}), None)
    if found is None:
        known = ", ".join(names[0] for names in zones) or "it has none"
        raise SettingsError(f"The agreement has no zone {asked!r}. Its zones: {known}.")
    return found
