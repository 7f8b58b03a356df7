"""What the thirty reports of two weeks of a truce must give, decided by hand, and how it is compared."""
