"""What the list of makers says of them."""

from __future__ import annotations

from congkhai.derive.office import Office
from congkhai.render.site.context import SiteContext
from congkhai.render.site.registry import MAKERS
from congkhai.source.repository import Repository
from tests.site.conftest import DAY
from tests.site.records import templates


def test_pages_of_makers_that_tell_nothing_have_no_text(repository: Repository):
    """Search begins to index before these are made."""
    context = SiteContext(Office(repository, DAY), templates(), {})
    silent = [page for maker in MAKERS if not maker.tells for page in maker(context)]
    assert len(silent) > 10
    assert [page.address for page in silent if page.search and page.search.text] == []
