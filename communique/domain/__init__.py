"""The nouns of the record: frozen, slotted, and free of imports from the rest of the package."""
