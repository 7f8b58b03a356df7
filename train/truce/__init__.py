"""Training of the model that reads claims about a truce."""
