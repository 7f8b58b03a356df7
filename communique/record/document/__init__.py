"""A reading as one JSON object in the format "communique/1", and back: the form in which it is printed and kept."""

from communique.record.document.codec import decoded, encoded

__all__ = ["decoded", "encoded"]
