"""Who said what, in two hundred texts of our own: the regression table and the held part that is only scored."""
