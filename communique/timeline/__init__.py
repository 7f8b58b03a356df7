"""The record → events across reports: which of them are one, in what order, in which round of which process."""
