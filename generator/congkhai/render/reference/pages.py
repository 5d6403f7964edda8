"""The reference pages in Markdown: every kind and field, every finding, every command."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum

from congkhai.catalogue import codes, labels, message
from congkhai.model.clock import Hours, TimeOfDay
from congkhai.model.kinds import KINDS, Kind
from congkhai.model.money import Money
from congkhai.model.spec import Level, Member, members
from congkhai.model.time_limit import TimeLimit

_TYPES = {
    bool: "true hoặc false",
    int: "số nguyên",
    Decimal: "số (dấu phẩy cho phần lẻ)",
    date: "ngày",
    Money: "số tiền",
    TimeOfDay: "giờ",
    Hours: "khoảng giờ",
    TimeLimit: "thời hạn",
}
_TEXTS = {
    "line": "một dòng chữ",
    "prose": "đoạn văn",
    "slug": "mã",
    "phone": "số điện thoại",
    "email": "thư điện tử",
    "url": "địa chỉ web",
    "file": "tệp trong content/files",
}


@dataclass(frozen=True, slots=True)
class Option:
    """An option or argument of a command: how it is written, and what it does."""

    usage: str
    help: str


@dataclass(frozen=True, slots=True)
class CommandHelp:
    """A command as its `--help` has it."""

    name: str
    usage: str
    help: str
    options: tuple[Option, ...]


def pages(commands: Iterable[CommandHelp]) -> Mapping[str, bytes]:
    """Pages by file name."""
    return {
        "truong-du-lieu.md": _page("Các trường dữ liệu", _fields()),
        "ma-loi.md": _page("Mã lỗi", _findings()),
        "lenh.md": _page("Các lệnh", _commands(commands)),
    }


def _page(title: str, lines: Iterable[str]) -> bytes:
    note = "Trang này được tạo từ mã nguồn bằng lệnh `make reference`; đừng sửa bằng tay."
    return ("\n".join([f"# {title}", "", note, "", *lines]).rstrip() + "\n").encode()


def _fields() -> Iterator[str]:
    for kind in KINDS.values():
        yield f"## {kind.title} {{: #{kind.name.replace('_', '-')} }}"
        yield ""
        place = f"Tệp `{kind.folder}`" if kind.single else f"Thư mục `{kind.folder}/`, mỗi tệp một bản ghi"
        yield f"{place}. Loại: `{kind.name}`." + (f" Địa chỉ: `/{kind.slug}/`." if kind.slug else "")
        yield ""
        yield from _table(kind.record)
        for nested in _nested(kind):
            yield f"### {kind.title}: {_noun(nested)} {{: #{kind.name.replace('_', '-')}-{nested.__name__.lower()} }}"
            yield ""
            yield from _table(nested)


def _table(cls: type) -> Iterator[str]:
    yield "| Trường | Tên | Kiểu | Bắt buộc | Giải thích |"
    yield "|---|---|---|---|---|"
    for member in members(cls).values():
        spec = member.spec
        hidden = "" if spec.level is Level.PUBLIC else " **Không công khai.**"
        example = f" Ví dụ: `{spec.example}`." if spec.example else ""
        needed = "có" if member.required else ""
        cells = (f"`{member.name}`", spec.title, _type(member), needed, spec.help + example + hidden)
        yield "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"
    yield ""
    for member in members(cls).values():
        if isinstance(member.base, type) and issubclass(member.base, Enum):
            values = ", ".join(f"`{m.value}` ({getattr(m, 'label', m.value)})" for m in member.base)
            yield f"Giá trị của `{member.name}`: {values}."
            yield ""


def _nested(kind: Kind) -> list[type]:
    found: list[type] = []

    def walk(cls: type) -> None:
        for member in members(cls).values():
            if _is_record(member.base) and member.base not in found:
                found.append(member.base)
                walk(member.base)

    walk(kind.record)
    return found


def _is_record(base: type) -> bool:
    return hasattr(base, "__dataclass_fields__") and base not in _TYPES


def _noun(cls: type) -> str:
    return f"`{cls.__name__}`"


def _type(member: Member) -> str:
    base = member.base
    if member.ref:
        one = f"mã của {KINDS[member.ref.kind].title.lower()}"
    elif base in _TYPES:
        one = _TYPES[base]
    elif issubclass(base, Enum):
        one = "chọn trong danh mục"
    elif _is_record(base):
        one = f"nhóm {_noun(base)}"
    else:
        one = _TEXTS[member.scalar.reader] if member.scalar else "chữ"
    return f"danh sách {one}" if member.many else one


def _findings() -> Iterator[str]:
    found, areas = codes(), labels("areas")
    for area in dict.fromkeys(code[:2] for code in found):
        yield f"## {areas[area]}"
        yield ""
        for code in (c for c in found if c.startswith(area)):
            text = message(code)
            yield f"### {code}: {text.title} {{: #{code.lower()} }}"
            yield ""
            yield f"Báo: {text.message}".replace("{", "‹").replace("}", "›").replace("<", "&lt;")
            yield ""
            yield text.explain.strip().replace("<", "&lt;")
            yield ""


def _commands(commands: Iterable[CommandHelp]) -> Iterator[str]:
    for command in commands:
        yield f"## {command.name} {{: #{command.name.split()[-1]} }}"
        yield ""
        yield f"`{command.usage}`"
        yield ""
        yield command.help
        yield ""
        if command.options:
            yield "| Viết | Tác dụng |"
            yield "|---|---|"
            for option in command.options:
                yield f"| `{option.usage}` | {option.help} |".replace("|THƯ", "\\|THƯ")
            yield ""
