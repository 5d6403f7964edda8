"""What is not public reaches nothing that a build, a command or a cache makes: a secret in every such field is sought
everywhere. The fields are found in the model, so that a new one is tried without anybody's doing."""

from __future__ import annotations

import gzip
import io
import json
import re
import shutil
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner
from pypdf import PdfReader

from congkhai.cli.main import cli
from congkhai.model.kinds import KINDS
from congkhai.model.spec import Level, Member, members
from congkhai.publish.build import Request, build
from tests.offices import lay_out
from tests.site.full import RECORDS

ROOT = Path(__file__).parents[2]
DAY = date(2026, 11, 22)
#: The record of each kind that has secrets, laid over the base office.
PLACES = {
    "official": "content/officials/chu-tich.yml",
    "procedure": "content/procedures/1.001193.yml",
    "privacy": "site_config/privacy.yml",
    "disclosure": "content/disclosures/ho-ngheo.yml",
}
WAIVERS = {"waivers": [{"record": "official/chu-tich", "kind": "mobile", "until": "2027-01-01"}]}
LISTED = {
    "title": "Kết quả rà soát",
    "category": "social_support",
    "unit": "ubnd-xa",
    "document": "Thông báo số 1/TB-UBND",
    "document_date": "2026-11-10",
    "published": "2026-11-16",
    "until": "2026-12-16",
    "summary": "Toàn xã có 2 hộ.",
    "personal_data": "basic",
    "persons": "2",
    "basis": [{"act": "luat-ho-tich"}],
    "list": {"digest": "0" * 64, "columns": ["Họ và tên"], "places": ["tru-so"]},
}
#: Disclosures that the web may show nothing of, or no longer: what of each must stay hidden.
HIDDEN: dict[str, dict[str, Any]] = {
    "noi-bo": {"readers": "staff"},
    "chua-den": {"published": "2027-01-04", "until": "2027-02-01"},
    "da-het": {"document_date": "2026-01-02", "published": "2026-01-05", "until": "2026-11-21"},
}


def hidden_fields(
    cls: type, path: tuple[str, ...] = (), within: tuple[type, ...] = ()
) -> Iterator[tuple[tuple[str, ...], Member]]:
    """Each text below a field that is not public, as the names that lead to it; parts of their own kind once."""
    for name, member in members(cls).items():
        secret, part = member.spec.level is not Level.PUBLIC, member.base
        if part in within:
            continue
        if is_dataclass(part) and _is_record(part):
            inner = (*path, name)
            yield from _texts(part, inner) if secret else hidden_fields(part, inner, (*within, part))
        elif secret:
            yield (*path, name), member


def _is_record(cls: Any) -> bool:
    return all("spec" in field.metadata for field in fields(cls))


def _texts(cls: type, path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], Member]]:
    for name, member in members(cls).items():
        if member.scalar and member.scalar.reader in {"line", "prose"} and member.required:
            yield (*path, name), member


def secret_for(number: int, member: Member) -> str:
    """A text that nothing else says, in the form that the field wants."""
    if member.scalar and member.scalar.reader == "phone":
        return f"0299 8 77{number:02d} 77"
    text = f"bimat{number}zq"
    return text if not member.spec.pattern or re.fullmatch(member.spec.pattern, text) else f"{text}.csv"


def put(record: Any, path: tuple[str, ...], value: str, many: bool) -> None:
    *outer, name = path
    for step in outer:
        record = record[step][0] if isinstance(record[step], list) else record[step]
    record[name] = [value] if many else value


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[str]]:
    """An office full of secrets; and the secrets."""
    root = lay_out(tmp_path_factory.mktemp("leaks") / "office")
    shutil.copytree(ROOT / "docs", root / "docs")
    shutil.copy(ROOT / "mkdocs.yml", root / "mkdocs.yml")
    secrets: list[str] = []
    for kind in KINDS.values():
        for number, (path, member) in enumerate(hidden_fields(kind.record), len(secrets)):
            file = root / PLACES[kind.name]  # a KeyError here asks for a record of the new kind
            known = {"privacy": WAIVERS, "disclosure": LISTED}.get(kind.name)
            record = (
                yaml.load(file.read_text("utf-8"), yaml.BaseLoader) if file.exists() else json.loads(json.dumps(known))
            )
            secrets.append(secret_for(number, member))
            put(record, path, secrets[-1], member.many)
            if kind.name == "privacy":
                record["waivers"][0] |= {"approved_by": "chu-tich"}
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(json.dumps(record, ensure_ascii=False), "utf-8")
    for name, changes in HIDDEN.items():
        secret = f"kinzz{name}".replace("-", "")
        attached = f"tep{secret[5:]}zz.csv"
        (root / "content/files").mkdir(exist_ok=True)
        (root / f"content/files/{attached}").write_text(f"{secret}ben", "utf-8")
        item = {k: v for k, v in LISTED.items() if k != "list"} | changes
        item |= {"summary": f"{secret}tom", "document": f"{secret}van", "files": [attached]}
        if name == "noi-bo":
            item["title"] = f"{secret}ten"
        (root / f"content/disclosures/{name}.yml").write_text(json.dumps(item, ensure_ascii=False), "utf-8")
        secrets.append(secret)
    return root, secrets


