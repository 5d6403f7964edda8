"""Records as open data."""
