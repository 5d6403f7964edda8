"""Build the fonts of the project from their npm packages, byte for byte: `make fonts` (`--check` only compares).

Notices embed TrueType subsets, the site loads WOFF2 ones. A clerk never runs this: the results are part of the
repository, each folder with its licences and a manifest. It needs npm, fonttools and brotli, whose versions
stand in the manifest because the bytes depend on them.
"""

from __future__ import annotations

import argparse
import base64
import hashlib
import io
import json
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

RENDER = Path(__file__).parent / "congkhai" / "render"
NOTICES = RENDER / "notices" / "fonts"
SITE = RENDER / "site" / "assets" / "fonts"
LARGEST = 700_000

#: Latin with all of Vietnamese, combining marks, and the signs that public notices use.
PRINT = (
    *range(0x20, 0x7F), *range(0xA0, 0xAD), *range(0xAE, 0x180), 0x1A0, 0x1A1, 0x1AF, 0x1B0,
    0x2BC, 0x2C6, 0x2C7, 0x2D8, 0x2D9, 0x2DA, 0x2DC, 0x300, 0x301, 0x302, 0x303, 0x306, 0x309, 0x30A, 0x31B, 0x323,
    *range(0x1EA0, 0x1EFA), 0x2009, *range(0x2010, 0x2016), *range(0x2018, 0x2020), 0x2020, 0x2022, 0x2026,
    0x202F, 0x2030, 0x2032, 0x2033, 0x2039, 0x203A, 0x2044, 0x2070, *range(0x2074, 0x207A), *range(0x2080, 0x208A),
    0x20AB, 0x20AC, 0x2105, 0x2116, 0x2122, 0x2153, 0x2154, *range(0x215B, 0x215F), *range(0x2190, 0x2194),
    0x2212, 0x2215, 0x221E, 0x2248, 0x2260, 0x2264, 0x2265, 0x25A0, 0x25A1, 0x25AA, 0x25CB, 0x25CF,
)  # fmt: skip
#: What pages of the site show; signs come from the reader's own fonts.
WEB = tuple(c for c in PRINT if c < 0x2070 or c in {0x20AB, 0x20AC, 0x2122, 0x2190, 0x2192, 0x2212, 0x2264, 0x2265})


@dataclass(frozen=True, slots=True)
class Package:
    """An npm package of one family, with the integrity that the registry states for it."""

    name: str
    version: str
    integrity: str
    licence: str


@dataclass(frozen=True, slots=True)
class Face:
    """One font file to build from a file of a package."""

    package: Package
    member: str
    target: Path
    characters: tuple[int, ...]


TINOS = Package(
    "@expo-google-fonts/tinos",
    "0.4.2",
    "sha512-MQkfvUO1Aw7UP3jRtWLcjda+udanoL8ecrbkjbc3ZdhSI1iW/Uil4uD8O0eOiIxU2v/FeAT2XjGNiz5oYUlucg==",
    "OFL-Tinos.txt",
)
BE_VIETNAM_PRO = Package(
    "@expo-google-fonts/be-vietnam-pro",
    "0.4.1",
    "sha512-4o2bsqU1zcC6NZf5FRYB+7gE49waNWYOGc5c5qLfPgrSqqr61hS2Bz4TVPgxudO038tLydSyPxV8e79g8j5DpQ==",
    "OFL-BeVietnamPro.txt",
)
FACES = (
    Face(TINOS, "400Regular/Tinos_400Regular.ttf", NOTICES / "Tinos-Regular.ttf", PRINT),
    Face(TINOS, "400Regular_Italic/Tinos_400Regular_Italic.ttf", NOTICES / "Tinos-Italic.ttf", PRINT),
    Face(TINOS, "700Bold/Tinos_700Bold.ttf", NOTICES / "Tinos-Bold.ttf", PRINT),
    Face(TINOS, "700Bold_Italic/Tinos_700Bold_Italic.ttf", NOTICES / "Tinos-BoldItalic.ttf", PRINT),
    *(
        Face(BE_VIETNAM_PRO, f"{folder}/BeVietnamPro_{folder}.ttf", NOTICES / f"BeVietnamPro-{style}.ttf", PRINT)
        for folder, style in (
            ("400Regular", "Regular"),
            ("400Regular_Italic", "Italic"),
            ("500Medium", "Medium"),
            ("600SemiBold", "SemiBold"),
            ("700Bold", "Bold"),
            ("800ExtraBold", "ExtraBold"),
        )
    ),
    *(
        Face(BE_VIETNAM_PRO, f"{folder}/BeVietnamPro_{folder}.ttf", SITE / f"be-vietnam-pro-{folder[:3]}.woff2", WEB)
        for folder in ("400Regular", "700Bold")
    ),
)


