"""Place names as keys: one key for every usual spelling of a name."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# Articles as English-language news writes them before Arabic names, the assimilated ones included, and "the".
ARTICLES = frozenset(
    ["al", "el", "ad", "an", "ar", "as", "ash", "at", "az", "ed", "er", "es", "esh", "et", "ez", "il", "the"]
)
# Words that open many names and are romanised in several ways; only these, so that a key never joins two real names.
SPELLINGS = {
    spelling: words[0]
    for words in (
        ("tel", "tal", "tall", "tell"),
        ("deir", "dayr", "dair", "der"),
        ("ain", "ayn", "ein"),
        ("kafr", "kfar", "kafar"),
        ("sheikh", "shaykh", "sheik", "cheikh", "shekh"),
        ("jabal", "jebel", "djebel", "gebel"),
        ("beit", "bayt", "bait", "beyt"),
        ("abu", "abou"),
        ("umm", "um", "oum"),
        ("saint", "st"),
        ("ras", "raas"),
        ("khan", "chan"),
    )
    for spelling in words
}
_FOLDED = str.maketrans(
    {"ı": "i", "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ə": "a", "ß": "ss"}
)
# Romanisation doubles letters at will; in a long name that never tells two places apart.
LONG = 7
_DOUBLED = re.compile(r"(.)\1+")
_WORD = re.compile(r"[^\W_]+")
_DROPPED = re.compile("['`\u00b4\u2018\u2019\u02bb\u02bc\u02be\u02bf\u2032]")


def place_words(name: str) -> list[str]:
    """The words of a name in lower case, without diacritics and apostrophes: "Ra's al-ʿAyn" → ras, al, ayn."""
    plain = _DROPPED.sub("", name).lower().translate(_FOLDED)
    if not plain.isascii():
        plain = "".join(c for c in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(c))
    return _WORD.findall(plain)


@lru_cache(maxsize=16384)
def place_key(name: str) -> str:
    """The key of a name: no case, diacritics, apostrophes, hyphens, spaces, articles; no doubled letters if long."""
    words = place_words(name)
    kept = [w for w in words if w not in ARTICLES] or words
    if len(kept) > 1:
        kept = [SPELLINGS.get(w, w) for w in kept]
    key = "".join(kept)
    return _DOUBLED.sub(r"\1", key) if len(key) >= LONG else key
