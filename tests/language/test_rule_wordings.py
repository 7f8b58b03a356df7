"""The clause of an agreement that a claim invokes, in many wordings."""

from __future__ import annotations

import pytest

from .truce_reading import claims

CLAUSES = [
    ("The shelling of Velm violated paragraph 4 (b) of the memorandum.", "paragraph 4 (b)"),
    ("The shelling of Velm was a breach of Annex II.", "Annex II"),
    ("The shelling of Velm is contrary to the third article of the Qasrin Protocol.", "the third article"),
    ("The army shelled Velm, in violation of Articles 2 and 5.", "Articles 2 and 5"),
    ("The army shelled Velm in breach of § 3.", "§ 3"),
    ("The shelling of Velm was a breach of Chapter 3 of the memorandum.", "Chapter 3"),
    ("The shelling of Velm goes against point 6 of the Qasrin Protocol.", "point 6"),
    ("The shelling of Velm violated Article 3, paragraph 2, of the memorandum.", "Article 3, paragraph 2"),
    ("The shelling of Velm violated Rule 8.", "Rule 8"),
    ("The army shelled Velm contrary to the withdrawal clause of the memorandum.", "the withdrawal clause"),
    ("The army shelled Velm at point blank range.", ""),
    ("The army shelled Velm from point 5 km to the north.", ""),
    ("The newspaper's article 3 days earlier told of shelling at Velm.", ""),
]


@pytest.mark.parametrize(("text", "rule"), CLAUSES)
def test_the_clause_is_kept_and_no_other_number_is_taken_for_one(text: str, rule: str) -> None:
    truce, violations = claims(text)
    found = next((claim.rule for claim in (*violations, *truce) if claim.rule), "")
    assert found == rule