def fetch(package: Package) -> Mapping[str, bytes]:
    """The files of a package by path. Raises ValueError when its bytes are not those that were reviewed."""
    with tempfile.TemporaryDirectory() as folder:
        told = subprocess.run(  # noqa: S603 - a fixed command
            ["npm", "pack", "--json", f"{package.name}@{package.version}"],  # noqa: S607
            cwd=folder, check=True, capture_output=True, text=True,
        )  # fmt: skip
        archive = (Path(folder) / json.loads(told.stdout)[0]["filename"]).read_bytes()
    digest = base64.b64encode(hashlib.sha512(archive).digest()).decode()
    if f"sha512-{digest}" != package.integrity:
        raise ValueError(f"{package.name}@{package.version}: {digest}")
    with tarfile.open(fileobj=io.BytesIO(archive)) as files:
        found = {entry.name: files.extractfile(entry) for entry in files if entry.isfile()}
        return {name.removeprefix("package/"): stream.read() for name, stream in found.items() if stream}


def cut(source: bytes, face: Face) -> bytes:
    """The subset of a font, with all its layout features and without hints."""
    options = subset.Options(
        layout_features=["*"], hinting=False, desubroutinize=True, notdef_outline=True, recalc_timestamp=False
    )
    font = TTFont(io.BytesIO(source), recalcTimestamp=False)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=face.characters)
    subsetter.subset(font)
    font.flavor = "woff2" if face.target.suffix == ".woff2" else None
    out = io.BytesIO()
    font.save(out)
    return out.getvalue()


def spans(characters: Iterable[int]) -> list[list[int]]:
    """Code points as spans, both ends included."""
    out: list[list[int]] = []
    for point in sorted(characters):
        if out and point == out[-1][1] + 1:
            out[-1][1] = point
        else:
            out.append([point, point])
    return out


def sha256(data: bytes) -> str:
    """The digest that a manifest states."""
    return hashlib.sha256(data).hexdigest()


def build() -> Mapping[Path, bytes]:
    """Every file of both folders, manifests and licences included."""
    packages = {package: fetch(package) for package in (TINOS, BE_VIETNAM_PRO)}
    out: dict[Path, bytes] = {}
    manifests: dict[Path, list[dict[str, object]]] = {NOTICES: [], SITE: []}
    covered: dict[Path, set[int]] = {}
    for face in FACES:
        source = packages[face.package][face.member]
        data = cut(source, face)
        folder = face.target.parent
        out[face.target] = data
        out[folder / face.package.licence] = packages[face.package]["LICENSE_FONT"]
        manifests[folder].append(
            {
                "file": face.target.name,
                "bytes": len(data),
                "sha256": sha256(data),
                "licence": face.package.licence,
                "package": face.package.name,
                "version": face.package.version,
                "integrity": face.package.integrity,
                "source": face.member,
                "source_sha256": sha256(source),
            }
        )
        # A face of Be Vietnam Pro falls back on Tinos, so what the faces of Tinos share can be printed everywhere.
        if face.package is TINOS or folder == SITE:
            points = set(TTFont(io.BytesIO(data)).getBestCmap())
            covered[folder] = covered.get(folder, points) & points
    for folder, files in manifests.items():
        text = {
            "tools": {name: version(name) for name in ("fonttools", "brotli")},
            "files": files,
            "characters": spans(covered[folder]),
        }
        out[folder / "manifest.json"] = (json.dumps(text, indent=1) + "\n").encode()
    return out


def main() -> int:
    """Write the fonts, or compare them; 1 when something differs or they have grown too large."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="only compare with what stands in the repository")
    check = parser.parse_args().check
    files = build()
    differing = [path for path, data in files.items() if not path.exists() or path.read_bytes() != data]
    for path in differing:
        print(f"{'differs' if check else 'written'}: {path.relative_to(RENDER)}")
        if not check:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(files[path])
    total = sum(len(data) for data in files.values())
    print(f"{len(files)} files, {total:,} bytes")
    return 1 if (check and differing) or total > LARGEST else 0


if __name__ == "__main__":
    sys.exit(main())
