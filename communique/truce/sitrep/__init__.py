"""The situation report of one agreement over one period: what is claimed, by whom, and how well it is supported."""

from communique.truce.sitrep.compose import situation_report
from communique.truce.sitrep.content import SituationReport
from communique.truce.sitrep.material import Material, Period, gather

__all__ = ["Material", "Period", "SituationReport", "gather", "situation_report"]
