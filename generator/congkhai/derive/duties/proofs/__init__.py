"""How each sort of evidence is read: one module per sort of record."""
