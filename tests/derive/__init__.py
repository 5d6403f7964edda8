"""Facts of a day."""
