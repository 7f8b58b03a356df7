"""Which language a report is in. English is told without a model; only doubt asks one."""

from __future__ import annotations

import re
import threading
from functools import lru_cache
from typing import Any

SAMPLE_CHARS = 6_000
# Below this there is not enough to tell English full of foreign names from a foreign language.
MIN_LETTERS = 160
MIN_FOREIGN_LETTERS = 24
SURE = 0.95

# Words of English that carry no topic, minus those another Latin-script language shares ("in", "a", "on", "an").
_ENGLISH_WORDS = """the of and to that was were is are been has have had with by from for at it its his her he she they
    their this which who said not but after would will be as into over about more than between against during there
    when on or also two"""
_ENGLISH = frozenset(_ENGLISH_WORDS.split())
_WORD = re.compile(r"[^\W\d_]+")

_lock = threading.Lock()


def language_of(text: str) -> str | None:
    """The ISO 639-1 code of the text's language, None where it is too short or too mixed to be sure."""
    sample = text[:SAMPLE_CHARS]
    words = _WORD.findall(sample)
    letters = sum(map(len, words))
    if letters == 0:
        return None
    latin = sum(len(word) for word in words if word[0] < "\u0250" or "\u1e00" <= word[0] <= "\u1eff")
    if latin < 0.4 * letters:
        # The script alone says that it is not English; which language it is may be a guess.
        return _asked(sample, sure=0.0) if letters >= MIN_FOREIGN_LETTERS else None
    english = sum(word.lower() in _ENGLISH for word in words) / len(words)
    if english >= 0.16:
        return "en"
    code = _asked(sample) if letters >= MIN_LETTERS else None
    # The identifier is always sure of itself: a list of Arabic names in English is "sure" Indonesian. So a foreign
    # language needs a second sign, that the small words of English are missing.
    return code if code == "en" or english < 0.08 else None


def _asked(sample: str, *, sure: float = SURE) -> str | None:
    code, probability = _identifier().classify(sample)
    return str(code) if probability >= sure else None


@lru_cache(maxsize=1)
def _identifier() -> Any:
    # Loading takes most of a second, which a folder of English reports never pays.
    with _lock:
        from py3langid.langid import MODEL_FILE, LanguageIdentifier

        return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
