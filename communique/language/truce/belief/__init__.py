"""Whether what is told is told as true: asserted, denied, doubted, excused, unreal."""
