"""How the claims of one report follow on each other: which tell on of what the one before them told.

A report names the day and the place once. What comes behind without a day or without a place goes on telling of it, if
it is of the same kind or too vague to be of another.
"""

from __future__ import annotations

from collections.abc import Sequence

from communique.truce.kinship import VAGUE, kinship
from communique.truce.traits import Traits, names_of

REACH = 900  # characters: two paragraphs of a wire report


def leads(told: Sequence[Traits]) -> dict[int, int]:
    """By the number of a claim that goes on telling: the number of the claim it goes on from.

    `told` are the claims of one report. What a headline sums up stands below it, so that it leads to the first.
    """
    order = sorted(range(len(told)), key=lambda number: _at(told[number]))
    found: dict[int, int] = {}
    for rank, number in enumerate(order):
        if told[number].settled:
            continue
        heading = told[number].claim.heading
        near = order[rank + 1 :] if heading else reversed(order[:rank])
        lead = next((other for other in near if _leads(told[other], told[number], heading=heading)), None)
        if lead is not None and not _torn(told[number], told):
            found[number] = lead
    return found


def _torn(after: Traits, told: Sequence[Traits]) -> bool:
    """Whether a claim with a kind of its own fits several deeds of its report: it may as well be one more."""
    if _vague(after):
        return False
    fitting = [one for one in told if one.settled and kinship(one.claim.type, after.claim.type) == "same"]
    return len({(one.first, one.place) for one in fitting}) > 1


def _leads(lead: Traits, after: Traits, *, heading: bool) -> bool:
    """Whether the claim is the one from which the other goes on; a headline may stand far above it."""
    begun = _begun(lead) and (after.claim.mention or _bare(after))
    if not lead.settled and not begun and not _asked_about(lead, after):
        return False
    near = heading or abs(_at(after) - _at(lead)) <= REACH
    return near and not of_another(lead, after) and _of_its_kind(lead, after)


def of_another(one: Traits, other: Traits) -> bool:
    """Whether one of them denies what somebody else did: "the army did not return fire" says nothing of the Guard."""
    if (one.claim.polarity == "asserted") == (other.claim.polarity == "asserted"):
        return False
    accused = [names_of(party for party in each.claim.accused if not party.described) for each in (one, other)]
    return bool(accused[0] and accused[1]) and accused[0].isdisjoint(accused[1])


def _asked_about(lead: Traits, after: Traits) -> bool:
    """Whether a denial is of what was asked: "Asked about the strike, he denied that his aircraft had taken part"."""
    return lead.claim.mention and _bare(after) and after.claim.polarity != "asserted"


def _begun(lead: Traits) -> bool:
    """Whether a deed is told that has a day or a place, and a kind: "early this morning warplanes bombed Tessel"."""
    return not _vague(lead) and not _bare(lead)


def _bare(after: Traits) -> bool:
    return after.first is None and after.place is None


def _of_its_kind(lead: Traits, after: Traits) -> bool:
    kind = kinship(lead.claim.type, after.claim.type)
    if kind == "disputed" and after.claim.mention:
        return lead.place == after.place  # "the bombardment", of what warplanes did: one report, one place, one deed
    if kind is None or kind == "disputed":
        return kind is None and _answers(lead, after)
    return kind == "same" or _vague(after)


def _vague(after: Traits) -> bool:
    """Whether it is too vague to be a deed of its own: a toll, a denial, words that point back."""
    claim = after.claim
    return claim.type.rpartition("/")[2] in VAGUE or claim.polarity != "asserted" or claim.mention


def _answers(lead: Traits, after: Traits) -> bool:
    """Whether "its aircraft had not flown there" answers that aircraft struck."""
    from_the_air = {"fire/air strike", "fire/helicopter", "fire/drone"}
    return after.claim.polarity == "denied" and {lead.claim.type, after.claim.type} <= from_the_air | {
        "posture/overflight"
    }


def _at(traits: Traits) -> int:
    spans = traits.claim.cited.spans
    return spans[0][0] if spans else 0
