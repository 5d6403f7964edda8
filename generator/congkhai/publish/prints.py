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
class Printed:
    """The files, the links to them by record and by series, and what could not be printed."""

    outputs: tuple[Output, ...] = ()
    links: Mapping[Key, tuple[PaperLink, ...]] = field(default_factory=dict)
    sheets: Mapping[str, tuple[PaperLink, ...]] = field(default_factory=dict)
    refusals: tuple[Refusal, ...] = ()


@dataclass(frozen=True, slots=True)
class Prints:
    """All of it: the notices beside the ledger, their files, and the pictures of the guide to templates."""

    wall: Wall
    printed: Printed = field(default_factory=Printed)
    specimens: tuple[Specimen, ...] = ()
    pictures: tuple[Output, ...] = ()
