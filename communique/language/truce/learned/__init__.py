"""What a small trained model reads of a truce: where claims stand, and what they say."""
