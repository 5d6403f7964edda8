"""What one build leaves for the next in the same process, so that it need not be read again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from congkhai.publish.standing import Standing, standing
from congkhai.source.opened import Opened


class Recent:
    """Lists as they were read last, and the files of the site as they were written last.

    `looked` tells how those stand where somebody has looked already. Nothing is held for long unless there is to be a
    next build: `lasting`.
    """

    def __init__(self, looked: Callable[[], Standing] | None = None, *, lasting: bool = False) -> None:
        self._looked = looked
        self._left: Standing | None = None
        self._lasting = lasting
        self.opened = Opened() if lasting else None

    def standing(self, site: Path) -> Standing:
        """How the files of the site stand."""
        looked, self._looked = self._looked, None
        return looked() if looked else standing(site, self._left)

    def leave(self, left: Callable[[], Standing]) -> None:
        """Remember how a build leaves the site."""
        if self._lasting:
            self._left = left()
