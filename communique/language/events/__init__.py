"""Events: what one actor did to another, in PLOVER's types."""
