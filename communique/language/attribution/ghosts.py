"""What is no saying: negated, only supposed or nobody's words, and attributions in which nobody speaks."""

from __future__ import annotations

import re
from collections.abc import Sequence

from communique.domain.span import Span
from communique.language.attribution.found import Attribution, Fragment
from communique.language.attribution.phrases import subject_of
from communique.language.cues import CueLexicon
from communique.language.quotes import CLOSING, OPENING, STRAIGHT
from communique.language.stance import BY_NOUN
from communique.language.words import Parse, Word

QUOTES = OPENING + CLOSING + STRAIGHT
NEGATIONS = {
    "not",
    "n't",
    "n’t",
    "never",
    "neither",
    "nor",
    "without",
    "dont",
    "didnt",
    "doesnt",
    "hasnt",
    "havent",
    "wont",
}
UNNAMED = re.compile(
    r"(?:not to be|to remain|to be) (?:named|identified|quoted|anonymous|unnamed)|anonymity|to comment\b"
)
DENIED = {"deny", "denies", "denied", "denying", "refused"}
SHUT_OUT = re.compile(r"(?:(?:the |its |a )?[\w’']+ ){0,4}(?:access|entry|passage)\b")
FAR = 150  # characters
NOBODY = {"no", "nobody", "none", "neither"}
UNABLE = {"unable"}
HYPOTHETICAL = {"would", "could", "might", "may", "should"}
# "The operation dubbed Dawn", "a man named Omar": a name is given, nothing is said.
NAMING = frozenset({"dubbed", "named", "nicknamed", "known", "called", "titled", "entitled", "codenamed", "identified"})
SEEING = frozenset({"see", "sees", "saw", "seen", "hear", "hears", "heard"})
CLAUSES = frozenset({"that", "how", "whether", "why"})
DOUBTED = 0.5
RELATIVE = frozenset({"which", "who", "whom", "that", "whose"})
NO_VOICE = frozenset({"SCONJ", "ADP", "ADV", "CCONJ", "PUNCT", "AUX", "PART"})


def is_unsaid(parse: Parse, found: Attribution) -> bool:
    """Whether the cue is negated ("did not say"), only supposed ("would say") or nobody's ("no group has claimed")."""
    for fragment in found.cues:
        words = parse.inside(Span(fragment.start, fragment.end))
        before = range(max(0, words[0] - 2), words[0]) if words else range(0)
        lower = [parse.words[i].lower for i in (*before, *words)]
        own = [parse.words[i].lower for i in words]
        if NEGATIONS & set(own) or (NEGATIONS & set(lower[: len(before)]) and _same_clause(parse, before)):
            return True
        if own and (own[0] in HYPOTHETICAL or UNABLE & set(own)):
            return True
    if any(_first_word(parse, f) in NOBODY for f in found.sources) or (not found.sources and _nobody(parse, found)):
        return True
    return UNNAMED.match(parse.text, found.contents[0].start) is not None


def _nobody(parse: Parse, found: Attribution) -> bool:
    """Whether the cue's own subject is "no one" or the like, which is nobody's name and hence no source."""
    verbs = [parse.words[i] for f in found.cues for i in parse.inside(Span(f.start, f.end))]
    subjects = [s for v in verbs if v.pos == "VERB" and (s := subject_of(parse, v))]
    return any(_first_word(parse, Fragment(s.start, s.end, 1.0)) in NOBODY for s in subjects)


def _same_clause(parse: Parse, before: range) -> bool:
    return all(parse.words[i].pos in {"AUX", "PART", "ADV"} for i in before)


def _first_word(parse: Parse, fragment: Fragment) -> str:
    words = parse.inside(Span(fragment.start, fragment.end))
    return parse.words[words[0]].lower if words else ""


def is_ghost(parse: Parse, found: Attribution, cues: CueLexicon) -> bool:
    """Whether nobody speaks, or no word says that anybody does."""
    quoted = any(parse.text[f.start] in QUOTES for f in found.contents)
    if not found.cues:
        return not (found.sources and quoted)
    words = [parse.words[i] for f in found.cues for i in parse.inside(Span(f.start, f.end))]
    if _gives_name(words) or _modifies(words) or _says_nothing(parse, found) or _takes_lives(parse, words, found):
        return True
    if _shuts_out(parse, words, found):
        return True
    if not quoted and (_sees(parse, words, found) or _guessed(words, found, cues)):
        return True
    if found.sources:
        return _passive_by(parse, words) or _far_apart(parse, found) or not _can_speak(parse, found)
    if _is_clause(parse, found):
        return False
    active = len(words) == 1 and words[0].tag in {"VBZ", "VBP", "VBD"}
    return active or not (quoted or any(cues.stance(w.lower) for w in words))


