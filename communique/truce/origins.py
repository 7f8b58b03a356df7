"""Independent origins: how many voices really stand behind a set of claims, and why two of them count as one.

Ten articles that quote one minister are one origin. So is a minister and the army, or a party and the outlet it owns:
each side counts once. An outlet's own words count only where nobody else's words came through it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from rapidfuzz import fuzz

from communique.domain.incident import IncidentClaim
from communique.record.names import folded
from communique.truce.sides import Sides

ALIKE = 92.0  # of 100: a copy with a word changed; two writers of one fact stay below 80
LONG = 60  # characters below which two writers may well choose the same words
UNNAMED = "unnamed source"
# By these a speaker answers to what others told, and vouches for none of it.
REACTING = frozenset({"condemns", "regrets", "condoles", "is concerned", "asks", "calls for", "hopes", "expects"})

# The seam for copies across the record: why one claim's report is a copy of the other's, None where it is none.
Copies = Callable[[IncidentClaim, IncidentClaim], str | None]


@dataclass(frozen=True, slots=True)
class Origin:
    """One independent voice: its name, the keys of its claims, and why those that are not in its name count to it."""

    name: str
    claims: tuple[str, ...]
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Voices:
    """Who speaks for whom."""

    sides: tuple[Sides, ...]
    keys: Mapping[str, str]  # by folded name
    _roots: dict[tuple[str, ...], str] = field(default_factory=dict, compare=False, repr=False)

    @staticmethod
    def of(sides: Iterable[Sides]) -> Voices:
        """Of what packs know; an earlier pack's word stands where two differ."""
        known = tuple(sides)
        keys: dict[str, str] = {}
        for one in known:
            for key, name in one.names.items():
                if not key.startswith(":"):
                    keys.setdefault(folded(name), key)
        return Voices(known, keys)

    def root(self, claim: IncidentClaim) -> str:
        """What the claim's speaker belongs to at the last, as a key or a folded name: the same for one origin."""
        asked = (claim.cited.origin, *claim.voice)
        if asked not in self._roots:  # a table of a hundred thousand rows has a hundred sources
            self._roots[asked] = self._root(claim.cited.origin, claim.voice)
        return self._roots[asked]

    def _root(self, origin: str, voice: tuple[str, ...]) -> str:
        known = self.keys.get(folded(origin))
        roots = [(key, self.top(key)) for key in (voice or ((known,) if known else ()))]
        # A person whom nothing known places speaks for the body that the report gives the office of.
        placed = next((root for key, root in roots if root != key), None)
        return placed or (roots[-1][1] if roots else folded(origin))

    def called(self, root: str) -> str:
        """The name behind a root; a folded name as it is."""
        return next((one.name(root) for one in self.sides if one.knows(root)), root.strip())

    def top(self, key: str) -> str:
        """The key of what a key belongs to at the last; the key itself where nothing is known of it."""
        for one in self.sides:
            if one.knows(key):
                return self._climbed(one, key)
        return key

    def _climbed(self, sides: Sides, key: str) -> str:
        """Up to the state or the body that is part of nothing; the national parts of a joint body stay apart."""
        at = key
        for _ in range(len(sides.above(key))):
            up = (at.partition(":")[0],) if ":" in at else sides.part_of.get(at, ())
            if len(up) != 1 or sides.side.get(at) == "monitor":
                break
            at = up[0]
        return at


def origins(claims: Sequence[IncidentClaim], voices: Voices, copies: Copies | None = None) -> tuple[Origin, ...]:
    """The independent origins of claims about one happening, in the order in which they first speak.

    `copies` says which reports copy which, where that is known beyond the wording of the claims themselves.
    """
    heaps = _Heaps(claims, voices)
    heaps.by_voice()
    heaps.by_wording(copies)
    heaps.own_words()
    heaps.second_hand()
    return heaps.origins()


