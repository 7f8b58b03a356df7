"""Every command that README and docs print is one that there is, with options it takes and samples that exist."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from communique.cli import COMMANDS, main

from .conftest import ROOT

PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
LINE = re.compile(r"^(?: {4,}|\$ )?(communique (?:[^\n]*\\\n)*[^\n]*)$", re.M)
INLINE = re.compile(r"`(communique [^`]+)`")
QUOTED = r'("[^"]*")'
BEHIND = re.compile(QUOTED + r"|\s{2,}#.*|\s+[<>|;].*|\s+\[[A-Z(].*")


def commands(page: Path) -> Iterator[str]:
    """The commands of a page as one would type them, without what a comment or the shell adds."""
    text = page.read_text(encoding="utf-8")
    for found in (*LINE.findall(text), *INLINE.findall(text)):
        yield BEHIND.sub(lambda m: m[1] or "", found.replace("\\\n", " ")).strip()


DOCUMENTED = [(str(page.relative_to(ROOT)), line) for page in PAGES for line in commands(page)]


def resolved(line: str) -> None:
    """Follows the words of a command to the one that takes them; click refuses what it does not know."""
    # Placeholders of numbers stand for one; what is only spoken of in part ("communique events") is a group.
    words = ["1" if word in {"NUMBER", "N"} else word for word in shlex.split(line)][1:]
    command: click.Command = main
    context: click.Context | None = None
    name = "communique"
    while True:
        context = command.make_context(name, list(words), parent=context)
        words = [*context._protected_args, *context.args]
        if not isinstance(command, click.Group) or not words:
            return
        name, *words = words
        inner = command.get_command(context, name)
        assert inner is not None, f"there is no command {name}"
        command = inner


@pytest.mark.parametrize(("page", "line"), DOCUMENTED)
def test_a_documented_command_is_one_that_there_is(
    page: str, line: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    try:
        resolved(line)
    except click.exceptions.NoArgsIsHelpError:
        pass  # "`communique pack`" names a group
    except click.MissingParameter:
        assert INLINE.search(f"`{line}`") and len(shlex.split(line)) <= 4, f"{page}: {line} says too little"


@pytest.mark.parametrize(("page", "line"), [(page, line) for page, line in DOCUMENTED if "samples/" in line])
def test_a_documented_sample_is_there(page: str, line: str) -> None:
    for word in shlex.split(line):
        assert not word.startswith("samples/") or (ROOT / word).exists(), f"{page}: there is no {word}"


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_documented(name: str) -> None:
    assert any(line.split()[1] == name for _, line in DOCUMENTED)
