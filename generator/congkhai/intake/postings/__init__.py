"""Entries in the register of postings: what staff tell, turned into records."""
