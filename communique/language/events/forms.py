"""The forms of the verbs and nouns of the lexicon: the reading has no lemmas, so every form is looked up."""

from __future__ import annotations

from collections.abc import Iterator

_VOWELS = frozenset("aeiou")
# Past and participle of the verbs that do not add -ed; those that do are left to the rule.
_IRREGULAR = {
    verb: tuple(forms.split())
    for verb, forms in {
        "be": "is are was were been being am",
        "have": "has had having",
        "do": "does did done",
        "meet": "met",
        "hold": "held",
        "give": "gave given",
        "send": "sent",
        "lend": "lent",
        "fight": "fought",
        "shoot": "shot",
        "strike": "struck stricken",
        "break": "broke broken",
        "leave": "left",
        "begin": "began begun",
        "lead": "led",
        "take": "took taken",
        "make": "made",
        "pay": "paid",
        "seek": "sought",
        "withdraw": "withdrew withdrawn",
        "speak": "spoke spoken",
        "bring": "brought",
        "build": "built",
        "rebuild": "rebuilt",
        "win": "won",
        "lay": "laid",
        "go": "goes went gone",
        "forbid": "forbade forbidden",
        "freeze": "froze frozen",
        "steal": "stole stolen",
        "throw": "threw thrown",
        "drive": "drove driven",
        "stand": "stood",
        "find": "found",
        "lose": "lost",
        "come": "came",
        "become": "became",
        "overcome": "overcame",
        "fall": "fell fallen",
        "fly": "flies flew flown",
        "overfly": "overflies overflew overflown",
        "blow": "blew blown",
        "overrun": "overran",
        "run": "ran",
        "sit": "sat",
        "say": "said says",
        "tell": "told",
        "see": "saw seen",
        "hear": "heard",
        "feed": "fed",
        "ring": "rang rung",
        "sing": "sang sung",
        "sink": "sank sunk",
        "shake": "shook shaken",
        "swear": "swore sworn",
        "wear": "wore worn",
        "tear": "tore torn",
        "beat": "beaten",
        "bind": "bound",
        "sell": "sold",
        "buy": "bought",
        "dig": "dug",
        "hang": "hung",
        "slay": "slew slain",
        "choose": "chose chosen",
        "keep": "kept",
        "sleep": "slept",
        "sweep": "swept",
        "hide": "hid hidden",
        "ride": "rode ridden",
        "rise": "rose risen",
        "write": "wrote written",
        "underwrite": "underwrote underwritten",
        "undertake": "undertook undertaken",
        "retake": "retook retaken",
        "overthrow": "overthrew overthrown",
        "withhold": "withheld",
        "uphold": "upheld",
        "lie": "lies lay lain lying",
        "die": "dies died dying",
        "forgive": "forgave forgiven",
        "forsake": "forsook forsaken",
        "beseech": "besought beseeched",
        "bid": "bade bidden",
        "catch": "caught",
        "teach": "taught",
        "think": "thought",
        "flee": "fled",
        "lay off": "laid",
        "spend": "spent",
        "bend": "bent",
        "mean": "meant",
        "deal": "dealt",
        "stick": "stuck",
        "draw": "drew drawn",
        "know": "knew known",
        "grow": "grew grown",
        "eat": "ate eaten",
        "get": "got gotten",
        "forget": "forgot forgotten",
        "outlaw": "outlawed",
        "stave": "stove",
        "sue": "sued suing",
        "steam": "steamed",
    }.items()
}
_SAME = frozenset(
    (
        "hit",
        "set",
        "put",
        "cut",
        "let",
        "shut",
        "quit",
        "split",
        "spread",
        "cast",
        "bid",
        "beset",
        "hurt",
        "rid",
        "read",
    )
)


def verb_forms(verb: str) -> frozenset[str]:
    """Every form of a verb, itself among them; a form that is not English does no harm."""
    forms = {verb, *_third(verb), *_regular(verb, "ing")}
    forms |= set(_IRREGULAR[verb]) if verb in _IRREGULAR else set() if verb in _SAME else set(_regular(verb, "ed"))
    return frozenset(forms)


def noun_forms(noun: str) -> frozenset[str]:
    """The noun and its plural."""
    return frozenset({noun, *_third(noun)})


def _third(word: str) -> Iterator[str]:
    if word.endswith(("s", "x", "z", "ch", "sh")):
        yield word + "es"
    elif word.endswith("y") and word[-2:-1] not in _VOWELS:
        yield word[:-1] + "ies"
    else:
        yield word + "s"
        if word.endswith("o"):
            yield word + "es"


def _regular(verb: str, ending: str) -> Iterator[str]:
    if verb.endswith("ie") and ending == "ing":
        yield verb[:-2] + "ying"
    elif verb.endswith("e") and not verb.endswith(("ee", "oe")):
        yield verb[:-1] + ending
    elif verb.endswith("e"):
        yield verb + (ending if ending == "ing" else "d")
    elif verb.endswith("y") and verb[-2:-1] not in _VOWELS and ending == "ed":
        yield verb[:-1] + "ied"
    else:
        yield verb + ending
        if _doubles(verb):
            yield verb + verb[-1] + ending


def _doubles(verb: str) -> bool:
    """Whether the last letter may be doubled: "stopped", "travelled"."""
    return verb.endswith(("al", "el")) or (
        len(verb) > 2
        and verb[-1] not in _VOWELS
        and verb[-1] not in "wxy"
        and verb[-2] in _VOWELS
        and (verb[-3] not in _VOWELS or verb[-3:-1] == "ui")
    )
