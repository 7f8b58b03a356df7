"""Readings made by hand, set in an invented conflict: what the pages and the terminal are shown with."""

from .sample_statement import statement
from .sample_voice import voice
from .sample_wire import wire

__all__ = ["statement", "voice", "wire"]
