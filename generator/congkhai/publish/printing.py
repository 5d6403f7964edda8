"""The notices of a build: gathered, printed where they changed, and held against the ledger of copies."""

from __future__ import annotations

import os
from collections.abc import Callable

from congkhai.derive.office import Office
from congkhai.publish.gallery import gallery
from congkhai.publish.papers import print_all
from congkhai.publish.prints import Prints
from congkhai.publish.request import Request
from congkhai.publish.store import Store
from congkhai.publish.tree import read_tree
from congkhai.publish.workers import one, threads, workers
from congkhai.render.notices.wall import draw, wall
from congkhai.render.site.gallery import PLACE
from congkhai.source.ledger import Ledger


def print_notices(
    request: Request, office: Office, ledger: Ledger, store: Store, step: Callable[[int, int], None]
) -> Prints:
    """Print all notices of an office. Raises CannotPrint or NoClusterError when nothing can be printed at all."""
    root = request.root
    own, drawn = root / "site_config/notices", draw(office)
    printed = print_all(drawn, own, store, step, one if request.alone else workers(request.scheduler))
    copied = wall(office, drawn, ledger.copies)
    if not any(PLACE in data for data in read_tree(root / "docs").values()):
        return Prints(copied, printed)
    with threads(1 if request.alone else os.cpu_count() or 1) as executor:
        specimens, pictures = gallery(drawn, own, store, executor)
    return Prints(copied, printed, specimens, tuple(pictures))
