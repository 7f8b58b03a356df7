"""Where a truce claim is said to be true: zones, areas, "all"."""

from __future__ import annotations

from collections.abc import Sequence

from communique.domain.span import Span
from communique.language.truce.lexicon import TruceWords
from communique.language.words import Parse

WHERE = {"in", "across", "throughout", "inside", "within", "around"}
PLACES = {
    "zone",
    "zones",
    "area",
    "areas",
    "valley",
    "region",
    "regions",
    "province",
    "country",
    "parts",
    "city",
    "town",
}
ENDS = {"despite", "although", "though", "which", "that", "where", "while", "since", "between", "during", "for", "on"}


def scope_of(parse: Parse, words: Sequence[int], lexicon: TruceWords) -> Span | None:
    """The phrase behind "in" or "across" that names where, the one about zones before others; None where none does."""
    found = []
    last = words[-1]
    for i in words:
        if parse.words[i].lower not in WHERE or parse.words[i].dep != "prep":
            continue
        objects = [c for c in parse.children[i] if parse.words[c].dep == "pobj"]
        if (
            not objects
            or parse.words[objects[0]].lower in lexicon.no_place
            or parse.words[objects[0]].text[0].isdigit()
        ):
            continue
        tree = [k for k in parse.subtree(i) if i < k <= last]
        if not tree:
            continue
        end = _end(parse, tree)
        found.append((parse.words[objects[0]].lower not in PLACES, i, parse.span(tree[0], end)))
    return min(found)[2] if found else None


def _end(parse: Parse, tree: Sequence[int]) -> int:
    """Where the phrase ends: before a clause that hangs on it."""
    for k, i in enumerate(tree):
        word = parse.words[i]
        if k and (
            word.lower in ENDS or word.text in {",", ";"} or (word.pos in {"VERB", "ADV"} and word.dep != "amod")
        ):
            return tree[k - 1]
    end = tree[-1]
    while end > tree[0] and parse.words[end].pos in {"PUNCT", "CCONJ"}:
        end -= 1
    return end


def zones_in(text: str, scope: str | None, zones: Sequence[str]) -> tuple[str, ...]:
    """The known zones that the text names, in the order of the list; "the valley" where one zone alone is a valley."""
    lower = text.lower()
    named = tuple(z for z in zones if z.lower() in lower)
    if named or not scope or not scope.lower().startswith("the "):
        return named
    fitting = tuple(z for z in zones if z.lower().split()[-1] == scope.lower()[4:])
    return fitting if len(fitting) == 1 else ()
