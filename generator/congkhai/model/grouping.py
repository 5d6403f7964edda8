"""Whole numbers as Vietnamese write them."""

from __future__ import annotations


def grouped(number: int) -> str:
    """`1.234.567`: digits in threes, parted by points."""
    return f"{number:,}".replace(",", ".")
