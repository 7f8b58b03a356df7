"""The form of the record, step by step: one .sql file a step, named by its number."""

from __future__ import annotations

import sqlite3
from functools import cache
from importlib.resources import files

# "CMQ1" in the file's header: tells a record from any other SQLite database.
APPLICATION = 0x434D5131


@cache
def steps() -> tuple[tuple[int, str], ...]:
    """Every migration with its number, in order."""
    folder = files("communique.record.sqlite") / "migrations"
    found = [(int(file.name.split("_")[0]), file) for file in folder.iterdir() if file.name.endswith(".sql")]
    return tuple((number, file.read_text(encoding="utf-8")) for number, file in sorted(found, key=lambda f: f[0]))


def latest() -> int:
    """The number of the present form."""
    return steps()[-1][0]


def migrate(connection: sqlite3.Connection) -> None:
    """Brings the record to the present form in one transaction: a killed migration has not happened."""
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if version < latest():
        scripts = "\n".join(script for number, script in steps() if number > version)
        stamp = f"PRAGMA user_version = {latest()}; PRAGMA application_id = {APPLICATION};"
        connection.executescript(f"BEGIN IMMEDIATE; {scripts}\n{stamp} COMMIT;")
