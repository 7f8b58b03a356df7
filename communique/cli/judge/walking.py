"""`communique judge walk`: findings one by one, each with its words in their paragraph."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import click
from rich.console import Console, RenderableType
from rich.text import Text

from communique.cli.judge.asking import asked_for, check_report, record_of, sought
from communique.cli.register.asking import Door, record_and_settings
from communique.cli.register.groups import by_option
from communique.errors import SettingsError
from communique.exports.incidents.listing import one_line, short
from communique.exports.judging import Entries, report_line, titled
from communique.exports.passage import passage
from communique.exports.prose import Indented
from communique.exports.terminal import WIDEST, entry_lines, is_bare
from communique.exports.wording import stands
from communique.record import Found, Judgement, Store, Verdict

ANSWERS = {"y": Verdict.ACCEPTED, "n": Verdict.REJECTED}
ASKED = "y accept, n reject (a reason may follow), s skip, u undo, q quit"


@click.command()
@by_option
@record_and_settings
@asked_for
@click.option("--all", "every", is_flag=True, help="What has been judged already as well.")
@click.pass_obj
def walk(door: Door, author: str, report: str | None, kinds: tuple[str, ...], every: bool) -> None:
    """Go through the findings that wait, one by one, each with its words in their paragraph.

    Every answer is taken down at once: you may leave at any time, and go on later with the same command.
    """
    if not author.strip():
        raise SettingsError("A judgement needs an author: say with --by who judges.")
    if not at_a_terminal():
        raise SettingsError(
            "The walk asks its questions at a terminal, and standard input is none. Use `communique judge accept KEY…` "
            "and `communique judge reject KEY…`; `communique judge --pending` lists the keys."
        )
    record = record_of(door)
    with Store.open(record).view() as view:
        wanted = sought(report, kinds, None if every else False)
        check_report(view, wanted.report)
        keys = view.keys_of(wanted)
    _Walk(record, author, keys).go()


def at_a_terminal() -> bool:
    """Whether somebody can be asked."""
    return sys.stdin.isatty()


@dataclass(slots=True)
class _Walk:
    """One person's way through findings; `done` are the judgements made on it, with the place of each."""

    record: Path
    author: str
    keys: tuple[str, ...]
    done: list[tuple[int, Judgement]] = field(default_factory=list)
    console: Console = field(default_factory=lambda: Console(highlight=False))
    entries: Entries = field(default_factory=Entries)

    def go(self) -> None:
        """Asks until there is nothing left or the person quits; says what was done."""
        at = 0
        try:
            while at < len(self.keys):
                at = self._step(at)
        except click.Abort:  # the end of the input, or Ctrl-C
            click.echo()
        click.echo(self._sum())

    def _step(self, at: int) -> int:
        """The place to go to from the finding at `at`; past the end to quit."""
        with Store.open(self.record).view() as view:
            found = view.with_key(self.keys[at])
        if found is None:
            return at + 1
        for part in self._page(found, at):
            self.console.print(part, width=min(self.console.width, WIDEST))
        while True:
            answer, _, reason = str(click.prompt(ASKED, default="", show_default=False)).strip().partition(" ")
            letter = answer[:1].lower()
            if letter in ANSWERS:
                self._judge(at, ANSWERS[letter], reason.strip() or None)
                return at + 1
            if letter == "s":
                return at + 1
            if letter == "q":
                return len(self.keys)
            if letter == "u" and self.done:
                return self._back()
            click.echo("Nothing has been judged on this walk yet." if letter == "u" else "One of: y, n, s, u, q.")

    def _judge(self, at: int, verdict: Verdict, reason: str | None) -> None:
        with Store.open(self.record).writer() as writer:
            made = writer.judge(self.keys[at], verdict, author=self.author, reason=reason)
        self.done.append((at, made))
        click.echo(f"{one_line(stands(made))} (judgement {made.number})\n")

    def _back(self) -> int:
        at, made = self.done.pop()
        with Store.open(self.record).writer() as writer:
            writer.take_back(made.number, author=self.author)
        click.echo(f"Judgement {made.number} is taken back.\n")
        return at

    def _page(self, found: Found, at: int) -> Iterator[RenderableType]:
        yield Text(f"{at + 1} of {len(self.keys)}  {short(found.key)}  {titled(found)}", "bold")
        yield Text(report_line(found.reading), "dim")
        yield Text()
        for line in passage(found, bare=is_bare(self.console)):
            yield Indented(line, 4)
            yield Text()
        yield from entry_lines(self.entries.of(found), 2)

    def _sum(self) -> str:
        counts = Counter(made.verdict for _, made in self.done)
        if not self.keys:
            return "Nothing waits for a judgement."
        left = len(self.keys) - len({at for at, _ in self.done})
        return f"{counts[Verdict.ACCEPTED]} accepted, {counts[Verdict.REJECTED]} rejected; {left} left as they were."