def _is_clause(parse: Parse, found: Attribution) -> bool:
    """ "Amid fears that it would break down": somebody thinks so, whatever the word for it is."""
    first = parse.first_at(found.contents[0].start)
    return first < len(parse.words) and parse.words[first].lower in CLAUSES


def _sees(parse: Parse, words: Sequence[Word], found: Attribution) -> bool:
    """ "A patrol saw cartridge cases": who sees or hears has not said so; who sees it *as* something has a view."""
    as_what = any(parse.words[i].lower == "as" for f in found.contents for i in parse.inside(Span(f.start, f.end)))
    return len(words) == 1 and words[0].lower in SEEING and not as_what


def _guessed(words: Sequence[Word], found: Attribution, cues: CueLexicon) -> bool:
    """Whether the tagger doubts an attribution whose cue holds no word for saying: "the numbers it gave for zones".

    A participle without one is given back to the content before it ("taking the winter into account").
    """
    following = [*(w.lower for w in words[1:]), ""]
    said = any(cues.stance(w.lower, after) or w.lower in BY_NOUN for w, after in zip(words, following, strict=True))
    return found.confidence < DOUBTED and not said and words[0].tag != "VBG"


def _gives_name(words: Sequence[Word]) -> bool:
    if not words or words[0].lower not in NAMING or words[0].tag != "VBN" or words[0].dep != "acl":
        return False
    return len(words) == 1 or words[1].lower in {"as", "by"}


def _modifies(words: Sequence[Word]) -> bool:
    """ "Its declared arsenal": a participle before its noun is no verb of saying; neither is a number."""
    if all(w.pos == "NUM" for w in words):
        return True
    return len(words) == 1 and words[0].tag == "VBN" and words[0].dep == "amod"


def _takes_lives(parse: Parse, words: Sequence[Word], found: Attribution) -> bool:
    """ "Rockets fell on the market, claiming the lives of six"."""
    content = parse.text[found.contents[0].start :][: len("the lives of")].lower()
    return words[0].lower.startswith("claim") and content.startswith(("the life", "the lives"))


def _shuts_out(parse: Parse, words: Sequence[Word], found: Attribution) -> bool:
    """ "Soldiers denied it access": a deed, and no denial."""
    content = parse.text[found.contents[0].start : found.contents[-1].end]
    return words[-1].lower in DENIED and SHUT_OUT.match(content) is not None


def _says_nothing(parse: Parse, found: Attribution) -> bool:
    """Whether the content is a bare relative pronoun: "a pause, which the army had also observed"."""
    words = [parse.words[i].lower for f in found.contents for i in parse.inside(Span(f.start, f.end))]
    return len(words) == 1 and words[0] in RELATIVE


def _can_speak(parse: Parse, found: Attribution) -> bool:
    words = [parse.words[i] for f in found.sources for i in parse.inside(Span(f.start, f.end))]
    return any(w.pos not in NO_VOICE for w in words)


def _passive_by(parse: Parse, words: Sequence[Word]) -> bool:
    """ "A truce agreed by two states": what stands before the cue is what was agreed, and speaks no word."""
    after = words[-1].i + 1 if words else len(parse.words)
    return len(words) == 1 and words[0].tag == "VBN" and after < len(parse.words) and parse.words[after].lower == "by"


def _far_apart(parse: Parse, found: Attribution) -> bool:
    """Whether source and cue stand in different sentences, too far from each other to belong together."""
    gap = max(found.cues[0].start - found.sources[-1].end, found.sources[0].start - found.cues[-1].end)
    first, second = (parse.first_at(f[0].start) for f in (found.sources, found.cues))
    if max(first, second) >= len(parse.words):
        return False
    return gap > FAR and parse.words[first].sentence != parse.words[second].sentence
