"""The record → agreements, zones, incidents, status over time, situation reports."""
