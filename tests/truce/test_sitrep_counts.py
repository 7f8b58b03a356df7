"""The situation report on counts, contradictions, refused access and steps."""

from __future__ import annotations

from communique.domain.incident import Party

from .sitreps import VELM, report, told
from .words import claim, counts, incident, says


def test_figures_that_differ_are_told_side_by_side_and_never_made_into_one() -> None:
    lines = told(report(VELM), "In the agreement's scope")
    assert "Harm: Killed: 3 (Pavel Drenko); at least 2 (Samir Lask). Injured: 5 (Samir Lask)." in lines


def test_counts_of_both_sides_are_never_added_up() -> None:
    found = report(opinions=(counts("Ardania", 15, "2031-03-18"), counts("Selmark", 11, "2031-03-18")))
    lines = told(found, "Tallies side by side")
    assert "18 March 2031 | Ardania | 15 | violation | not said | not said |  | " in lines
    assert "18 March: Ardania: 15, Selmark: 11; 4 violations apart." in lines
    assert not any("26" in sentence.text for sentence in found.sentences() if "March 2031" not in sentence.text)


def test_contradictions_are_told_by_kind() -> None:
    found = report(
        VELM,
        opinions=(
            says("Pavel Drenko", "holding", "2031-03-14", "Port Adel"),
            says("Dara Velisk", "broken", "2031-03-14", "Port Adel"),
        ),
    )
    assert told(found, "Contradictions") == [
        "Denial, Mortar fire, Velm, 14 March 2031: Dara Velisk denies it.",
        "Status: Port Adel, 14 March 2031: holding (Pavel Drenko), broken (Dara Velisk).",
    ]


def test_refusals_of_access_are_told_by_party() -> None:
    refused = claim("Ruta Sandvik", type="mechanism/monitor denied", accused=(Party("Varenian army"),))
    again = claim("Ruta Sandvik", "2031-03-15", type="mechanism/delayed", accused=(Party("Varenian army"),))
    lines = told(report(incident("Ondava", refused), incident("Velm road", again)), "Access of monitors")
    assert lines == [
        "Laid to Varenian army: two incidents. Ondava (14 March 2031): monitor denied; one origin. "
        "Velm road (15 March 2031): delayed; one origin."
    ]


def test_steps_called_for_announced_and_done_are_told_apart_lowest_rung_first() -> None:
    found = report(
        opinions=(
            says(
                "Dara Velisk",
                "broken",
                "2031-03-14",
                step="called for: ministers or the Security Council",
                step_text="take it to the Council",
            ),
            says(
                "Irena Sollos",
                "strained",
                "2031-03-15",
                step="called for: send a team",
                step_of=("Joint Monitoring Mission",),
            ),
            says("Ruta Sandvik", "strained", "2031-03-16", step="done: send a team"),
            says("Pavel Drenko", "holding", "2031-03-16", step="ruled out: none"),
        )
    )
    assert told(found, "Called for") == [
        "Irena Sollos (15 March), called for: send a team, of Joint Monitoring Mission.",
        "Dara Velisk (14 March), called for: ministers or the Security Council: “take it to the Council”.",
    ]
    assert told(found, "Done") == ["Ruta Sandvik (16 March), done: send a team."]
    assert told(found, "Ruled out") == ["Pavel Drenko (16 March), ruled out: no step is needed."]
