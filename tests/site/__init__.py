"""Pages, their chrome and their search, each piece by itself."""
