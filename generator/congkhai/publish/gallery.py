"""Pictures of every kind of notice from the office's own data, for the guide to templates."""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Executor, Future

from congkhai.publish.output import Output
from congkhai.publish.slips import Slip
from congkhai.publish.store import Store, digest_of
from congkhai.render.notices.kinds import KINDS, NoticeKind
from congkhai.render.notices.notice import Notice, Refusal
from congkhai.render.notices.templates import Templates
from congkhai.render.site.gallery import Specimen

#: Dots an inch at which A4 is drawn; other papers come out as wide as that.
_DOTS = 84.0
_FOLDER = "hinh/mau-in/"


def gallery(
    slips: Sequence[Slip],
    whole: Callable[[Slip], Notice | Refusal],
    templates: Callable[[], Templates],
    store: Store,
    executor: Executor,
) -> tuple[tuple[Specimen, ...], tuple[Output, ...]]:
    """What the guide shows of each kind, in the order of kinds, and the files of the pictures.

    A picture is made again only when the notice or the templates changed: only then the `whole` notice of a slip is
    asked for. A kind that the office does not print, or whose notice is refused, has no picture.
    """
    chosen = [(kind, _first(kind, slips)) for kind in KINDS]
    drawing: dict[str, bytes | Future[bytes | Refusal]] = {}
    for kind, slip in chosen:
        if slip:
            drawing[kind.name] = store.get(_key(slip)) or executor.submit(_draw, whole(slip), templates())
    specimens, outputs = [], []
    for kind, slip in chosen:
        picture = _kept(drawing[kind.name], slip, store) if slip else None
        if slip and picture:
            outputs.append(Output(f"{_FOLDER}{kind.name}.png", picture, slip.sources))
        specimens.append(_specimen(kind, slip if picture else None, picture or b""))
    return tuple(specimens), tuple(outputs)


def _first(kind: NoticeKind, slips: Iterable[Slip]) -> Slip | None:
    """The notice that is shown: one with middling much to say, on the smallest paper of its kind."""
    mine = [slip for slip in slips if slip.kind == kind.name and slip.paper == kind.papers[0].value]
    ordered = sorted(mine, key=lambda slip: (slip.size, slip.address))
    return ordered[len(ordered) // 2] if ordered else None


def _draw(notice: Notice | Refusal, templates: Templates) -> bytes | Refusal:
    if isinstance(notice, Refusal):
        return notice
    from congkhai.render.notices.press import Press  # slow to load, and seldom needed

    with Press(templates) as press:
        return press.picture(notice, _DOTS / notice.name.paper.scale)


def _kept(made: bytes | Future[bytes | Refusal], slip: Slip, store: Store) -> bytes | None:
    if isinstance(made, bytes):
        return made
    drawn = made.result()
    if isinstance(drawn, Refusal):
        return None
    store.put(_key(slip), drawn)
    return drawn


def _key(slip: Slip) -> str:
    return digest_of("picture", str(_DOTS), slip.key)


def _specimen(kind: NoticeKind, notice: Slip | None, picture: bytes) -> Specimen:
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
