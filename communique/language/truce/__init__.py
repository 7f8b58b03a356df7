"""Truce reading: opinions on where a truce stands, and alleged violations of it, each tied to its words."""

from communique.language.truce.breakdown import Part, breakdown
from communique.language.truce.claims import find_truce
from communique.language.truce.violations import find_violations

__all__ = ["Part", "breakdown", "find_truce", "find_violations"]
