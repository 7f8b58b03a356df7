"""The direct names, word by word."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from communique.knowledge.folding import Atom, Folding
from communique.knowledge.known import Known

_ORDINARY = "?"  # at the end of an alias: also an ordinary word or another name


@dataclass(frozen=True, slots=True)
class Hit:
    """One entry and how many atoms it takes."""

    known: Known
    atoms: int


@dataclass(frozen=True, slots=True)
class _Entry:
    known: Known
    capital_at: int | None  # which word must begin with a capital letter
    upper: bool  # whether that word must be all capitals


@dataclass(slots=True)
class _Node:
    children: dict[str, _Node] = field(default_factory=dict)
    entries: list[_Entry] = field(default_factory=list)


class Names:
    """The direct names, word by word. What is added first wins where two things have one name.

    A name is cut into words only when a text has its first word: few of the thousands of names ever come up.
    """

    def __init__(self, folding: Folding) -> None:
        self.folding = folding
        self._waiting: dict[str, list[tuple[str, Known]]] = {}
        self._root = _Node()

    def add(self, name: str, known: Known) -> None:
        """Makes `name` stand for `known`; a question mark at its end makes that weak."""
        first = self.folding.first(name)
        if first is not None:
            self._waiting.setdefault(first, []).append((name, known))

    def hits(self, atoms: Sequence[Atom], at: int) -> list[Hit]:
        """Everything the atoms from `at` on may name, longest first."""
        if at >= len(atoms) or not self.starts_with(atoms[at].text):
            return []
        found: list[Hit] = []
        self._cut(atoms[at].text)
        node = self._root
        for index in range(at, len(atoms)):
            atom = atoms[index]
            child = node.children.get(atom.text)
            if child is None:
                found += self._with_lost_apostrophe(node, atoms, at, index)
                break
            node = child
            found += [Hit(e.known, index - at + 1) for e in node.entries if _written_as(e, atoms, at)]
        return found if len(found) < 2 else sorted(found, key=lambda hit: -hit.atoms)

    def starts_with(self, word: str) -> bool:
        """Whether some name begins with that folded word (or with it less a possessive s)."""
        return self._begins(word) or (word.endswith("s") and self._begins(word[:-1]))

    def _begins(self, word: str) -> bool:
        return word in self._waiting or word in self._root.children

    def _cut(self, word: str) -> None:
        for first in (word, word[:-1]) if word.endswith("s") else (word,):
            for name, known in self._waiting.get(first, ()):
                self._enter(name, known)
            self._waiting.pop(first, None)  # last: a thread beside this one must find the names in one place or both

    def _enter(self, name: str, known: Known) -> None:
        if name.endswith(_ORDINARY):
            name, known = name[:-1].rstrip(), replace(known, weak=True)
        atoms = self.folding.atoms(name.split(), 0, 60)
        node = self._root
        for atom in atoms:
            node = node.children.setdefault(atom.text, _Node())
        capital_at = next((i for i, atom in enumerate(atoms) if atom.case != "lower"), None)
        upper = len(atoms) == 1 and atoms[0].case == "upper" and len(atoms[0].text) < 8
        if atoms and not any(e.known.key == known.key and e.known.sense == known.sense for e in node.entries):
            node.entries.append(_Entry(known, capital_at, upper))

    def _with_lost_apostrophe(self, node: _Node, atoms: Sequence[Atom], at: int, index: int) -> list[Hit]:
        """Names in texts that lost their apostrophes ("Syrias army"), and plural titles ("foreign ministers")."""
        word = atoms[index].text
        child = node.children.get(word[:-1]) if len(word) > 3 and word.endswith("s") else None
        hits = []
        for entry in child.entries if child is not None else ():
            if entry.known.sense == "title" and _written_as(entry, atoms, at):
                hits.append(Hit(replace(entry.known, plural=True), index - at + 1))
            elif entry.known.sense in ("name", "surname") and entry.capital_at is not None and not entry.upper:
                hits += [Hit(entry.known, index - at + 1)] if _written_as(entry, atoms, at) else []
        return hits


def _written_as(entry: _Entry, atoms: Sequence[Atom], at: int) -> bool:
    if entry.capital_at is None:
        return True
    case = atoms[at + entry.capital_at].case
    return case == "upper" if entry.upper else case != "lower"
