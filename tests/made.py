"""What a folder in git cannot hold, or should not: made when the case of that name is laid out."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from pathlib import Path

from tests.photograph import jpeg, taken_at_home

PLAIN = b"name: Th\xe1\xbb\xad\nsummary: M\xe1\xbb\x99t c\xc3\xa2u.\n"


def _field(data: bytes) -> Callable[[Path], None]:
    def make(root: Path) -> None:
        (root / "content/fields/thu.yml").write_bytes(data)

    return make


def _fifty_megabytes(root: Path) -> None:
    path = root / "content/fields/thu.yml"
    path.write_bytes(PLAIN)
    os.truncate(path, 50_000_000)


def _folder_named_as_file(root: Path) -> None:
    (root / "content/fields/thu.yml").mkdir()
    (root / "content/fields/thu.yml/trong.yml").write_bytes(PLAIN)


def _site_is_folder(root: Path) -> None:
    (root / "site_config/site.yml").unlink()
    (root / "site_config/site.yml").mkdir()


def _dangling_link(root: Path) -> None:
    (root / "content/fields/thu.yml").symlink_to("khong-co.yml")


def _link_circle(root: Path) -> None:
    (root / "content/fields/a.yml").symlink_to("b.yml")
    (root / "content/fields/b.yml").symlink_to("a.yml")


def _link_outside(root: Path) -> None:
    (root.parent / "bi-mat.yml").write_bytes(PLAIN)
    (root / "content/fields/thu.yml").symlink_to("../../../bi-mat.yml")
    (root / "content/fields/tuyet-doi.yml").symlink_to(root.parent / "bi-mat.yml")


def _linked_folders(root: Path) -> None:
    outside = root.parent / "ngoai"
    outside.mkdir()
    (outside / "thu.yml").write_bytes(PLAIN)
    (root / "content/fields/ngoai").symlink_to(outside)
    (root / "content/fields/trong").symlink_to("../units")


def _pipe(root: Path) -> None:
    os.mkfifo(root / "content/fields/thu.yml")


def _names_that_spoil_reports(root: Path) -> None:
    folder = os.fsencode(root / "content/fields")
    for name in (b"\xff.yml", b"a\n::error::b.yml"):
        Path(os.fsdecode(os.path.join(folder, name))).write_bytes(PLAIN)


def _photographs(root: Path) -> None:
    folder = root / "content/files/anh"
    folder.mkdir(parents=True)
    (folder / "nha.JPG").write_bytes(taken_at_home())
    (folder / "sach.jpg").write_bytes(jpeg())


#: How to finish a case, by its name.
MADE: Mapping[str, Callable[[Path], None]] = {
    "file-of-50-megabytes": _fifty_megabytes,
    "file-nested-10000-flow": _field(b"name: " + b"[" * 10_000 + b"\n"),
    "file-nested-10000-mappings": _field(b"{a: " * 10_000 + b"\n"),
    "file-nested-10000-block": _field(b"- " * 10_000 + b"x\n"),
    "file-binary": _field(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256))),
    "file-with-nul": _field(PLAIN + b"# \x00\n"),
    "file-in-old-encoding": _field("name: Thử\nsummary: Một câu.\n".encode("utf-16")),
    "file-with-surrogate": _field(PLAIN + b"# \xed\xa0\x80\n"),
    "file-of-hidden-characters": _field(PLAIN.rstrip() + "\u200b\u200b.".encode() * 100_000 + b"\n"),
    "file-with-bom-and-crlf": _field(b"\xef\xbb\xbf" + PLAIN.replace(b"\n", b"\r\n") + b"ordre: 5\r\n"),
    "file-with-bare-cr": _field(PLAIN.replace(b"\n", b"\r") + b"ordre: 5\r"),
    "folder-named-as-file": _folder_named_as_file,
    "site-is-folder": _site_is_folder,
    "link-dangling": _dangling_link,
    "link-circle": _link_circle,
    "link-outside": _link_outside,
    "link-to-folder": _linked_folders,
    "file-is-pipe": _pipe,
    "file-name-odd": _names_that_spoil_reports,
    "cn110-picture": _photographs,
}
#: The same for what must pass.
MADE_GOOD: Mapping[str, Callable[[Path], None]] = {
    "bom-and-crlf": _field(b"\xef\xbb\xbf" + PLAIN.replace(b"\n", b"\r\n")),
    "no-last-line-break": _field(PLAIN.rstrip()),
}
