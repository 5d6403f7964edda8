"""Detectors of personal data: pure functions from a text to the places where it stands, one module per sort."""
