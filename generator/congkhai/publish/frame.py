"""The chrome of a site: drawn by the engine, or taken from the store."""

from __future__ import annotations

from importlib.resources import files as package_files

from congkhai.derive.office import Office
from congkhai.publish import engines
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
    root, engine = request.root, request.engine
    engines.require(engine)
    own = read_package(package_files("congkhai.render.site").joinpath("overrides"))
    theme = {**own, **read_tree(root / "site_config/overrides")}
    config = (root / "mkdocs.yml").read_bytes()
    tree = chrome.engine_input(office.site, config, read_tree(root / "docs"), theme, offices=office.repository.offices)
    key = digest_of("chrome", program(), engine, *(part for item in sorted(tree.items()) for part in item))
    files = store.get_files(key)
    if files is None:
        files = engines.draw(tree, engine)
        store.put_files(key, files)
    return chrome.take(files), key
