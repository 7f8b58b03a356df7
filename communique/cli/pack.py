"""`communique pack`: checks a conflict pack and shows what one holds."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from communique.exports.visible import plain
from communique.knowledge import Pack, Problem, check_pack
from communique.truce.agreements import Agreement, agreements_of, named
from communique.truce.area import Area


@click.group()
def pack() -> None:
    """Check a conflict pack, or show what one holds.

    A pack is a folder of files about one conflict: its parties, agreements, zones, talks and places.
    """


@pack.command()
@click.argument("folder", metavar="DIR|NAME")
def check(folder: str) -> None:
    """List every problem of the pack in DIR, with its file and line; exit status 1 if there is one.

    NAME is a pack that comes along, such as syria. Doubts are listed too: they look wrong, may be right, and do not
    change the exit status.
    """
    found = check_pack(_folder(folder))
    faults = [problem for problem in found if not problem.doubt]
    doubts = [problem for problem in found if problem.doubt]
    if faults:
        _list(f"{folder}: {_counted(len(faults), 'problem')}", faults)
        _list("Look at these too; they may be right:", doubts)
        raise SystemExit(1)
    for line in summary(Pack.load(folder)):
        click.echo(line)
    _list("No problem, but look at these; they may be right:", doubts)


@pack.command()
@click.argument("folder", metavar="DIR|NAME")
@click.option("--agreement", metavar="NAME", help="Only this agreement, by its key, its name or an alias.")
def show(folder: str, agreement: str | None) -> None:
    """Print the agreements of a pack: parties, when they held and who says so, terms, zones, ladder."""
    known = agreements_of([Pack.load(_folder(folder))])
    chosen = known if agreement is None else (named(known, agreement),)
    if not chosen:
        click.echo(f"{plain(folder)} holds no agreement; they are written in agreements.toml")
    for number, one in enumerate(chosen):
        if number:
            click.echo()
        for line in described(one):
            click.echo(plain(line))


def summary(loaded: Pack) -> Iterator[str]:
    """What a pack holds, a line an agreement."""
    shelf = loaded.shelf
    rounds = sum(len(process.rounds) for process in loaded.processes)
    yield plain(f"{loaded.name} ({loaded.key}): no problem")
    held = [
        _counted(len(shelf.bodies), "actor"),
        _counted(len(shelf.officials), "official"),
        _counted(len(shelf.outlets), "outlet"),
        _counted(len(shelf.states), "state"),
        _counted(len(loaded.places), "place"),
        f"{_counted(len(loaded.processes), 'process', 'processes')} with {_counted(rounds, 'round')} of talks",
    ]
    yield f"  {', '.join(held)}"
    yield f"  {_counted(len(loaded.instruments), 'agreement')}, {_counted(len(loaded.zones), 'zone')}:"
    for agreement in agreements_of([loaded]):
        parts = [
            _counted(len(agreement.terms), "term"),
            _counted(len(agreement.zones), "zone"),
            _counted(len(agreement.in_force), "voice") + " on when it held",
        ]
        yield plain(f"    {agreement.key}: {', '.join(parts)}")
    rungs = ", ".join(str(number) for number in sorted({rung.rung for rung in loaded.ladder}))
    yield f"  ladder: {f'rungs {rungs}' if rungs else 'no rung'}"


def described(agreement: Agreement) -> Iterator[str]:
    """One agreement for people, each fact with the file's own words."""
    adopted = agreement.known.adopted or "date not given"
    yield f"{agreement.name} ({agreement.key}, {agreement.known.kind}, {adopted})"
    for what, keys in (
        ("parties", agreement.known.parties),
        ("guarantors", agreement.guarantors),
        ("not covered", agreement.excluded),
    ):
        if keys:
            yield f"  {what}: {', '.join(agreement.called(key) for key in keys)}"
    for voice in agreement.in_force:
        until = f" to {voice.period.end}" if voice.period.end else ""
        yield f"  in force from {voice.period.start or '(not given)'}{until}, says {voice.says} [{voice.source}]"
    for term in agreement.terms:
        clause = f" {term.clause}" if term.clause else ""
        breach = f" (a breach: {', '.join(term.breaches)})" if term.breaches else ""
        yield f"  {term.effect}{clause}: {term.text}{breach}"
    for zone in agreement.zones:
        area = Area.of(zone)
        yield f"  zone {zone.name} ({zone.key}): {area.square_km:.0f} km², {zone.precision}, edge ± {area.edge_km:g} km"
    for rung in agreement.ladder:
        who = ", ".join(agreement.called(key) for key in rung.who) or "nobody named"
        yield f"  rung {rung.rung}, {rung.name}: {who}"
    yield f"  source: {agreement.known.source}"


def _folder(name: str) -> str:
    if Path(name).is_file():
        raise click.ClickException(f"{name} is a file; a pack is a folder: give the folder that holds pack.toml")
    return name


def _list(heading: str, problems: list[Problem]) -> None:
    if problems:
        click.echo(plain(heading))
    for problem in problems:
        click.echo(plain(f"  {problem}"))


def _counted(number: int, one: str, many: str = "") -> str:
    return f"{number} {one if number == 1 else many or one + 's'}"
