"""One form for the forms of a word, by rule: the reading has no lemmas, and the classifier needs none better."""

from __future__ import annotations

from functools import lru_cache

_IRREGULAR = {
    form: stem
    for stem, forms in {
        "meet": "met",
        "hold": "held",
        "say": "said says",
        "tell": "told",
        "giv": "gave given",
        "send": "sent",
        "fight": "fought",
        "shoot": "shot",
        "strik": "struck stricken",
        "break": "broke broken",
        "leav": "left",
        "begin": "began begun",
        "lead": "led",
        "tak": "took taken",
        "mak": "made",
        "pay": "paid",
        "seek": "sought",
        "withdraw": "withdrew withdrawn",
        "speak": "spoke spoken",
        "bring": "brought",
        "buy": "bought",
        "build": "built",
        "lift": "lifted",
        "hang": "hung",
        "win": "won",
        "lay": "laid",
        "be": "is are was were been being am 's",
        "hav": "has had having have",
        "do": "did done does",
        "go": "went gone goes",
        "forbid": "forbade forbidden",
        "freez": "froze frozen",
        "steal": "stole stolen",
        "throw": "threw thrown",
        "driv": "drove driven",
        "stand": "stood",
        "find": "found",
        "los": "lost",
        "not": "n't",
    }.items()
    for form in forms.split()
}
_VOWELS = frozenset("aeiouy")


@lru_cache(maxsize=20_000)
def stem(lower: str) -> str:
    """The stem of a lower-case word: "releases", "released" and "releasing" all give "releas"."""
    if lower in _IRREGULAR:
        return _IRREGULAR[lower]
    if len(lower) <= 3 or not lower.isalpha():
        return lower
    base = lower
    if base.endswith(("ies", "ied")):
        return base[:-3] + "y"
    if base.endswith("s") and not base.endswith(("ss", "us", "is")):
        base = base[:-1]
    for ending in ("ing", "ed"):
        if base.endswith(ending) and len(base) - len(ending) >= 3 and _VOWELS & set(base[: -len(ending)]):
            return _undoubled(base[: -len(ending)])
    return base[:-1] if base.endswith("e") and len(base) > 3 else base


def _undoubled(base: str) -> str:
    """ "stopp" to "stop", but "kill" stays; a silent e is left off as in the other forms."""
    if len(base) > 3 and base[-1] == base[-2] and base[-1] not in "lsz":
        return base[:-1]
    return base
