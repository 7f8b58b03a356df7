"""The record → events across reports: which are one, in what order, under which process."""
