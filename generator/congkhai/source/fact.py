"""Facts: what is derived from an office's records once, and asked for by many pages, notices and rules.

`@fact` on a function of an office (or of a rule's context) and of records or texts makes it one. Its value is derived
once and kept; whoever asks for it has read that fact and not all that it was derived from, so that a page need not
be made again when the records behind a fact change but the fact does not. The function must be pure: it may use nothing
but its arguments and what it reads through them, and nothing may change its value afterwards.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from copy import copy
from dataclasses import dataclass, field
from datetime import date
from functools import wraps
from importlib import import_module
from typing import Concatenate, ParamSpec, Protocol, TypeVar, cast

from congkhai.source.repository import Key, Source
from congkhai.source.trace import Noting, note


@dataclass(frozen=True, slots=True)
class Derived:
    """A value with its readings; `fresh` when it was derived just now, and its readings are told."""

    value: object
    readings: Collection[str]
    fresh: bool = True


class Unopened(Derived):
    """A value that came as bytes from elsewhere, and is opened when somebody asks for it. Without bytes it is `()`."""

    __slots__ = ("_open", "data")
    _open: Callable[[bytes], object]
    data: bytes | None

    def __init__(self, data: bytes | None, readings: Collection[str], open: Callable[[bytes], object]) -> None:  # noqa: A002
        for name, one in (("data", data), ("readings", readings), ("fresh", True), ("_open", open)):
            object.__setattr__(self, name, one)

    def __getattr__(self, name: str) -> object:  # asked only for what is not there yet
        if name != "value":
            raise AttributeError(name)
        value = () if self.data is None else self._open(self.data)
        object.__setattr__(self, name, value)
        return value


P = ParamSpec("P")
R = TypeVar("R")


def _forgotten(_name: str) -> Derived | None:
    return None


@dataclass(slots=True)
class Facts:
    """The facts of an office that are known. `recall` may know a fact from an earlier time that still holds."""

    recall: Callable[[str], Derived | None] = _forgotten
    known: dict[str, Derived] = field(default_factory=dict)

    def get(self, name: str, derive: Callable[[], R]) -> R:
        """The value of a fact, derived when it is not known, and noted as read."""
        value = self.aside(name, derive)
        note(name)
        return value

    def aside(self, name: str, derive: Callable[[], R]) -> R:
        """The same without noting that it was read."""
        found = self.known.get(name)
        if found is None:
            found = self.recall(name)
            if found is None:
                with Noting() as readings:
                    value = derive()
                found = Derived(value, tuple(readings))
            self.known[name] = found
        return cast("R", found.value)


class Holder(Protocol):
    """An office, or what a rule may look at."""

    @property
    def day(self) -> date:
        """The day on which everything is looked at."""

    @property
    def facts(self) -> Facts:
        """What is known already."""


H = TypeVar("H", bound=Holder)

#: Parts the words of a fact's name.
PART = "\x1f"
#: In the place of a day.
_ALWAYS = "-"


def fact(function: Callable[Concatenate[H, P], R]) -> Callable[Concatenate[H, P], R]:
    """Make a function a fact of a day. Its arguments after the first must be records, keys or texts."""
    return _known(function, lambda holder: holder.day.isoformat())


def timeless(function: Callable[Concatenate[H, P], R]) -> Callable[Concatenate[H, P], R]:
    """Make a function a fact that is the same on all days."""
    return _known(function, lambda holder: _ALWAYS)


def _known(function: Callable[Concatenate[H, P], R], day: Callable[[Holder], str]) -> Callable[Concatenate[H, P], R]:
    label = f"={function.__module__}{PART}{function.__qualname__}{PART}"

    @wraps(function)
    def known(holder: H, /, *args: P.args, **kwargs: P.kwargs) -> R:
        name = label + PART.join([day(holder), *map(_word, args), *map(_word, kwargs.values())])
        facts = holder.facts
        found = facts.known.get(name)
        if found is not None:  # most are known, and asked for very often
            note(name)
            return cast("R", found.value)
        return facts.get(name, lambda: function(holder, *args, **kwargs))

    return known


def _word(arg: object) -> str:
    if isinstance(arg, Source):
        return f"s{arg.path}"
    if isinstance(arg, Key):
        return f"k{arg.kind}/{arg.office}/{arg.id}"
    if isinstance(arg, str):
        return f"t{arg}"
    raise TypeError(f"no argument of a fact: {arg!r}")


def on_day(holder: H, day: date) -> H:
    """The same holder on another day. Nothing of it is read, so that what is made late is not made for this."""
    found = copy(holder)
    object.__setattr__(found, "day", day)
    return found


def again(name: str, holder: Holder, sources: Callable[[str], Source | None]) -> bool:
    """Derive a fact by its name alone; say whether that could be done. `sources` gives the record of a path."""
    module, function, _day, *words = name[1:].split(PART)
    args: list[object] = []
    for word in words:
        arg: object = word[1:]
        if word[0] == "s":
            arg = sources(word[1:])
        elif word[0] == "k":
            kind, office, id_ = word[1:].split("/")
            arg = Key(kind, id_, office)
        args.append(arg)
    if None in args:
        return False
    getattr(import_module(module), function)(holder, *args)
    return True
