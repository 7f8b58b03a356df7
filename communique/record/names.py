"""Names as they are searched for: "Ōkafor-Lindqvist" is found by "okafor" and by "lindqvist"."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

# Letters that carry no separable mark, so that decomposition alone would leave them foreign to a Latin keyboard.
PLAIN = str.maketrans(
    {
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "ð": "d",
        "ħ": "h",
        "ı": "i",
        "æ": "ae",
        "œ": "oe",
        "þ": "th",
        "ŧ": "t",
        # Apostrophes join ("O'Brien", "al-Sha'ir"): dropped, where all other punctuation parts words.
        "'": None,
        "’": None,
        "‘": None,
        "ʼ": None,
        "ʿ": None,
        "ʾ": None,
        "`": None,
    }
)


# A report's statements share a handful of names, and reports of one conflict a few hundred.
@lru_cache(maxsize=4096)
def words(name: str) -> tuple[str, ...]:
    """The words of a name in lower case, without diacritics and punctuation; empty if it has no letter or digit."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(c))
    return tuple("".join(c if c.isalnum() else " " for c in bare.translate(PLAIN)).split())


def folded(name: str) -> str:
    """The words of a name with one space around each (" staffan de mistura "), so that a word is found whole."""
    return f" {' '.join(words(name))} "
