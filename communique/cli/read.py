"""`communique read`: reads reports and prints what they say, keeping nothing."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import click

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
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    help="Where pages go: a folder (one page a report and an index). Without it a single page goes to standard output.",
)
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
    from communique.flow.taking import readings
    from communique.settings import load_settings

    if out is not None and shape != "html":
        raise click.UsageError(f"--out takes pages: give it with --format html, not with --format {shape}.")
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
        _as_pages(found, out)
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


def _as_pages(found: Iterable[Reading | Unread], out: Path | None) -> None:
    from communique.exports import html

    if out is None:
        pages = [item for item in found if isinstance(item, Reading)]
        if len(pages) > 1:
            raise click.UsageError(
                f"{len(pages)} reports make {len(pages)} pages: say with --out which folder they go to."
            )
        for page in pages:
            click.echo(html.page(page))
        return
    out.mkdir(parents=True, exist_ok=True)
    kept: list[Reading | Unread] = []
    for item in found:
        kept.append(item)
        if isinstance(item, Reading):
            (out / html.page_name(item)).write_text(html.page(item), encoding="utf-8")
    (out / "index.html").write_text(html.index(kept), encoding="utf-8")
    click.echo(str(out / "index.html"))
