"""One page of each kind that a site has."""

from congkhai.render.site.shells import MANY, SHELLS
from tests.whole.conftest import Built


def one_of_each(built: Built) -> list[str]:
    """An address for each shell that has a page, and of the pages that are written by hand."""
    paths = [page.relative_to(built.folder).as_posix() for page in built.pages]
    pages = [path.removesuffix("index.html") for path in paths if path.endswith("index.html")]
    found = ["gioi-thieu/", "huong-dan/can-bo/", "404.html"]
    for shell in SHELLS.values():
        wanted = shell.address.split(MANY)[0]
        depth = shell.address.count("/")
        found += [at for at in pages if at.startswith(wanted) and at.count("/") == depth][:1]
    return list(dict.fromkeys(found))
