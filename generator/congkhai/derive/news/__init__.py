"""What is new, as entries of feeds: each has a name that never changes."""
