"""Names built from a holder and an office or a title: "Russian Foreign Ministry", "UN Special Envoy for Syria".

office phrase   STATE ['s] OFFICE  |  OFFICE of [the] STATE
title phrase    MOD* [HOLDER ['s]] MOD* TITLE (PREP [the] HOLDER)*
HOLDER          a state, a body, or an office phrase
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from communique.knowledge.entries import Office, Title
from communique.knowledge.folding import POSSESSIVE, Atom
from communique.knowledge.known import Known
from communique.knowledge.names import Hit, Names

PREPOSITIONS = ("of", "for", "to", "on", "in", "at")
MOST_MODIFIERS = 2
MOST_TAILS = 2
_HOLDERS = ("government", "organisation", "armed group", "outlet", "people")


@dataclass(frozen=True, slots=True)
class _Titled:
    known: Known
    modifiers: tuple[str, ...]
    atoms: int


@dataclass(frozen=True, slots=True)
class Phrasebook:
    """What office and title phrases are built from.

    `adjectives` has each state's ("RU": "Russian"); `own_names` the offices whose name is not built from it
    ("US:foreign-ministry": "US State Department").
    """

    offices: tuple[Office, ...] = ()
    titles: tuple[Title, ...] = ()
    modifiers: tuple[str, ...] = ()
    adjectives: Mapping[str, str] = field(default_factory=dict)
    own_names: Mapping[str, str] = field(default_factory=dict)


class Grammar:
    """Builds office and title phrases on the words of one text."""

    def __init__(self, direct: Names, book: Phrasebook) -> None:
        self._direct = direct
        self._book = book
        self._offices = Names(direct.folding)
        self._titles = Names(direct.folding)
        self._modifiers = {direct.folding.words(m): m for m in book.modifiers}
        self._first_modifiers = {words[0] for words in self._modifiers}
        self._titled = {title.key: title for title in book.titles}
        for office in book.offices:
            for form in (office.name, *office.forms):
                self._offices.add(_small(form), Known(office.key, office.name, "government", "office"))
        for title in book.titles:
            for known, forms in _with_gender(title):
                for form in forms:
                    self._titles.add(form if title.rank else _small(form), known)

    def office_of(self, state: Known, office: Known) -> Known:
        """The office of one state: key "RU:foreign-ministry", name "Russian Foreign Ministry"."""
        key = f"{state.key}:{office.key}"
        name = self._book.own_names.get(key) or f"{self._book.adjectives.get(state.key, state.name)} {office.name}"
        return Known(key, name, "government", "office", country=state.country)

    def office(self, key: str, state: Known) -> Known | None:
        """The office of one state by its key, None if there is no such office."""
        office = next((o for o in self._book.offices if f"{state.key}:{o.key}" == key), None)
        return self.office_of(state, Known(office.key, office.name, "government", "office")) if office else None

    def may_begin(self, word: str) -> bool:
        """Whether an office or title phrase without a holder, or one with a modifier first, may begin so."""
        return self._titles.starts_with(word) or self._offices.starts_with(word) or word in self._first_modifiers

    def hits(self, atoms: Sequence[Atom], direct: Sequence[Hit]) -> list[Hit]:
        """The office and title phrases that begin at the first atom; `direct` are the names that begin there."""
        offices = self._office_phrases(atoms, 0, direct)
        found = [*offices, *self._title_phrases(atoms, None, 0, ())]
        for holder in (*offices, *(hit for hit in direct if _is_holder(hit.known))):
            found += self._title_phrases(atoms, holder, 0, ())
        modifiers, at = self._leading(atoms, 0)
        if modifiers:
            for holder in self._holders(atoms, at):
                found += self._title_phrases(atoms, holder, at, modifiers)
        found += [Hit(replace(hit.known, weak=True), hit.atoms) for hit in self._offices.hits(atoms, 0)]
        return found

    def _office_phrases(self, atoms: Sequence[Atom], at: int, direct: Sequence[Hit]) -> list[Hit]:
        found = []
        for state in direct:
            if _is_state(state.known):
                behind = _past_possessive(atoms, at + state.atoms)
                for office in self._offices.hits(atoms, behind):
                    found.append(Hit(self.office_of(state.known, office.known), behind + office.atoms - at))
        for office in self._offices.hits(atoms, at):
            behind = at + office.atoms
            if behind < len(atoms) and atoms[behind].text == "of":
                behind = _past_the(atoms, behind + 1)
                for state in self._states(atoms, behind):
                    if state.known.sense == "name":
                        found.append(Hit(self.office_of(state.known, office.known), behind + state.atoms - at))
        return found

    def _states(self, atoms: Sequence[Atom], at: int) -> list[Hit]:
        return [hit for hit in self._direct.hits(atoms, at) if _is_state(hit.known)]

    def _holders(self, atoms: Sequence[Atom], at: int) -> list[Hit]:
        direct = self._direct.hits(atoms, at)
        holders = [hit for hit in direct if _is_holder(hit.known)]
        return sorted([*self._office_phrases(atoms, at, direct), *holders], key=lambda hit: -hit.atoms)

    def _leading(self, atoms: Sequence[Atom], at: int) -> tuple[tuple[str, ...], int]:
        modifiers: list[str] = []
        for _ in range(MOST_MODIFIERS):
            if at >= len(atoms) or atoms[at].text not in self._first_modifiers:
                break
            match = next((w for w in self._modifiers if _begins(atoms, at, w)), None)
            if match is None:
                break
            modifiers.append(self._modifiers[match])
            at += len(match)
        return tuple(modifiers), at

    def _title_phrases(
        self, atoms: Sequence[Atom], holder: Hit | None, at: int, modifiers: tuple[str, ...]
    ) -> list[Hit]:
        title_at = at if holder is None else _past_possessive(atoms, at + holder.atoms)
        more, behind = self._leading(atoms, title_at)
        of = holder.known if holder else None
        found = []
        for begin, mods in {behind: more, title_at: ()}.items():
            for hit in self._titles.hits(atoms, begin):
                titled = _Titled(hit.known, modifiers + mods, begin + hit.atoms)
                found.append(self._with_tails(atoms, titled, of))
        return found

    def _with_tails(self, atoms: Sequence[Atom], titled: _Titled, of: Known | None) -> Hit:
        title = self._titled[titled.known.key]
        at, about = titled.atoms, None
        for _ in range(MOST_TAILS):
            if title.rank or at >= len(atoms) or atoms[at].text not in PREPOSITIONS:
                break
            start = _past_the(atoms, at + 1)
            tail = next((hit for hit in self._holders(atoms, start) if hit.known.sense != "adjective"), None)
            if tail is None:
                break
            belongs = atoms[at].text == "of" or (title.speaks_for and atoms[at].text in ("for", "at"))
            if belongs and of is None:
                of = tail.known
            elif not belongs and about is None:
                about = tail.known
            else:
                break
            at = start + tail.atoms
        return Hit(self._role(titled, title, of, about), at)

    def _role(self, titled: _Titled, title: Title, of: Known | None, about: Known | None) -> Known:
        name = " ".join((*(m.title() if m.islower() and m != "former" else m for m in titled.modifiers), title.name))
        if about is not None:
            link = "to" if title.organ in ("embassy", "un-mission") else "for"
            name += f" {link} {'the ' if about.kind == 'organisation' else ''}{about.name}"
        of_key = of.key if of else title.of
        key = f"{of_key or 'title'}:{title.key}" + (f":{about.key}" if about else "")
        if titled.modifiers:
            key = "-".join((key, *(m.replace(" ", "-") for m in titled.modifiers)))
        whose = self._book.adjectives.get(of.key, of.name) if of else None
        return replace(
            titled.known,
            key=key,
            name=f"{whose} {name}" if whose else name,
            kind="person",
            sense="title",
            country=of.country if of else None,
            role=(name, of_key),
            about=about.key if about else None,
        )


def _with_gender(title: Title) -> list[tuple[Known, tuple[str, ...]]]:
    plain = Known(title.key, title.name, "person", "title")
    return [
        (plain, (title.name, *title.forms)),
        (replace(plain, gender="m"), title.male),
        (replace(plain, gender="f"), title.female),
    ]


def _small(form: str) -> str:
    """Offices and titles are found in small letters too, unless they are abbreviations."""
    return " ".join(word if word.isupper() else word.lower() for word in form.split())


def _is_state(known: Known) -> bool:
    return known.kind == "government" and len(known.key) == 2 and known.sense in ("name", "adjective")


def _is_holder(known: Known) -> bool:
    """Not a capital: in "MOSCOW- Secretary-General …" it is the dateline."""
    return known.kind in _HOLDERS and known.sense not in ("capital", "people")


def _past_possessive(atoms: Sequence[Atom], at: int) -> int:
    return at + 1 if at < len(atoms) and atoms[at].text == POSSESSIVE else at


def _past_the(atoms: Sequence[Atom], at: int) -> int:
    return at + 1 if at < len(atoms) and atoms[at].text == "the" else at


def _begins(atoms: Sequence[Atom], at: int, words: tuple[str, ...]) -> bool:
    return len(atoms) - at >= len(words) and all(atoms[at + i].text == word for i, word in enumerate(words))
