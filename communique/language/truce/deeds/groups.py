"""Pieces that tell of one attack, put together: "a shepherd was hurt" and "when a shell fell on Velm" are one claim."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from communique.domain.span import Span
from communique.language.truce.belief.polarity import Polarity
from communique.language.truce.belief.reality import told_as
from communique.language.truce.deeds.evidence import Evidence, evidence_of
from communique.language.truce.lexicon import ViolationWords, truce_words
from communique.language.truce.pieces import Piece, is_verb, parent
from communique.language.words import Parse

INJURING = {"injur", "wound", "hurt", "maime"}
PREPOSED = {"following", "according", "pending"}  # participles that are prepositions
CAUSING = {"prompting", "triggering", "provoking", "sparking"}  # what follows is another deed, an answer to the first
LEAVING = {"leaving", "reported"}
LONG = 30  # words of a clause that is taken in; a longer one tells something else
ASSERTION = Polarity()
SUBJECTS = {"nsubj", "nsubjpass", "expl", "csubj"}


@dataclass(slots=True)
class Group:
    """The pieces of one claim, the one that leads first."""

    pieces: list[Piece]
    evidence: list[Evidence]
    polarity: Polarity = ASSERTION

    @property
    def head(self) -> int:
        """The head of the leading piece."""
        return self.pieces[0].head

    @property
    def has_attack(self) -> bool:
        """Whether any piece tells how the harm was done."""
        return any(e.attack for e in self.evidence)

    def words(self) -> list[int]:
        """The indices from the first word of the claim to the last, in a row."""
        return list(range(min(p.words[0] for p in self.pieces), max(p.words[-1] for p in self.pieces) + 1))

    def span(self, parse: Parse) -> Span:
        """The claim's characters."""
        words = self.words()
        return parse.span(words[0], words[-1])


def groups_of(parse: Parse, pieces: Sequence[Piece], words: ViolationWords) -> list[Group]:
    """The groups among the pieces of a sentence, in reading order."""
    denial = truce_words().denial
    groups: dict[int, Group] = {}  # by the head of every piece in them
    told = {(p.head, p.area): evidence_of(parse, p, words) for p in pieces}
    made: list[Group] = []
    for piece in sorted(pieces, key=lambda p: _depth(parse, p.head)):
        evidence = told[piece.head, piece.area]
        polarity = told_as(parse, piece, evidence, words.unreal, denial) if evidence else None
        if polarity is None:
            continue
        above = _above(parse, piece, groups)
        anchor = anchor_of(parse, piece.head)
        if above is None and anchor in groups and groups[anchor].pieces[0].area == piece.area:
            above = groups[anchor]
        if above is None and not evidence.attack:
            above = _right_before(parse, piece, made)
        if above is not None and above.polarity.name == polarity.name and _joins(parse, above, piece, evidence):
            above.pieces.append(piece)
            above.evidence.append(evidence)
            groups[piece.head] = above
            continue
        group = Group([piece], [evidence], polarity)
        if anchor != piece.head and anchor not in groups:
            shared = [p for p in pieces if p.head == anchor and p.area == piece.area]
            if shared and piece.first - shared[0].first <= LONG:
                group.pieces += shared
            groups[anchor] = group
        groups[piece.head] = group
        made.append(group)
        group.pieces += _told_of(parse, piece, pieces, words)
    made = _merged(parse, sorted(made, key=lambda g: g.words()[0]))
    for group in made:
        _extend(parse, group, pieces, groups)
    return sorted(made, key=lambda g: g.words()[0])


def _merged(parse: Parse, made: Sequence[Group]) -> list[Group]:
    """The groups, the harm that a "that" or "which" tells right behind an attack put to it, however parsed."""
    whole: list[Group] = []
    for group in made:
        last = whole[-1] if whole else None
        first = parse.words[group.words()[0]]
        relative = first.lower in {"that", "which"} and not group.has_attack
        near = last is not None and last.has_attack and 1 <= group.words()[0] - last.words()[-1] <= 2
        apart = last is not None and near and parse.words[first.i - 1].text == ";" and not group.has_attack
        unharmed = last is not None and not any(e.harm for e in last.evidence)
        if (
            (relative or (apart and unharmed))
            and near
            and last is not None
            and last.pieces[0].area == group.pieces[0].area
        ):
            last.pieces += group.pieces
            last.evidence += group.evidence
        else:
            whole.append(group)
    return whole


