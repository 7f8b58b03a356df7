"""What was done against a truce: fire, harm, movement, hindrance, and what sort of violation it makes."""
