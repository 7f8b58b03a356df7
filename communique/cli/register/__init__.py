"""The commands under `communique incidents`."""
