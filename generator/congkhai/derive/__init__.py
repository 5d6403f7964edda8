"""Facts computed from records and a given day: no I/O, no clock."""
