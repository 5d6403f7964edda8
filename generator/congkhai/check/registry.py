"""The visible list of all rules."""

from __future__ import annotations

from congkhai.check.rule import Rule
from congkhai.check.rules import references

RULES: tuple[Rule, ...] = (*references.RULES,)
