"""`communique sitrep`: a situation report on one agreement over one period, from the record."""

from __future__ import annotations

import sys
from datetime import UTC, date, datetime, timedelta
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING

import click

from communique.cli.add import record_option, settings_option
from communique.errors import CommuniqueError, SettingsError
from communique.exports.visible import plain
from communique.record import Store
from communique.record.periods import period
from communique.settings import Settings, load_settings

if TYPE_CHECKING:
    from communique.truce.agreements import Agreement
    from communique.truce.sitrep import Period, SituationReport

FORMATS = ("md", "html", "docx", "csv")
LONGEST = 3660  # days: ten years, beyond which no page of days is of use

agreement_option = click.option(
    "--agreement", "asked", required=True, metavar="KEY", help="The agreement, by its key, name or alias in a pack."
)
since_option = click.option(
    "--from", "since", required=True, metavar="DATE", help="The first day: 2031-03-14, 2031-03 or 2031."
)
until_option = click.option("--to", "until", required=True, metavar="DATE", help="The last day, or the last of DATE.")


@click.command()
@agreement_option
@since_option
@until_option
@record_option
@settings_option
@click.option("--format", "shape", type=click.Choice(FORMATS), help="Without it, by the name of --out; else md.")
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE", help="Where it goes.")
@click.option(
    "--since-report",
    "last",
    metavar="DATE",
    help="What had appeared by DATE counts as known. Without it, all that appeared before the period.",
)
def sitrep(
    asked: str,
    since: str,
    until: str,
    named: Path | None,
    chosen: Path | None,
    shape: str | None,
    out: Path | None,
    last: str | None,
) -> None:
    """Write a situation report: what is claimed of a truce, by whom, and how well it is supported.

    Every sentence has its notes: who vouches for it, the words, and the characters of the report where they stand. csv
    is the table of incidents alone, one row each.
    """
    try:
        style = shape or _by_name(out)
        if style == "docx" and out is None and sys.stdout.isatty():
            raise click.UsageError("A docx file is not for the screen: say with --out where it goes.")
        made = _made(asked, chosen, named, report_period(since, until, last), follows=last is not None)
        _write(_as(made, style), out)
    except CommuniqueError as why:
        raise click.ClickException(plain(str(why))) from why


def report_period(since: str, until: str, last: str | None) -> Period:
    """The days asked for; `SettingsError` where they run backwards or over more than ten years."""
    from communique.truce.sitrep import Period

    first, final = asked_days(since, until)
    known = period(last).last if last is not None else first - timedelta(days=1)
    if known > final:
        raise SettingsError(f"The last report is of {known}, after the period, which ends on {final}.")
    return Period(first, final, known)


def asked_days(since: str, until: str) -> tuple[date, date]:
    """The first and the last day asked for; `SettingsError` where they run backwards or over more than ten years."""
    first, final = period(since).first, period(until).last
    if first > final:
        raise SettingsError(f"No day lies from {first} to {final}: give the earlier date first.")
    if (final - first).days > LONGEST:
        raise SettingsError(f"From {first} to {final} is more than ten years; ask for a shorter period.")
    return first, final


def agreements_in(settings: Settings) -> tuple[Agreement, ...]:
    """The agreements of the packs that the settings name."""
    from communique.knowledge.pack import Pack
    from communique.truce.agreements import agreements_of

    return agreements_of([Pack.load(pack) for pack in settings.packs])


def _made(asked: str, chosen: Path | None, record: Path | None, over: Period, *, follows: bool) -> SituationReport:
    from communique.truce.agreements import named
    from communique.truce.register import ABOUT, register, registered
    from communique.truce.sitrep import gather, situation_report

    settings = load_settings(chosen)
    agreements = agreements_in(settings)
    agreement = named(agreements, asked)
    with Store.open(record or Path(settings.record)).view() as view:
        incidents = register(view, agreements, agreement)
        # Only a report that follows another one needs to know how incidents stood then.
        known = [claim for one in incidents for claim in one.claims if follows and over.knew(claim.cited.published)]
        earlier = registered(known, view.decisions(ABOUT), agreements, agreement).incidents
        material = gather(view, agreements, agreement, incidents, earlier=earlier)
    return situation_report(material, over, made=_maker())


def _maker() -> str:
    try:
        known = version("communique")
    except PackageNotFoundError:
        known = "not installed"
    return f"Communiqué {known}, {datetime.now(UTC):%Y-%m-%d %H:%M} UTC; read by machine, incidents as grouped there"


def _by_name(out: Path | None) -> str:
    if out is None or not out.suffix:
        return "md"
    shape = {".markdown": "md", ".htm": "html"}.get(out.suffix.lower(), out.suffix.lower().lstrip("."))
    if shape not in FORMATS:
        raise SettingsError(f"{out.name} names no format: end it in .md, .html, .docx or .csv, or say --format.")
    return shape


def _as(report: SituationReport, shape: str) -> bytes:
    if shape == "docx":
        from communique.exports.sitrep.docx import docx

        return docx(report)
    if shape == "html":
        from communique.exports.sitrep.html import page

        return page(report).encode("utf-8", "replace")
    if shape == "csv":
        from communique.exports.sitrep.table_csv import table_csv

        return table_csv(report).encode("utf-8", "replace")
    from communique.exports.sitrep.markdown import markdown

    return markdown(report).encode("utf-8", "replace")


def _write(made: bytes, out: Path | None) -> None:
    if out is None:
        click.echo(made, nl=False)
        return
    try:
        out.write_bytes(made)
    except OSError as why:
        raise SettingsError(f"{out} cannot be written: {why.strerror}.") from why
    click.echo(plain(str(out)))
