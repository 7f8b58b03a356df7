"""Trains the attribution tagger: who said what, and by which words."""
