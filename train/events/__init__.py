"""Trains the event types' linear model and exports the encoder it stands on."""
