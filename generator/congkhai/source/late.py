"""Values that are made when they are first asked for, and whose reading is noted."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from congkhai.source.trace import note


class Late:
    """Stands for a value until it is asked for."""

    __slots__ = ("_made", "_make")

    def __init__(self, make: Callable[[], Any]) -> None:
        self._make: Callable[[], Any] | None = make
        self._made: Any = None

    def get(self) -> Any:  # noqa: ANN401 - a value of any type
        """The value."""
        if self._make is not None:
            self._made, self._make = self._make(), None
        return self._made


def late(make: Callable[[], Any]) -> Any:  # noqa: ANN401 - it stands for a value of whatever type the attribute has
    """A value to be made when an attribute that is :class:`Noted` is read for the first time."""
    return Late(make)


class Noted:
    """An attribute whose reading is noted as `#name`; a late value is made then."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __get__(self, holder: object | None, owner: type) -> Any:  # noqa: ANN401
        if holder is None:
            raise AttributeError(self._name)
        note(f"#{self._name}")
        value = holder.__dict__[self._name]
        return value.get() if isinstance(value, Late) else value

    def __set__(self, holder: object, value: object) -> None:
        holder.__dict__[self._name] = value
