"""The chrome of a site: drawn by the engine, or taken from the store."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.resources import files as package_files

from congkhai.catalogue import phrase
from congkhai.derive.office import Office
from congkhai.model.site import Site
from congkhai.publish import engines
from congkhai.publish.configuration import refused
from congkhai.publish.engines import EngineError
from congkhai.publish.program import program
from congkhai.publish.request import Request
from congkhai.publish.store import Store, digest_of
from congkhai.publish.tree import read_package, read_tree
from congkhai.render.site import chrome
from congkhai.render.site.chrome import Chrome


def draw_chrome(request: Request, office: Office, store: Store) -> tuple[Chrome, str]:
    """What surrounds every page, from the store when nothing of it changed, and a text that changes with it.

    Raises EngineError or ShellError.
    """
    with drawing_chrome(request, office.site, store, offices=office.repository.offices) as drawn:
        return drawn()


@contextmanager
def drawing_chrome(
    request: Request, site: Site, store: Store, *, offices: bool
) -> Iterator[Callable[[], tuple[Chrome, str]]]:
    """The same while other work is done: what is given here waits for it. Raises EngineError or OSError."""
    root, engine = request.root, request.engine
    engines.require(engine)
    own = read_package(package_files("congkhai.render.site").joinpath("overrides"))
    theme = {**own, **read_tree(root, "site_config/overrides")}
    config = (root / "mkdocs.yml").read_bytes()
    if found := refused(config):
        raise EngineError(phrase("cli.config_refused", found=found))
    tree = chrome.engine_input(site, config, read_tree(root, "docs"), theme, offices=offices)
    key = digest_of("chrome", program(), engine, *(part for item in sorted(tree.items()) for part in item))
    kept = store.get(key)
    if kept is not None:
        yield lambda: (pickle.loads(kept), key)  # noqa: S301 - written by ourselves, its checksum is right
        return
    with engines.drawing(tree, engine) as drawn:

        def taken() -> tuple[Chrome, str]:
            made = chrome.take(drawn())
            store.put(key, pickle.dumps(made, protocol=5))
            return made, key

        yield taken
