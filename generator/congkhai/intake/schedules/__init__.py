"""Notices of reception of citizens as offices write them."""
