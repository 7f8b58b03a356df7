"""The cast of a report: every actor it names, put together from the names in the text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from communique.knowledge.known import Known
from communique.language.actor_words import ActorWords, load_actor_words
from communique.language.figures import (
    Appearance,
    Figure,
    OfficeOf,
    Offices,
    initials,
    name_tokens,
    no_office,
    no_offices,
)
from communique.language.names import Name
from communique.language.words import Parse

ARTICLE = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)
OF_ONE_STATE = re.compile(r"ministry|presidency")
NOT_NAMES = {"nationality", "title", "capital"}
WITHIN = (["in"], ["of"], ["of", "the"])  # what stands between an office and the state or capital that it is of


class Cast:
    """The figures of one report and where they appear, in reading order."""

    def __init__(
        self,
        parse: Parse,
        *,
        offices: Offices = no_offices,
        home: str | None = None,
        office_of: OfficeOf = no_office,
        lexicon: ActorWords | None = None,
    ) -> None:
        self.parse = parse
        self.home = home  # the country the outlet is at home in
        self.office_of = office_of
        self.offices = offices
        self.lexicon = lexicon or load_actor_words()
        self.figures: dict[str, Figure] = {}
        self.appearances: list[Appearance] = []
        self.names: Sequence[Name] = ()
        self.titles: list[Name] = []
        self.capitals: list[Name] = []
        self._by_known: dict[str, Figure] = {}
        self._by_name: dict[tuple[str, ...], Figure] = {}

    # -- building -----------------------------------------------------------------------------------------------
    def gather(self, names: Sequence[Name]) -> None:
        """Takes in the names of a report: full names first, so that a surname finds its owner wherever that is."""
        owners: dict[int, tuple[Figure, str]] = {}
        self.names = names
        actors = [n for n in names if n.kind not in NOT_NAMES]
        self.titles = [n for n in names if n.kind == "title"]
        self.capitals = [n for n in names if n.kind == "capital"]
        for name in sorted(actors, key=lambda n: -len(name_tokens(n.text))):
            if not self._short(name):
                owners[name.first] = (self._full(name), "known" if name.known else "name")
        for name in actors:
            if self._short(name):
                owner = self._abbreviated(name)
                if owner:
                    owners[name.first] = owner
        for name in actors:
            if name.first in owners:
                figure, reason = owners[name.first]
                self.appearances.append(Appearance(name.first, name.last, figure.id, reason, name.kind))
        self._bare_surnames({i for n in names for i in range(n.first, n.last + 1)})

    def _bare_surnames(self, covered: set[int]) -> None:
        """Adds the surnames that stand alone and that nothing marked as a name: the full name elsewhere tells."""
        owners = {f.tokens[-1]: f for f in self.figures.values() if f.is_person and len(f.tokens) > 1}
        for word in self.parse.words:
            if word.i in covered or not word.text[0].isupper() or word.pos not in {"PROPN", "NOUN", "ADJ"}:
                continue
            tokens = name_tokens(word.text)
            owner = owners.get(tokens[0]) if len(tokens) == 1 else None
            if owner:
                self.appearances.append(Appearance(word.i, word.i, owner.id, "surname", "person"))
        self.appearances.sort(key=lambda a: (a.first, a.last))

    def _short(self, name: Name) -> bool:
        if name.known:
            return name.known.weak or name.known.sense == "surname"
        tokens = name_tokens(name.text)
        if name.kind == "person":
            return len([t for t in tokens if t not in self.lexicon.particles]) <= 1
        return len(tokens) <= 1

    def known(self, known: Known) -> Figure:
        """The figure of a known actor, made when it first appears."""
        figure = self._by_known.get(known.key)
        if figure is None:
            figure = self._new(known.name, known.kind, known=known)
            self._by_known[known.key] = figure
            self._by_name.setdefault(name_tokens(known.name), figure)
        return figure

    def of_key(self, key: str) -> Figure | None:
        """The figure of a known actor that the report names; None where it does not."""
        return self._by_known.get(key)

    def _full(self, name: Name) -> Figure:
        if name.known:
            return self.known(name.known)
        text = ARTICLE.sub("", " ".join(name.text.split()))
        tokens = name_tokens(text)
        figure = self._by_name.get(tokens) or self._same_longer(tokens, name.kind)
        if figure is None:
            figure = self._new(text, name.kind)
            self._by_name[tokens] = figure
        return figure

    def _same_longer(self, tokens: tuple[str, ...], kind: str) -> Figure | None:
        """An organisation already named at more length: "the Syrian Coalition" for "Coalition"."""
        if kind == "person":
            return next(
                (f for f in self.figures.values() if f.is_person and _same_person(tokens, f.tokens)),
                None,
            )
        wanted = set(tokens)
        fitting = [
            f
            for f in self.figures.values()
            if not f.is_person and not f.described and wanted and wanted <= set(f.tokens) and tokens[-1] in f.heads
        ]
        return fitting[-1] if len(fitting) == 1 else None

    def _abbreviated(self, name: Name) -> tuple[Figure, str] | None:
        if name.known and name.known.weak:
            return self._weak(name)
        text = ARTICLE.sub("", " ".join(name.text.split()))
        tokens = name_tokens(text)
        if name.kind == "person":
            owner = self._surname(tokens)
            if owner:
                return owner, "surname"
        else:
            for figure in self.figures.values():
                if not figure.is_person and (tokens == (initials(figure.name),) or tokens == figure.tokens):
                    return figure, "acronym"
            owner = self._same_longer(tokens, name.kind) or self._surname(tokens)
            if owner:
                return owner, "part of a name"
        return self._full(name), "name"

    def _weak(self, name: Name) -> tuple[Figure, str] | None:
        """What a name that is also an ordinary word means: what the report names outright elsewhere, or nobody."""
        known = name.known
        if known is None:
            return None
        if known.key in self._by_known:
            return self._by_known[known.key], "known, named in full elsewhere"
        if known.sense != "office":
            return None
        offices = [f for key, f in self._by_known.items() if key.endswith(f":{known.key}")]
        if len(offices) == 1 and not self._country_behind(name.last):
            return offices[0], "the one such office named"
        if not OF_ONE_STATE.search(known.key):
            return None  # "the army", "government forces": whose they are, the text must say
        behind = self._country_behind(name.last) or self._country_named(name)
        country = behind or self._country_before(name.first) or self.home
        own = self.office_of(country, known.key) if country and (behind or not offices) else None
        return (self.known(own), "the office of the state spoken of") if own else None

    def _country_behind(self, word: int) -> str | None:
        """The country named right behind an office: "Ministry of Foreign Affairs, Brunnhal", "… in Brunnhal"."""
        words = self.parse.words
        after = next((n for n in self.names if n.first > word), None)
        if after is None or after.known is None or words[after.first].sentence != words[word].sentence:
            return None
        between = [w.lower for w in words[word + 1 : after.first]]
        if between in WITHIN and after.kind in {"capital", "government"}:
            return after.known.country
        ends = after.last + 1 == len(words) or words[after.last + 1].sentence != words[word].sentence
        # Behind a comma a capital is where the office sits; one of several that are listed goes on in "and".
        return after.known.country if between == [","] and after.kind == "capital" and ends else None

    def _country_named(self, name: Name) -> str | None:
        """The country of the president whom the sentence of "the Presidency" names."""
        words = self.parse.words
        if not name.known or "presidency" not in name.known.key:
            return None
        first, last = self.parse.sentences[words[name.first].sentence]
        people = [n for n in self.names if first <= n.first < last and n.kind == "person" and n.known]
        heads = [n for n in people if "president" in {words[n.first].lower, words[max(first, n.first - 1)].lower}]
        return heads[0].known.country if heads and heads[0].known else None

    def _country_before(self, word: int) -> str | None:
        """The country of the last name before a word in its sentence."""
        first = self.parse.sentences[self.parse.words[word].sentence][0]
        named = [n for n in self.names if first <= n.first and n.last < word and n.known and n.known.country]
        return named[-1].known.country if named and named[-1].known else None

    def _surname(self, tokens: tuple[str, ...]) -> Figure | None:
        wanted = [t for t in tokens if t not in self.lexicon.particles] or list(tokens)
        people = [f for f in self.figures.values() if f.is_person and not f.described]
        last = [f for f in people if f.tokens and f.tokens[-1] == wanted[-1]]
        if last:
            return last[-1]
        anywhere = [f for f in people if wanted and wanted[-1] in f.tokens]
        return anywhere[0] if len(anywhere) == 1 else None

    def _new(self, name: str, kind: str, *, known: Known | None = None) -> Figure:
        figure = Figure(f"a{len(self.figures) + 1}", name, kind, known)
        if known:
            figure.gender, figure.plural, figure.country = known.gender, known.plural, known.country
        if kind != "person":
            figure.heads |= {t for t in name_tokens(name) if t in self.lexicon.organisations}
            figure.heads |= {t for t in name_tokens(name) if t in self.lexicon.generic_organisations}
        self.figures[figure.id] = figure
        return figure

    def describe(self, name: str, *, anonymous: bool, head: str, plural: bool, kind: str = "unknown") -> Figure:
        """A figure known by a description only; the same description is the same figure."""
        key = ("description", *name_tokens(name))
        figure = self._by_name.get(key)
        if figure is None:
            figure = self._new(name, kind)
            figure.described, figure.anonymous, figure.plural = True, anonymous, plural
            figure.heads = {head, head.rstrip("s")}
            self._by_name[key] = figure
        return figure

    def appear(self, first: int, last: int, figure: Figure, reason: str, kind: str) -> None:
        """Notes one more appearance; the list stays in reading order."""
        if any(a.first == first and a.last == last and a.figure == figure.id for a in self.appearances):
            return
        self.appearances.append(Appearance(first, last, figure.id, reason, kind))
        self.appearances.sort(key=lambda a: (a.first, a.last))

    # -- looking up ---------------------------------------------------------------------------------------------
    def inside(self, first: int, last: int) -> list[Appearance]:
        """The appearances wholly between two words, both included."""
        return [a for a in self.appearances if first <= a.first and a.last <= last]

    def before(self, word: int) -> list[Figure]:
        """The figures that appear before a word, the latest first, each once."""
        seen: dict[str, None] = {}
        for appearance in reversed(self.appearances):
            if appearance.last < word:
                seen.setdefault(appearance.figure)
        return [self.figures[f] for f in seen]


def _same_person(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether two full names may be one: equal, or one is the other with middle names left out."""
    if not a or not b or a[-1] != b[-1]:
        return False
    short, long = (a, b) if len(a) <= len(b) else (b, a)
    if len(short) < len(long) and long[-len(short) :] == short:
        return True  # a surname in two parts
    return len(short) >= 2 and short[0] == long[0] and set(short) <= set(long)
