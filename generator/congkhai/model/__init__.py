"""Frozen, typed records: one noun per module, no I/O and no clock."""
