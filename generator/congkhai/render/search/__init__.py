"""What search is given to read."""
