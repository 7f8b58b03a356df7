"""`python -m bench.truce`: how truce and violation claims are read, incidents put together, rows placed in zones."""
