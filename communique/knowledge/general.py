"""The knowledge that belongs to no conflict: states, outlets, organisations, officials, titles and offices."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from communique.knowledge.entries import Office, Title
from communique.knowledge.folding import Folding, folding_from
from communique.knowledge.problems import Problem
from communique.knowledge.rows import SpellingsFile, TitlesFile
from communique.knowledge.shelf import Shelf, read_shelf
from communique.knowledge.tables import read_toml

DATA = Path(__file__).with_name("data")


@dataclass(frozen=True, slots=True)
class General:
    """The general tables, how titles and offices are called, and the spelling rules."""

    shelf: Shelf
    offices: tuple[Office, ...] = ()
    titles: tuple[Title, ...] = ()
    modifiers: tuple[str, ...] = ()
    folding: Folding = field(default_factory=Folding)


def read_general(folder: Path = DATA) -> tuple[General, tuple[Problem, ...]]:
    """The general knowledge of a data folder and the problems of its files."""
    shelf, problems = read_shelf(folder, "organisations.csv")
    words, found = read_toml(folder / "titles.toml", TitlesFile)
    spellings, found_too = read_toml(folder / "spellings.toml", SpellingsFile)
    general = General(
        shelf=shelf,
        offices=tuple(Office(row.key, row.name, row.forms, row.source) for row in words.office) if words else (),
        titles=_titles(words) if words else (),
        modifiers=words.modifiers if words else (),
        folding=folding_from(spellings.articles, spellings.same) if spellings else Folding(),
    )
    return general, (*problems, *found, *found_too)


def _titles(words: TitlesFile) -> tuple[Title, ...]:
    return tuple(
        Title(
            key=row.key,
            name=row.name,
            forms=row.forms,
            source=row.source,
            male=row.male,
            female=row.female,
            organ=row.organ,
            of=row.of,
            speaks_for=row.speaks_for,
            rank=row.rank,
        )
        for row in words.title
    )
