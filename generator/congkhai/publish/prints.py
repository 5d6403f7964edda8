"""What was printed in a build."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from congkhai.derive.copies import Wall
from congkhai.publish.output import Output
from congkhai.render.site.context import PaperLink
from congkhai.render.site.gallery import Specimen
from congkhai.source.repository import Key

if TYPE_CHECKING:
    from congkhai.render.notices.notice import Refusal


@dataclass(frozen=True, slots=True)
class Prints:
    """The notices beside the ledger, how many files of them the site has and what could not be printed.

    There are links to them by record and by series, and pictures for the guide to templates.
    """

    wall: Wall
    count: int = 0
    links: Mapping[Key, tuple[PaperLink, ...]] = field(default_factory=dict)
    sheets: Mapping[str, tuple[PaperLink, ...]] = field(default_factory=dict)
    refusals: tuple[Refusal, ...] = ()
    specimens: tuple[Specimen, ...] = ()
    pictures: tuple[Output, ...] = ()
