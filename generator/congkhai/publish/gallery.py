"""Pictures of every kind of notice from the office's own data, for the guide to templates."""

from __future__ import annotations

import struct
from concurrent.futures import Executor, Future
from pathlib import Path

from congkhai.publish.output import Output
from congkhai.publish.store import Store, digest_of
from congkhai.render.notices.kinds import KINDS, NoticeKind
from congkhai.render.notices.notice import Notice, Refusal
from congkhai.render.notices.press import Press
from congkhai.render.notices.templates import Templates
from congkhai.render.notices.wall import Drawn
from congkhai.render.site.gallery import Specimen

#: Dots an inch at which A4 is drawn; other papers come out as wide as that.
_DOTS = 84.0
_FOLDER = "hinh/mau-in/"


def gallery(found: Drawn, own: Path, store: Store, executor: Executor) -> tuple[tuple[Specimen, ...], list[Output]]:
    """What the guide shows of each kind, in the order of kinds, and the files of the pictures.

    A picture is made again only when the notice or the templates changed. A kind that the office does not print, or
    whose notice is refused, has no picture.
    """
    templates = Templates.read(own)
    chosen = [(kind, _first(kind, found)) for kind in KINDS]
    drawing = {kind.name: _drawn(notice, templates, store, executor) for kind, notice in chosen if notice}
    specimens, outputs = [], []
    for kind, notice in chosen:
        picture = _kept(drawing[kind.name], notice, templates, store) if notice else None
        if notice and picture:
            outputs.append(Output(f"{_FOLDER}{kind.name}.png", picture, notice.sources))
        specimens.append(_specimen(kind, notice if picture else None, picture or b""))
    return tuple(specimens), outputs


def _first(kind: NoticeKind, found: Drawn) -> Notice | None:
    """The notice that is shown: one with middling much to say, on the smallest paper of its kind."""
    mine = [n for n in found.notices if n.name.kind == kind.name and n.name.paper is kind.papers[0]]
    ordered = sorted(mine, key=lambda notice: (len(str(notice.facts)), notice.address))
    return ordered[len(ordered) // 2] if ordered else None


def _drawn(notice: Notice, templates: Templates, store: Store, executor: Executor) -> bytes | Future[bytes | Refusal]:
    return store.get(_key(notice, templates)) or executor.submit(_draw, notice, templates)


def _draw(notice: Notice, templates: Templates) -> bytes | Refusal:
    with Press(templates) as press:
        return press.picture(notice, _DOTS / notice.name.paper.scale)


def _kept(made: bytes | Future[bytes | Refusal], notice: Notice, templates: Templates, store: Store) -> bytes | None:
    if isinstance(made, bytes):
        return made
    drawn = made.result()
    if isinstance(drawn, Refusal):
        return None
    store.put(_key(notice, templates), drawn)
    return drawn


def _key(notice: Notice, templates: Templates) -> str:
    return digest_of("picture", str(_DOTS), notice.key(templates))


def _specimen(kind: NoticeKind, notice: Notice | None, picture: bytes) -> Specimen:
    width, height = struct.unpack(">II", picture[16:24]) if picture else (0, 0)
    return Specimen(
        kind=kind.name,
        template=f"{kind.template}.typ",
        papers=tuple(paper.value.upper() for paper in kind.papers),
        picture=f"{_FOLDER}{kind.name}.png" if picture else "",
        width=width,
        height=height,
        file=notice.address if notice else "",
    )
