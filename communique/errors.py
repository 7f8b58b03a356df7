"""The one exception tree.

CommuniqueError
├── UnreadableSource     a document that cannot be turned into text
├── KnowledgeError       a knowledge or pack file that does not hold what it must
├── RecordError          a record that cannot be opened, written or migrated
└── SettingsError        a setting that is not allowed
"""

from __future__ import annotations


class CommuniqueError(Exception):
    """Base of every error raised on purpose; its text says what happened, why, and what is allowed."""


class UnreadableSource(CommuniqueError):
    """A document that cannot be turned into text."""


class KnowledgeError(CommuniqueError):
    """A knowledge or pack file that does not hold what it must."""


class RecordError(CommuniqueError):
    """A record that cannot be opened, written or migrated."""


class SettingsError(CommuniqueError):
    """A setting that is not allowed."""
