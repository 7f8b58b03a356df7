"""Attributions from the parse: cue verbs, their subjects and what they govern."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from communique.domain.span import Span
from communique.language.attribution.found import Attribution, Fragment
from communique.language.cues import Cue, CueLexicon, load_cues
from communique.language.quotes import quotations
from communique.language.words import Parse, Word

SUBJECTS = {"nsubj", "csubj"}
PASSIVE_SUBJECTS = {"nsubjpass", "csubjpass"}
HYPOTHETICAL = {"would", "could", "might", "may", "should", "must", "can", "ca", "will", "'ll", "’ll"}
RELATIVE = {"who", "which", "that"}
OBJECTS = {"dobj", "prep", "xcomp", "oprd", "dative", "prt"}
SURE = 0.6  # no probability comes with a parse: one figure for all, which says "better read it yourself"


@dataclass(frozen=True, slots=True)
class ParseFinder:
    """Finds attributions by the shape of the sentence."""

    cues: CueLexicon
    version: str = "attribution-parse@1"

    @classmethod
    def make(cls) -> ParseFinder:
        """The finder with the lexicon that comes with the package."""
        return cls(load_cues())

    def find(self, parse: Parse) -> tuple[Attribution, ...]:
        """The attributions of a parsed report, in reading order, nested ones among them."""
        sentence = _Clauses(parse, self.cues, quotations(parse.text, parse.passages))
        found = [a for i in range(len(parse.words)) for a in sentence.by_cue(i)]
        found += sentence.headlines()
        return tuple(sorted(found, key=lambda a: (a.contents[0].start, -a.contents[-1].end)))


class _Clauses:
    def __init__(self, parse: Parse, cues: CueLexicon, quoted: tuple[Span, ...]) -> None:
        self.parse, self.words, self.cues, self.quoted = parse, parse.words, cues, quoted

    # -- one cue ------------------------------------------------------------------------------------------------
    def by_cue(self, i: int) -> Iterator[Attribution]:
        word = self.words[i]
        if word.lower == "according" and i + 1 < len(self.words) and self.words[i + 1].lower == "to":
            yield from self._according(i)
            return
        if word.pos not in {"VERB", "AUX"} and not self._acts_as_verb(word):
            return
        for cue in self.cues.at(self.words, i):
            made = self._verb(word, cue)
            if made:
                yield made
                return

    def _acts_as_verb(self, word: Word) -> bool:
        """Whether a word tagged an adjective has a subject and an object all the same: "the envoy appreciated it"."""
        return word.pos == "ADJ" and {"nsubj", "dobj"} <= {self.words[k].dep for k in self.parse.children[word.i]}

    def _verb(self, word: Word, cue: Cue) -> Attribution | None:
        kids = [self.words[k] for k in self.parse.children[word.i]]
        if any(k.dep == "neg" or (k.dep == "aux" and k.lower in HYPOTHETICAL) for k in kids):
            return None
        passive = any(k.dep in {"auxpass", "nsubjpass"} for k in kids)
        source = self._passive_source(word, kids, cue) if passive else self._source(word, kids)
        content = self._content(word, kids, cue, source)
        if not content or (source is None and not passive):
            return None
        return self._made(source, self._cue_span(word, kids, cue), content)

    def _reports(self, clause: Word, word: Word) -> bool:
        """Whether a clause before the cue is itself "the Ministry stated": inside and outside exchanged."""
        if clause.i > word.i:
            return False
        last = max(k for k in self.parse.subtree(clause.i) if self.words[k].pos not in {"PUNCT", "SCONJ", "SPACE"})
        return self.words[last].pos == "VERB" and bool(self.cues.at(self.words, last))

    def _cue_span(self, word: Word, kids: list[Word], cue: Cue) -> Span:
        first = last = word.i
        if cue.particle and last + 1 < len(self.words):
            last += 1
        before = [k.i for k in kids if k.dep in {"aux", "auxpass"} and k.i < first]
        if before and first - min(before) <= 3:
            first = min(before)
        return self.parse.span(first, last)

    # -- who ----------------------------------------------------------------------------------------------------
    def _source(self, word: Word, kids: list[Word]) -> Span | None:
        for kid in kids:
            if kid.dep in SUBJECTS:
                if kid.lower in RELATIVE and word.dep == "relcl":
                    return self._phrase(word.head, without=word.i)
                return None if kid.lower in {"it", "there"} and self._expletive(word) else self._phrase(kid.i)
        head = self.words[word.head]
        if word.dep == "acl" and head.pos in {"NOUN", "PROPN"}:
            return self._phrase(head.i, without=word.i)
        if head.i != word.i and head.pos in {"VERB", "AUX"} and word.dep in {"conj", "advcl", "xcomp", "dep"}:
            above = [self.words[k] for k in self.parse.children[head.i]]
            if word.tag != "VB" or word.dep == "conj":
                return self._source(head, above)
        return None

    def _expletive(self, word: Word) -> bool:
        return word.tag == "VBN"

    def _passive_source(self, word: Word, kids: list[Word], cue: Cue) -> Span | None:
        agent = next((k for k in kids if k.dep == "agent"), None)
        if cue.lemma in {"quote", "cite"}:
            subject = next((k for k in kids if k.dep in PASSIVE_SUBJECTS), None)
            return self._phrase(subject.i) if subject else None
        if agent:
            for k in self.parse.children[agent.i]:
                if self.words[k].dep == "pobj":
                    return self._phrase(k)
        return None

    def _phrase(self, i: int, without: int | None = None) -> Span:
        left_out = set(self.parse.subtree(without)) if without is not None else set()
        for k in self.parse.children[i]:
            if self.words[k].dep in {"relcl", "parataxis"}:
                left_out |= set(self.parse.subtree(k))
        kept = [k for k in self.parse.subtree(i) if k not in left_out]
        run = [i]
        for k in reversed([k for k in kept if k < i]):
            if k == run[0] - 1:
                run.insert(0, k)
        for k in (k for k in kept if k > i):
            if k == run[-1] + 1:
                run.append(k)
        while len(run) > 1 and self.words[run[-1]].pos in {"PUNCT", "SPACE"}:
            run.pop()
        while self._hyphenated(run[-1]):
            run += [run[-1] + 1, run[-1] + 2]
        while len(run) > 1 and self.words[run[0]].pos in {"PUNCT", "SPACE"}:
            run.pop(0)
        return self.parse.span(run[0], run[-1])

    def _hyphenated(self, i: int) -> bool:
        """Whether a name goes on behind a hyphen that the parser cut it at: "de-Mistura"."""
        after = self.words[i + 1 : i + 3]
        return (
            len(after) == 2 and after[0].text == "-" and after[0].start == self.words[i].end and after[1].pos == "PROPN"
        )

    # -- what ---------------------------------------------------------------------------------------------------
    def _content(self, word: Word, kids: list[Word], cue: Cue, source: Span | None) -> list[Span]:
        parts: list[Span] = []
        clause = next((k for k in kids if k.dep == "ccomp" and not self._reports(k, word)), None)
        if clause:
            parts = self._pieces(self.parse.subtree(clause.i), source)
        elif word.dep == "parataxis" and self.words[word.head].i < word.i and self._trailing(word):
            outside = set(self.parse.subtree(word.i))
            parts = self._pieces([k for k in self.parse.subtree(word.head) if k not in outside], source)
        elif cue.lemma in {"quote", "cite"}:
            parts = self._as_saying(kids)
        elif cue.takes != "clause" or cue.particle:
            parts = self._governed(word, kids, cue)
        return self._with_quotations(parts, word)

    def _governed(self, word: Word, kids: list[Word], cue: Cue) -> list[Span]:
        """What the cue governs to its right: its object with all that hangs on it, less the circumstances before it."""
        objects = [k for k in kids if k.dep in OBJECTS | {"ccomp"} and k.i > word.i]
        direct = [k for k in objects if k.dep == "dobj"]
        if direct and not cue.particle:
            objects = [k for k in objects if k.i >= direct[0].i or k.dep != "prep"]
        if not objects:
            return []
        first = min(j for k in objects for j in self.parse.subtree(k.i))
        if cue.particle and self.words[first].lower == cue.particle:
            first += 1
        last = max(j for k in objects for j in self.parse.subtree(k.i))
        for k in kids:
            if k.i > last and k.dep in {"advcl", "cc", "conj", "prep"}:
                if self.cues.at(self.words, k.i) or (k.dep == "conj" and k.pos == "VERB"):
                    break
                last = max(self.parse.subtree(k.i))
        return [self.parse.span(first, last)] if first <= last else []

    def _trailing(self, word: Word) -> bool:
        return self.words[word.head].pos in {"VERB", "AUX"}

    def _as_saying(self, kids: list[Word]) -> list[Span]:
        for kid in kids:
            if kid.dep == "prep" and kid.lower == "as":
                for k in self.parse.children[kid.i]:
                    below = [self.words[j] for j in self.parse.children[k] if self.words[j].dep in {"ccomp", "dobj"}]
                    if below:
                        return self._pieces(self.parse.subtree(below[0].i), None)
        return []

    def _pieces(self, indices: list[int], source: Span | None) -> list[Span]:
        runs: list[list[int]] = []
        for k in indices:
            if source and source.start <= self.words[k].start < source.end:
                continue
            if runs and k == runs[-1][-1] + 1:
                runs[-1].append(k)
            else:
                runs.append([k])
        spans = []
        for run in runs:
            while run and self.words[run[0]].pos in {"PUNCT", "SPACE"} and self.words[run[0]].text not in '“"':
                run.pop(0)
            while run and self.words[run[-1]].pos in {"PUNCT", "SPACE"} and self.words[run[-1]].text not in '”"':
                run.pop()
            if run:
                spans.append(self.parse.span(run[0], run[-1]))
        return spans

    def _with_quotations(self, parts: list[Span], word: Word) -> list[Span]:
        near = [q for q in self.quoted if any(q.overlaps(p) for p in parts)]
        if not parts:
            near = [q for q in self.quoted if 0 <= word.start - q.end <= 60 or 0 <= q.start - word.end <= 3]
            near = [q for q in near if len(q) > 25][:1]
        if any(q.start <= word.start < q.end for q in near):
            return parts
        merged: list[Span] = []
        for span in sorted([*parts, *near]):
            if merged and span.start <= merged[-1].end + 1:
                merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
            else:
                merged.append(span)
        return merged

    def _according(self, i: int) -> Iterator[Attribution]:
        whole = self.parse.subtree(i)
        to = next((k for k in self.parse.children[i] if self.words[k].lower == "to"), i + 1)
        whole = sorted({*whole, *self.parse.subtree(to)})
        who = next((k for k in self.parse.children[to] if self.words[k].dep == "pobj"), None)
        if who is None:
            return
        first, end = self.parse.sentences[self.words[i].sentence]
        source = self._phrase(who)
        cut = set(whole) | {k for k in range(first, end) if source.start <= self.words[k].start < source.end}
        parts = self._pieces([k for k in range(first, end) if k not in cut], None)
        if parts:
            yield self._made(source, self.parse.span(i, i + 1), parts)

    # -- headlines ----------------------------------------------------------------------------------------------
    def headlines(self) -> Iterator[Attribution]:
        """ "Minister: the truce is holding" in a headline or a subhead."""
        for passage in self.parse.passages:
            colon = self.parse.text.find(": ", passage.span.start, passage.span.end)
            if passage.kind == "body" or colon < 0 or colon - passage.span.start > 60 or colon + 2 >= passage.span.end:
                continue
            source = Span(passage.span.start, colon)
            if len(source.of(self.parse.text).split()) <= 7:
                yield self._made(source, Span(colon, colon + 1), [Span(colon + 2, passage.span.end)])

    def _made(self, source: Span | None, cue: Span, content: list[Span]) -> Attribution:
        def fragments(spans: list[Span]) -> tuple[Fragment, ...]:
            return tuple(Fragment(s.start, s.end, SURE) for s in spans)

        return Attribution(fragments([source] if source else []), fragments([cue]), fragments(content), SURE)
