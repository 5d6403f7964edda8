"""The pictures of `site_config/emblem/`: read as bytes, and looked through for what must not be in them."""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

from congkhai.model.emblem import EMBLEMS

LARGEST = 200_000
#: Pixels that the shorter side of a PNG has at least: on paper it is 20 mm wide.
LEAST = 160

_PNG = b"\x89PNG\r\n\x1a\n"
_SVG = "http://www.w3.org/2000/svg"
#: What an emblem is drawn with. Texts are left out, for they would be set in whatever font is there.
_SHAPES = frozenset(
    {"svg", "g", "defs", "title", "desc", "path", "circle", "ellipse", "rect", "line", "polyline", "polygon", "use",
     "symbol", "linearGradient", "radialGradient", "stop", "clipPath", "mask", "metadata"}
)  # fmt: skip
_FAR = re.compile(r"url\(\s*['\"]?(?!#)|javascript:|data:|@import|expression\(", re.IGNORECASE)
_DECLARED = re.compile(rb"<!(?:DOCTYPE|ENTITY)|<\?(?!xml\s)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class EmblemFile:
    """A file as it was read. `fault` names a reason of the catalogue, empty when all is well; `detail` what it is."""

    data: bytes
    fault: str = ""
    detail: str = ""


def read_emblems(root: Path) -> Mapping[str, EmblemFile]:
    """Every file of the folder by its name; links are not followed."""
    folder = root / EMBLEMS
    if not folder.is_dir():
        return {}
    return {path.name: _read(path) for path in sorted(folder.iterdir()) if not path.name.startswith(".")}


def _read(path: Path) -> EmblemFile:
    if path.is_symlink() or not path.is_file():
        return EmblemFile(b"", "emblem_not_a_file")
    if path.stat().st_size > LARGEST:
        return EmblemFile(b"", "emblem_large", str(path.stat().st_size // 1000))
    data = path.read_bytes()
    fault, detail = next(_svg_faults(data) if path.suffix == ".svg" else _png_faults(data), ("", ""))
    return EmblemFile(data, fault, detail)


def _png_faults(data: bytes) -> Iterator[tuple[str, str]]:
    if not data.startswith(_PNG) or data[12:16] != b"IHDR" or len(data) < 33:
        yield "emblem_no_picture", "PNG"
        return
    width, height = struct.unpack(">II", data[16:24])
    if min(width, height) < LEAST:
        yield "emblem_small", f"{width} × {height}"


def _svg_faults(data: bytes) -> Iterator[tuple[str, str]]:
    from xml.etree import ElementTree  # slow to load, and seldom needed

    if found := _DECLARED.search(data):
        yield "emblem_unsafe", found[0].decode()
        return
    try:
        top = ElementTree.fromstring(data)  # noqa: S314 - what declares entities is refused above
    except (ElementTree.ParseError, ValueError):
        yield "emblem_no_picture", "SVG"
        return
    if top.tag != f"{{{_SVG}}}svg":
        yield "emblem_no_picture", "SVG"
    if "viewBox" not in top.attrib:
        yield "emblem_no_frame", "viewBox"
    for element in top.iter():
        yield from _element_faults(element)


def _element_faults(element: Element) -> Iterator[tuple[str, str]]:
    space, _, name = element.tag.rpartition("}")
    if space == f"{{{_SVG}" and name not in _SHAPES:
        yield "emblem_unsafe", f"<{name}>"
    for key, value in element.attrib.items():
        bare = key.rpartition("}")[2]
        outside = bare in {"href", "src"} and not value.startswith("#")
        if bare.lower().startswith("on") or outside or _FAR.search(value):
            yield "emblem_unsafe", f"{bare}="