def _right_before(parse: Parse, piece: Piece, made: Sequence[Group]) -> Group | None:
    """The claim that a participle of harm stands right behind: "… fired on the post, wounding two"."""
    relative = parse.words[piece.first].lower in {"which", "that"}
    if not relative and (parse.words[piece.head].tag != "VBG" or _has_subject(parse, piece.head)):
        return None
    near = [g for g in made if g.pieces[0].area == piece.area and 1 <= piece.first - g.words()[-1] <= 3]
    return near[-1] if near else None


def _told_of(parse: Parse, piece: Piece, pieces: Sequence[Piece], words: ViolationWords) -> list[Piece]:
    """The clause about the weapon that a clause behind it tells of: "two shells fired by the guard hit a roof"."""
    word = parse.words[piece.head]
    weapon = parse.words[word.head]
    if word.dep not in {"acl", "relcl"} or weapon.lower not in words.munitions or weapon.dep not in SUBJECTS:
        return []
    return [p for p in pieces if p.head == weapon.head and p.area == piece.area]


def _extend(parse: Parse, group: Group, pieces: Sequence[Piece], groups: dict[int, Group]) -> None:
    """Takes in what hangs on the claim and stands right behind it: "… resulting in seven deaths"."""
    for piece in pieces:
        if piece.head in groups or piece.area != group.pieces[0].area or len(piece.words) > LONG:
            continue
        if parse.words[piece.first].lower in PREPOSED:
            continue
        hangs = parse.words[piece.head].dep in {"acl", "relcl", "advcl"} and not _has_own_subject(parse, piece.head)
        heads = {p.head for p in group.pieces}
        if hangs and parent(parse, piece.head) in heads and piece.first - group.words()[-1] in {1, 2}:
            group.pieces.append(piece)
            groups[piece.head] = group


def _has_own_subject(parse: Parse, head: int) -> bool:
    """Whether the clause has a subject that is no relative pronoun."""
    return any(
        parse.words[c].dep in SUBJECTS and parse.words[c].lower not in {"which", "who", "that"}
        for c in parse.children[head]
    )


def anchor_of(parse: Parse, head: int) -> int:
    """The clause whose subject the clause shares: "drove up, came in and set off a bomb" is one deed."""
    while parse.words[head].dep == "conj" and not _has_subject(parse, head):
        up = parent(parse, head)
        if up is None:
            break
        head = up
    return head


def _has_subject(parse: Parse, head: int) -> bool:
    return any(parse.words[c].dep in SUBJECTS for c in parse.children[head])


def _above(parse: Parse, piece: Piece, groups: dict[int, Group]) -> Group | None:
    """The group of the clause that holds the piece, if that is the same speaker's."""
    up = parent(parse, piece.head)
    while up is not None and up not in groups and parse.words[up].lower in LEAVING:
        up = parent(parse, up)  # "…, leaving five dead": what is left stands a clause deeper
    group = groups.get(up) if up is not None else None
    if group is None:
        return None
    # A content may begin in the middle of what is told: what stands right behind goes on with it.
    near = 0 < piece.first - group.words()[-1] <= 2 and parse.words[piece.head].dep in {"advcl", "acl", "conj"}
    return group if group.pieces[0].area == piece.area or near else None


def _joins(parse: Parse, group: Group, piece: Piece, evidence: Evidence) -> bool:
    """Whether the piece goes on with the group's claim instead of making one of its own."""
    word = parse.words[piece.head]
    own_subject = _has_subject(parse, piece.head)
    if word.lower in CAUSING:
        return False
    if word.dep == "acl" or (word.dep == "advcl" and not own_subject):
        return True
    if word.dep in {"advcl", "ccomp"} or parse.words[piece.first].lower in {"when", "as", "after"}:
        return not (group.has_attack and evidence.attack)
    if word.dep == "relcl" and any(word.head in e.nouns for e in group.evidence):
        return True  # "a bombing which targeted a bus"
    if word.dep == "relcl" and evidence.breach and not evidence.verbs and not evidence.nouns:
        return True  # "driven out by militiamen who emptied the shops"
    if word.dep == "relcl":
        return piece.first < group.head or not evidence.attack
    if word.dep == "conj" and not own_subject:
        return True
    if word.dep == "conj" and is_verb(word):
        return not (evidence.attack and group.has_attack) and _completes(parse, group, evidence)
    return not own_subject


def _completes(parse: Parse, group: Group, evidence: Evidence) -> bool:
    """Killed here, wounded there: one attack; killed here and killed there: two."""
    here = {parse.words[i].lower[:5] in INJURING for e in group.evidence for i in e.harm}
    there = {parse.words[i].lower[:5] in INJURING for i in evidence.harm}
    return not here & there


def _depth(parse: Parse, head: int) -> int:
    depth, up = 0, parent(parse, head)
    while up is not None:
        depth, up = depth + 1, parent(parse, up)
    return depth
