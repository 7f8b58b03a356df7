"""Truce reading: opinions on where a truce stands, and alleged violations of it, each tied to its words."""

from communique.domain.truce import Part
from communique.language.truce.counting.breakdown import breakdown
from communique.language.truce.reading import find_truce, find_violations

__all__ = ["Part", "breakdown", "find_truce", "find_violations"]
