"""Findings as people and machines read them; nothing here creates one."""