@pytest.fixture(scope="module")
def outputs(office: tuple[Path, list[str]], tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Everything that is made of the office, as text by where it was found."""
    root, _ = office
    site = tmp_path_factory.mktemp("leaks-site") / "site"
    result = build(Request(root, site, root / ".congkhai", DAY, record=True))
    assert result.committed is not None, result.findings
    assert result.notices > 3
    found = {f"site/{path}": text for path, text in _read(site)}
    found |= {f"state/{path}": text for path, text in _read(root / ".congkhai")}
    found |= {f"ledger/{path}": text for path, text in _read(root / "site_config/copies")}
    assert any("pagefind" in name for name in found)
    assert any(name.startswith("ledger/") for name in found)
    for words in (
        ["check"],
        ["check", "--format", "json"],
        ["check", "--format", "sarif"],
        ["check", "--format", "github"],
        ["--lang", "en", "check"],
        ["status", "--all"],
        ["status", "--format", "json"],
        ["impact", "luat-ho-tich", "--format", "json"],
        ["notices", "--out", str(site.parent / "giay")],
        ["ledger"],
    ):
        done = CliRunner().invoke(cli, ["--root", str(root), *words, "--date", DAY.isoformat()])
        found[" ".join(words)] = done.output
    found |= {f"giay/{path}": text for path, text in _read(site.parent / "giay")}
    return found


def _read(folder: Path) -> Iterator[tuple[str, str]]:
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            yield str(path.relative_to(folder)), _decoded(path.read_bytes())


def _decoded(data: bytes) -> str:
    """Bytes as text, with what is packed or printed in them read too."""
    parts = [data.decode("utf-8", "replace")]
    start = data.find(b"%PDF")
    if start >= 0:
        parts += [page.extract_text() for page in PdfReader(io.BytesIO(data[start:])).pages]
    start = data.find(b"\x1f\x8b")
    if 0 <= start < 64:
        parts.append(gzip.decompress(data[start:]).decode("utf-8", "replace"))
    return "\n".join(parts)


def test_there_is_something_that_could_leak(office: tuple[Path, list[str]], outputs: dict[str, str]) -> None:
    root, secrets = office
    whole = "\n".join(path.read_text("utf-8", "replace") for path in root.rglob("*.yml"))
    assert len(secrets) >= 6
    assert all(secret in whole for secret in secrets)
    assert any("khai sinh" in text.casefold() for name, text in outputs.items() if name.endswith(".pf_fragment"))
    assert any("Đăng ký khai sinh" in text for name, text in outputs.items() if name.endswith(".pdf"))
    assert any("Kết quả rà soát" in text for name, text in outputs.items() if name.startswith("site/api/"))


def test_no_secret_is_anywhere(office: tuple[Path, list[str]], outputs: dict[str, str]) -> None:
    _, secrets = office
    found = [
        (secret, name)
        for secret in secrets
        for name, text in outputs.items()
        if secret in f"{name}\n{text}" or secret.replace(" ", "") in text
    ]
    # Of an attached file the store knows that it is there, as git does; nothing else may name it.
    names = [path.name for path in (office[0] / "content/files").iterdir()]
    found += [(n, at) for n in names for at, text in outputs.items() if n in text and not at.startswith("state/")]
    # Staff ask `impact` in their own repository, which names every record that cites an act.
    assert [(secret, name) for secret, name in found if (secret, name[:6]) != ("kinzznoibo", "impact")] == []


def test_what_has_ended_leaves_a_stone(outputs: dict[str, str]) -> None:
    stone = outputs["site/cong-khai/da-het/index.html"]
    assert '<meta name="robots" content="noindex">' in stone
    assert "Đã hết thời gian công khai" in stone
    assert "Điều 23 Luật Tiếp cận thông tin" in stone
    assert "cong-khai/da-het/" not in outputs["site/sitemap.xml"]
    assert "site/cong-khai/noi-bo/index.html" not in outputs
    assert "site/cong-khai/chua-den/index.html" not in outputs


def test_the_full_records_of_other_tests_keep_their_secrets_too() -> None:
    """The records that pages are tested with name the same fields: none of them is left out here."""
    assert RECORDS[PLACES["official"]]["private_phone"]
