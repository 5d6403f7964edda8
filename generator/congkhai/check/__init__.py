"""Rules over records: each yields findings and prints nothing."""
