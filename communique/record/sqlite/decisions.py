"""The log of decisions as rows."""

from __future__ import annotations

import dataclasses
import sqlite3
from collections import defaultdict
from datetime import datetime

from communique.errors import RecordError
from communique.record.decisions import Act, Decision


def add_decision(connection: sqlite3.Connection, made: Decision) -> Decision:
    """The decision with its number, added in the caller's transaction; `RecordError` if it undoes what is not there."""
    if made.undoes is not None:
        _there(connection, made.about, made.undoes)
    cursor = connection.execute(
        "INSERT INTO decisions (about, act, author, at, name, undoes, reason) "
        "VALUES (?, ?, ?, ?, ?, ?, ?) RETURNING id",
        (made.about, made.act.value, made.author, made.at.isoformat(), made.name, made.undoes, made.reason),
    )
    number = int(cursor.fetchone()[0])
    sides = ((0, made.members), (1, made.apart_from))
    connection.executemany(
        "INSERT INTO decision_members (decision, position, finding, apart) VALUES (?, ?, ?, ?)",
        [(number, at, key, apart) for apart, keys in sides for at, key in enumerate(keys)],
    )
    return dataclasses.replace(made, number=number)


def decisions_about(connection: sqlite3.Connection, about: str) -> tuple[Decision, ...]:
    """Every decision about `about`, oldest first."""
    named: dict[int, defaultdict[int, list[str]]] = {}
    for number, apart, key in connection.execute(
        "SELECT m.decision, m.apart, m.finding FROM decision_members m JOIN decisions d ON d.id = m.decision "
        "WHERE d.about = ? ORDER BY m.decision, m.apart, m.position",
        (about,),
    ):
        named.setdefault(number, defaultdict(list))[apart].append(key)
    rows = connection.execute(
        "SELECT id, act, author, at, name, undoes, reason FROM decisions WHERE about = ? ORDER BY id", (about,)
    )
    none: defaultdict[int, list[str]] = defaultdict(list)
    return tuple(
        Decision(
            number=number,
            about=about,
            act=Act(act),
            members=tuple(named.get(number, none)[0]),
            author=author,
            at=datetime.fromisoformat(at),
            name=name,
            undoes=undoes,
            reason=reason,
            apart_from=tuple(named.get(number, none)[1]),
        )
        for number, act, author, at, name, undoes, reason in rows
    )


def _there(connection: sqlite3.Connection, about: str, number: int) -> None:
    (last,) = connection.execute("SELECT max(id) FROM decisions WHERE about = ?", (about,)).fetchone()
    # A number beyond the last is not asked for: SQLite takes none of more than 64 bits.
    asked = (number, about) if last is not None and 0 < number <= last else (0, about)
    if connection.execute("SELECT 1 FROM decisions WHERE id = ? AND about = ?", asked).fetchone() is None:
        known = "none has been made yet" if last is None else f"the last one is {last}"
        raise RecordError(f"There is no decision {number} about {about}: {known}.")