class _Heaps:
    """Claims put on heaps, one an origin."""

    def __init__(self, claims: Sequence[IncidentClaim], voices: Voices) -> None:
        self._claims, self._voices = claims, voices
        self._heaps: list[list[IncidentClaim]] = []
        self._reasons: list[list[str]] = []

    def by_voice(self) -> None:
        """One heap for each voice; speakers without a name are told apart by nothing but who carries their words."""
        at: dict[tuple[bool, str], int] = {}
        for claim in self._claims:
            carrier = claim.cited.chain[-2] if len(claim.cited.chain) > 1 else claim.cited.source
            root = folded(carrier) if _nameless(claim) else self._voices.root(claim)
            heap = at.setdefault((_nameless(claim), root), len(self._heaps))
            if heap == len(self._heaps):
                self._heaps.append([])
                self._reasons.append([])
            self._add(heap, claim)

    def by_wording(self, copies: Copies | None) -> None:
        """Heaps of which one repeats the other's words become one."""
        for later in range(len(self._heaps) - 1, 0, -1):
            for earlier in range(later):
                why = _repeated(self._heaps[earlier], self._heaps[later], copies)
                if why:
                    self._merge(later, earlier, why)
                    break

    def second_hand(self) -> None:
        """A headline sums up what its report tells below, and who condemns an attack has heard of it from others."""
        for at in range(len(self._heaps) - 1, -1, -1):
            heap, others = self._heaps[at], [n for n in range(len(self._heaps)) if n != at]
            reports = {claim.cited.report for claim in heap}
            below = next((n for n in others if _told_in(self._heaps[n], reports)), None)
            told = next((n for n in others if not _reacts(self._heaps[n]) and not _mentions(self._heaps[n])), None)
            if below is not None and all(claim.heading for claim in heap):
                self._merge(at, below, "a headline sums up what its report tells")
            elif (named := next((n for n in others if self._names(self._heaps[n], heap)), None)) is not None:
                self._merge(
                    at, named, f"“{_voice(heap[0])}” may be {_voice(self._heaps[named][0])}, named in one report"
                )
            elif told is not None and _reacts(heap):
                self._merge(at, told, f"{_voice(heap[0])} answers to what others told")
            elif told is not None and _mentions(heap):
                self._merge(at, told, f"{_voice(heap[0])} only speaks of what others told")

    def own_words(self) -> None:
        """An outlet that tells a thing itself and passes on another's word for it has it from there."""
        for at in range(len(self._heaps) - 1, -1, -1):
            heap = self._heaps[at]
            if not all(self._is_outlets(claim) for claim in heap):
                continue
            outlet = heap[0].cited.origin
            found = next((n for n, other in enumerate(self._heaps) if n != at and self._carried(other, heap)), None)
            if found is not None:
                self._merge(at, found, f"{outlet} tells it in its own words beside those it passes on")

    def origins(self) -> tuple[Origin, ...]:
        """What the heaps come to."""
        return tuple(
            Origin(_name(heap), tuple(claim.key for claim in heap), tuple(dict.fromkeys(reasons)))
            for heap, reasons in zip(self._heaps, self._reasons, strict=True)
        )

    def _names(self, heap: Sequence[IncidentClaim], described: Sequence[IncidentClaim]) -> bool:
        """Whether the heap has a voice by name in each report in which the other has none but a description."""
        named = {claim.cited.report for claim in heap if claim.voice}
        return all(_described(claim) and claim.cited.report in named for claim in described)

    def _add(self, heap: int, claim: IncidentClaim) -> None:
        first = self._heaps[heap][0] if self._heaps[heap] else claim
        self._heaps[heap].append(claim)
        one, other = first.cited.origin, claim.cited.origin
        if folded(one) != folded(other) and not _nameless(claim):
            common = self._voices.called(self._voices.root(claim))
            self._reasons[heap].append(f"{one} and {other} both speak for {common}")

    def _merge(self, gone: int, into: int, why: str) -> None:
        self._heaps[into] += self._heaps[gone]
        self._reasons[into] += [*self._reasons[gone], why]
        del self._heaps[gone], self._reasons[gone]

    def _is_outlets(self, claim: IncidentClaim) -> bool:
        """Whether an outlet tells it on its own authority: its own report, or one that only credits it."""
        return claim.own or (not _nameless(claim) and self._carries(claim.cited.origin))

    def _carries(self, name: str) -> bool:
        return any(folded(name) in {folded(link) for link in claim.cited.chain[:-1]} for claim in self._claims)

    def _carried(self, heap: Sequence[IncidentClaim], own: Sequence[IncidentClaim]) -> bool:
        """Whether a claim of the heap came through the outlet of `own`, or stands in the same report."""
        outlets = {folded(claim.cited.origin) for claim in own if claim.cited.chain}
        reports = {claim.cited.report for claim in own}
        return any(
            claim.cited.report in reports or outlets & {folded(link) for link in claim.cited.chain[:-1]}
            for claim in heap
        )


