"""The Typst templates: ours, each of which an office may replace by a file of the same name."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path, PurePosixPath

from congkhai.catalogue import phrase
from congkhai.render.notices.text import CannotPrint

_SUFFIXES = {".typ", ".svg", ".png", ".jpg"}
_LARGEST = 2_000_000
_PACKAGE = re.compile(rb"@(?:preview|local)/")


@dataclass(frozen=True)
class Templates:
    """Template files by their path below the root that Typst sees, such as `lib/base.typ`."""

    files: Mapping[str, bytes]

    @cached_property
    def digest(self) -> str:
        """A text that changes when any file does."""
        total = hashlib.sha256()
        for name, data in sorted(self.files.items()):
            total.update(f"{name}\0{len(data)}\0".encode() + data)
        return total.hexdigest()

    @cached_property
    def _digests(self) -> dict[str, str]:
        return {}

    def digest_of(self, template: str) -> str:
        """A text that changes when a template does, or anything that it may use: not other kinds' templates.

        What it may use are pictures, the files of `lib/`, and every template whose name one of these mentions.
        """
        if template not in self._digests:
            used = {name for name in self.files if name.startswith("lib/") or not name.endswith(".typ")} | {template}
            others = set(self.files) - used
            while found := {o for o in others if any(o.encode() in self.files.get(name, b"") for name in used)}:
                used |= found
                others -= found
            self._digests[template] = Templates({name: self.files.get(name, b"") for name in used}).digest
        return self._digests[template]

    @classmethod
    def read(cls, own: Path | None = None) -> Templates:
        """Our templates with those of `own` (an office's `site_config/notices/`) in place of ours or beside them.

        The emblems of the office beside that folder come in as `emblem/NAME`. Files of kinds that templates do not
        use are passed over. Raises CannotPrint, its field being the file, for
        a symbolic link, a file over 2 MB, and a template that would fetch a package from the network.
        """
        found = dict(_walk(files(__package__).joinpath("templates"), ""))
        if own is not None and own.is_dir():
            found |= _office_files(own)
        if own is not None and (emblems := own.with_name("emblem")).is_dir():
            found |= {
                f"emblem/{name}": data for name, data in _office_files(emblems).items() if not name.endswith(".typ")
            }
        return cls(found)


def _walk(folder: Traversable, prefix: str) -> list[tuple[str, bytes]]:
    out: list[tuple[str, bytes]] = []
    for entry in sorted(folder.iterdir(), key=lambda e: e.name):
        if entry.is_dir():
            out += _walk(entry, f"{prefix}{entry.name}/")
        elif PurePosixPath(entry.name).suffix in _SUFFIXES:
            out.append((prefix + entry.name, entry.read_bytes()))
    return out


def _office_files(own: Path) -> dict[str, bytes]:
    out = {}
    for path in sorted(own.rglob("*")):
        name = path.relative_to(own).as_posix()
        if path.is_symlink():
            raise CannotPrint(name, phrase("refusals.template_link"))
        if path.is_dir() or path.suffix not in _SUFFIXES:
            continue
        if path.stat().st_size > _LARGEST:
            raise CannotPrint(name, phrase("refusals.template_file"))
        data = path.read_bytes()
        if path.suffix == ".typ" and _PACKAGE.search(data):
            raise CannotPrint(name, phrase("refusals.template_package"))
        out[name] = data
    return out
