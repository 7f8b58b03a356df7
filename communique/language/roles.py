"""Offices: which title or apposition belongs to which person, as the text has it."""

from __future__ import annotations

from communique.domain.span import Span
from communique.language.cast import Cast
from communique.language.figures import Appearance
from communique.language.names import Name

BETWEEN = {",", "the", "-", "–"}
NEVER_A_ROLE = {"mr", "mrs", "ms", "mr.", "mrs.", "ms.", "dr", "dr.", "sir"}
LONGEST = 8  # words of a title in front of a name


def assign_roles(cast: Cast) -> None:
    """Gives every person of the cast the offices that stand beside its name."""
    for appearance in cast.appearances:
        figure = cast.figures[appearance.figure]
        if not figure.is_person or appearance.kind == "description":
            continue
        title = _title_before(cast, appearance) or _title_after(cast, appearance)
        if title and title.known and title.known.role:
            span = cast.parse.span(title.first, title.last)
            figure.titles.append((title.known.role[0], span, title.known.role[1]))
            figure.gender = figure.gender or title.known.gender
            continue
        loose = _loose_title(cast, appearance)
        if loose:
            figure.titles.append((loose.of(cast.parse.text), loose, None))
        _gender_by_address(cast, appearance)


def _title_before(cast: Cast, appearance: Appearance) -> Name | None:
    words = cast.parse.words
    for title in cast.titles:
        gap = range(title.last + 1, appearance.first)
        if title.last < appearance.first and len(gap) <= 1 and all(words[i].text == "," for i in gap):
            return title
    return None


def _title_after(cast: Cast, appearance: Appearance) -> Name | None:
    words = cast.parse.words
    for title in cast.titles:
        gap = range(appearance.last + 1, title.first)
        if title.first > appearance.last and len(gap) <= 2 and all(words[i].lower in BETWEEN for i in gap):
            return title if len(gap) else None
    return None


def _loose_title(cast: Cast, appearance: Appearance) -> Span | None:
    """Words like "local resident" or "Observatory director" right before a name, where no known title stands."""
    words, lexicon = cast.parse.words, cast.lexicon
    first = appearance.first
    owned = {i for a in cast.appearances if a != appearance for i in range(a.first, a.last + 1)}
    while (
        first > 0
        and appearance.first - first < LONGEST
        and words[first - 1].sentence == words[appearance.first].sentence
    ):
        word = words[first - 1]
        if not (word.lower in lexicon.roles | lexicon.role_modifiers | lexicon.organisations or first - 1 in owned):
            break
        first -= 1
    chosen = [words[i].lower for i in range(first, appearance.first)]
    if not any(w in lexicon.roles and w not in NEVER_A_ROLE for w in chosen):
        return None
    return cast.parse.span(first, appearance.first - 1)


def _gender_by_address(cast: Cast, appearance: Appearance) -> None:
    figure = cast.figures[appearance.figure]
    if figure.gender is None and appearance.first > 0:
        before = cast.parse.words[appearance.first - 1].lower
        if before in cast.lexicon.male | cast.lexicon.female:
            figure.gender = "f" if before in cast.lexicon.female else "m"
