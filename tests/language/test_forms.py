"""The lexicon gives a verb once; the reading must know all its forms."""

from __future__ import annotations

import pytest

from communique.language.inflection import forms_of

VERBS = [
    ("to shell", {"shell", "shells", "shelled", "shelling"}),
    ("to fire", {"fire", "fires", "fired", "firing"}),
    ("to hit", {"hit", "hits", "hitting"}),
    ("to spot", {"spot", "spots", "spotted", "spotting"}),
    ("to deny", {"deny", "denies", "denied", "denying"}),
    ("to crash", {"crash", "crashes", "crashed", "crashing"}),
    ("to free", {"free", "frees", "freed", "freeing"}),
    ("to flee", {"flee", "flees", "fled", "fleeing"}),
    ("to take", {"take", "takes", "took", "taken", "taking"}),
    ("to open", {"open", "opens", "opened", "opening"}),
]


@pytest.mark.parametrize(("entry", "forms"), VERBS)
def test_a_verb_stands_for_all_its_forms(entry: str, forms: set[str]) -> None:
    assert forms_of([entry]) == forms


def test_a_noun_with_its_article_stands_for_one_and_many_and_a_bare_word_for_itself() -> None:
    assert forms_of(["a battery", "an ambush", "shellfire"]) == {
        *("battery", "batteries", "ambush", "ambushes", "shellfire"),
    }
