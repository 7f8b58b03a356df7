"""A query as SQL over the statements of current readings."""

from __future__ import annotations

import re
from dataclasses import dataclass

from communique.record.names import words
from communique.record.query import Query

FROM = "FROM statements s JOIN current_readings g ON g.id = s.reading"
ORDER = "ORDER BY g.published_from IS NULL, g.published_from, g.report, s.ordinal"

# A phrase in double quotation marks, straight or curly, or a single word.
PIECE = re.compile(r'["“”]([^"“”]*)["“”]|([^\s"“”]+)')


@dataclass(frozen=True, slots=True)
class Condition:
    """A piece of SQL with the values for its question marks."""

    sql: str
    values: tuple[object, ...] = ()


def where(query: Query) -> Condition:
    """Everything the query asks for, its limit aside, as one WHERE clause."""
    return _all([*_names(query), *_words(query), *_dates(query)])


def where_undated(query: Query) -> Condition:
    """The same but for the dates, of reports that nothing dates."""
    return _all([*_names(query), *_words(query), Condition("g.published_from IS NULL")])


def _all(conditions: list[Condition]) -> Condition:
    if not conditions:
        return Condition("")
    values = tuple(value for condition in conditions for value in condition.values)
    return Condition("WHERE " + " AND ".join(c.sql for c in conditions), values)


def _names(query: Query) -> list[Condition]:
    found = []
    if query.speaker is not None:
        found.append(_exists("statement_speakers n", _like("n", query.speaker)))
    if query.instrument is not None:
        found.append(_exists("statement_instruments n", _like("n", query.instrument)))
    if query.chain:
        found.append(_path(query.chain))
    return found


def _exists(table: str, name: Condition) -> Condition:
    return Condition(f"EXISTS (SELECT 1 FROM {table} WHERE n.statement = s.id AND {name.sql})", name.values)


def _like(table: str, name: str) -> Condition:
    """Every word of the name stands in the folded column; folded words hold letters and digits only, so no wildcard."""
    parts = words(name)
    return Condition(" AND ".join([f"{table}.folded LIKE ?"] * len(parts)), tuple(f"% {part} %" for part in parts))


def _path(chain: tuple[str, ...]) -> Condition:
    """Links on neighbouring levels, outermost first."""
    links = [_like(f"n{at}" if at else "n", name) for at, name in enumerate(chain)]
    joins = "".join(
        f" JOIN statement_links n{at} ON n{at}.statement = n.statement AND n{at}.level = n.level + {at}"
        for at in range(1, len(chain))
    )
    values = tuple(value for link in links for value in link.values)
    return _exists("statement_links n" + joins, Condition(" AND ".join(link.sql for link in links), values))


def _words(query: Query) -> list[Condition]:
    if query.words is None:
        return []
    pieces = [phrase or word for phrase, word in PIECE.findall(query.words)]
    # Each piece goes in as a quoted string, so that nothing a user types is taken for FTS5's own query language.
    match = " ".join(f'"{piece}"' for piece in pieces if words(piece))
    return [Condition("s.id IN (SELECT rowid FROM statement_words WHERE statement_words MATCH ?)", (match,))]


def _dates(query: Query) -> list[Condition]:
    found = []
    if query.since is not None:
        found.append(Condition("g.published_to >= ?", (query.since.isoformat(),)))
    if query.until is not None:
        found.append(Condition("g.published_from <= ?", (query.until.isoformat(),)))
    return found
