"""`communique read`: reads reports and prints what they say, keeping nothing."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from communique.cli.pages import as_pages, only_for_pages, out_option
from communique.domain.reading import Reading
from communique.domain.report import Unread

FORMATS = ("text", "jsonl", "html")


@click.command()
@click.argument("paths", metavar="PATH...", nargs=-1, required=True)
@click.option(
    "--format",
    "shape",
    type=click.Choice(FORMATS),
    default="text",
    show_default=True,
    help="text for the terminal, one JSON object a report, or one self-contained page a report.",
)
@out_option
@click.option(
    "--settings", type=click.Path(path_type=Path, exists=True, dir_okay=False), help="A TOML file of your own."
)
def read(paths: tuple[str, ...], shape: str, out: Path | None, settings: Path | None) -> None:
    """Read reports and print what they say, keeping nothing.

    PATH is a text, HTML or JSONL file, a folder, or - for standard input. Warnings and progress go to standard error.
    A source that cannot be read gets a line that says why, the others are still read, and the exit status is 1.
    """
    # Here and not above: they load the models, which `--help` does without.
    from communique.cli.progress import counted
    from communique.exports.html import UNJUDGED
    from communique.flow.taking import readings
    from communique.settings import load_settings

    only_for_pages(out, shape)
    failed = False

    def watched(items: Iterable[Reading | Unread]) -> Iterator[Reading | Unread]:
        nonlocal failed
        for item in items:
            if isinstance(item, Unread):
                failed = True
                _warn(f"error: {item.source}: {item.error}")
            elif item.report.skipped is not None:
                _warn(f"skipped: {item.report.source}: {item.report.skipped}")
            yield item

    found = watched(counted(readings(paths, load_settings(settings), stdin=sys.stdin.buffer)))
    if shape == "jsonl":
        _as_lines(found)
    elif shape == "html":
        as_pages(((item, UNJUDGED) for item in found), out)
    else:
        _as_text(found)
    if failed:
        sys.exit(1)


def _warn(message: str) -> None:
    from communique.exports.visible import plain

    click.echo(" ".join(plain(message).split()), err=True)


def _as_lines(found: Iterable[Reading | Unread]) -> None:
    from communique.exports.jsonl import as_line

    for item in found:
        click.echo(as_line(item).encode())


def _as_text(found: Iterable[Reading | Unread]) -> None:
    from rich.console import Console

    from communique.exports.terminal import show

    console = Console()
    for item in found:
        show(item, console=console)
