"""Names that must differ throughout a file: the first to have one keeps it, the later are given another."""

from __future__ import annotations

from collections.abc import Callable

#: Makes another name out of a taken one, given the number of the part and how often it was tried before.
Another = Callable[[bytes, int, int], bytes]


def numbered(name: bytes, part: int, tries: int) -> bytes:
    """`2.U1x0y0`, `2.2.U1x0y0` and so on."""
    return b"%d." % part + name


class Renaming:
    """The names of one kind, such as those of structure elements."""

    def __init__(self, another: Another = numbered) -> None:
        self._another = another
        self._taken: set[bytes] = set()
        self._given: dict[tuple[int, bytes], bytes] = {}

    def of(self, part: int, name: bytes) -> bytes:
        """What a name of the nth part is called in the merged file; the same at each call."""
        if (part, name) not in self._given:
            made, tries = name, 0
            while made in self._taken:
                made, tries = self._another(made, part, tries), tries + 1
            self._taken.add(made)
            self._given[part, name] = made
        return self._given[part, name]
