"""Numbers of violations: bounds, units, parts, periods, to whom they are laid; and tolls of harm."""
