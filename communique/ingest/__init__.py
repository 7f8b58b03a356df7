"""Ingest: bytes → reports. Files, folders, standard input or a text in memory, each with the anatomy of a report.

`take` reads sources, `take_text` a text in memory, `Intake` bounds what is read.
"""

from communique.ingest.intake import Intake
from communique.ingest.taking import take, take_text

__all__ = ["Intake", "take", "take_text"]
