"""Run as a program: adds reports to the record, and is killed at a given SQL statement if one is given."""

from __future__ import annotations

import os
import signal
import sqlite3
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from communique.domain.report import Report, Unread
from communique.record import Store
from communique.record.intake import take_in

from .plain_reader import PlainReader, report

TOWNS = ("Tavrin", "Morrad", "Karsk", "Tessel", "Port Adel", "Sel Harad", "Ondava", "Velm")


def reports() -> list[Report | Unread]:
    """Sixteen reports, one of which cannot be read and one of which comes twice."""
    said = [
        report(
            f"Joint Monitoring Mission: Samir Lask and Irena Sollos said {town} was calm on {day} March 2031.\n"
            f"Dara Velisk denied any breach of the Brunnhal Memorandum in {town}.\n",
            source=f"wire/{town}-{day}.txt",
            published=f"2031-03-{day}",
        )
        for town in TOWNS
        for day in (14, 15)
    ]
    copy = report(said[2].text, source="portal/copy.html", published="2031-03-14")
    return [*said[:5], Unread("9", "wire/9.pdf", "the file is empty"), *said[5:10], copy, *said[10:]]


def killed_at(statement: int) -> Callable[..., sqlite3.Connection]:
    """A way to connect by which this process dies as the given SQL statement begins, counted from 1."""
    connect = sqlite3.connect
    seen = 0

    def tick(_: str) -> None:
        nonlocal seen
        seen += 1
        if seen == statement:
            os.kill(os.getpid(), signal.SIGKILL)

    def connected(*args: Any, **options: Any) -> sqlite3.Connection:
        connection = connect(*args, **options)
        connection.set_trace_callback(tick)
        return connection

    return connected


def main(path: str, statement: str) -> None:
    """Adds all reports and prints the sources that were read."""
    if int(statement):
        sqlite3.connect = killed_at(int(statement))  # type: ignore[assignment]
    reader = PlainReader()
    store = Store.open(Path(path), clock=lambda: datetime(2031, 3, 20, tzinfo=UTC))
    with store.writer() as writer:
        take_in(reports(), reader=reader, writer=writer)
    print("\n".join(reader.read_so_far))


if __name__ == "__main__":
    main(*sys.argv[1:])
