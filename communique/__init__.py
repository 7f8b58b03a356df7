"""Communiqué reads reports about a conflict's talks and truce and keeps the record of who said what."""

from __future__ import annotations

from communique.domain.reading import Findings, Reading
from communique.domain.report import Report, Unread
from communique.domain.span import Span
from communique.errors import CommuniqueError
from communique.flow.door import read, read_all

__all__ = ["CommuniqueError", "Findings", "Reading", "Report", "Span", "Unread", "read", "read_all"]
