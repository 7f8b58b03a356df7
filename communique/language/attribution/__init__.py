"""Who said what: the trained tagger and what it found."""
