"""Where a clause says a truce stands: what it speaks of, with which predicate, in which mood."""