def _told_in(heap: Sequence[IncidentClaim], reports: set[str]) -> bool:
    return any(claim.cited.report in reports and not claim.heading for claim in heap)


def _described(claim: IncidentClaim) -> bool:
    """Whether the speaker is only described ("monitoring group") and has no name."""
    return not claim.own and not claim.anonymous and not claim.voice and claim.cited.origin[:1].islower()


def _reacts(heap: Sequence[IncidentClaim]) -> bool:
    return all(claim.stance in REACTING for claim in heap)


def _mentions(heap: Sequence[IncidentClaim]) -> bool:
    """Whether a voice only speaks of it as known, or answers to it, and never tells of it."""
    return all(claim.mention or claim.stance in REACTING for claim in heap)


def _nameless(claim: IncidentClaim) -> bool:
    """Whether neither the speaker nor a body for which it speaks has a name."""
    return claim.anonymous and not claim.voice


def _repeated(one: Sequence[IncidentClaim], other: Sequence[IncidentClaim], copies: Copies | None) -> str | None:
    for first in one:
        for second in other:
            if copies is not None and (why := copies(first, second)):
                return why
            if first.cited.report != second.cited.report and _alike(first, second):
                return f"{_voice(second)} repeats the words of {_voice(first)}"
    return None


def _alike(one: IncidentClaim, other: IncidentClaim) -> bool:
    words, others = one.cited.quotation, other.cited.quotation
    if min(len(words), len(others)) < LONG or one.cited.row is not None or other.cited.row is not None:
        return False
    return fuzz.ratio(words, others, score_cutoff=ALIKE) >= ALIKE


def _name(heap: Sequence[IncidentClaim]) -> str:
    """That of a claim that tells it by name; a report's own words and reactions only where there is none."""
    named = [claim for claim in heap if not claim.anonymous and not claim.own and claim.stance not in REACTING]
    nameless = [claim for claim in heap if claim.anonymous]
    if named or not nameless:
        return _voice(named[0] if named else heap[0])
    # "A doctor says" of a headline is the doctor at the town hospital of the text.
    fullest = max(nameless, key=lambda claim: len(claim.cited.described or ""))
    called = fullest.cited.described or ""
    one = all(called.startswith(claim.cited.described or "") for claim in nameless)
    return _voice(fullest) if one else _unnamed(fullest)


def _voice(claim: IncidentClaim) -> str:
    """The speaker's name, or what a report calls one who has none: "doctor at the town hospital (Meridian)"."""
    if not claim.anonymous:
        return claim.cited.origin
    described = claim.cited.described
    carrier = claim.cited.chain[-2] if len(claim.cited.chain) > 1 else ""
    return f"{described}{f' ({carrier})' if carrier else ''}" if described else _unnamed(claim)


def _unnamed(claim: IncidentClaim) -> str:
    carrier = f" of {claim.cited.chain[-2]}" if len(claim.cited.chain) > 1 else ""
    return f"{UNNAMED}{carrier}"


def withdrawn(claims: Sequence[IncidentClaim], voices: Voices) -> tuple[IncidentClaim, ...]:
    """The claims, with those marked as taken back that their own voice or outlet took back in a later report.

    An outlet takes back what it told itself and what it passed on from people without a name; a named speaker stays by
    his words until he takes them back.
    """
    back = [claim for claim in claims if claim.retracted]
    if not back:
        return tuple(claims)
    return tuple(
        replace(claim, retracted=True) if any(_takes_back(one, claim, voices) for one in back) else claim
        for claim in claims
    )


def _takes_back(back: IncidentClaim, claim: IncidentClaim, voices: Voices) -> bool:
    if claim.polarity != "asserted" or (claim.cited.published or "") > (back.cited.published or "9999"):
        return False
    if voices.root(back) == voices.root(claim) and not _nameless(claim):
        return True
    passed_on = folded(back.cited.origin) in {folded(link) for link in claim.cited.chain}
    return passed_on and (claim.own or claim.anonymous)
