"""The numbered body of a plan: sections within sections, and the work that they order."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from congkhai.intake.cleaning import parted
from congkhai.intake.slugs import folded, slug
from congkhai.model.phrases import Anchor, as_deadline, read_deadline
from congkhai.model.plan import Deadline, Section, Task

_MARKS = (
    ("roman", re.compile(r"(?P<number>[IVX]{1,5})[.)]\s+(?P<text>.+)")),
    ("dotted", re.compile(r"(?P<number>\d{1,2}\.\d{1,2})[.)]?\s+(?P<text>.+)")),
    ("arabic", re.compile(r"(?P<number>\d{1,2})[.)]\s*(?P<text>.+)")),
    ("small", re.compile(r"(?P<number>[a-zđ])[.)]\s+(?P<text>.+)")),
    ("dash", re.compile(r"[-–•](?P<number>)\s*(?P<text>.+)")),
    ("plus", re.compile(r"\+(?P<number>)\s*(?P<text>.+)")),
)
#: Headings under which nothing is ordered.
_NO_WORK = ("muc dich", "yeu cau", "quan diem", "can cu", "muc tieu", "danh gia", "dac diem", "tinh hinh")
_VERBS = re.compile(
    r"(?:chủ trì|phối hợp|tham mưu|xây dựng|báo cáo|tổ chức|thực hiện|triển khai|rà soát|kiểm tra|ban hành|hoàn thành"
    r"|tiếp tục|tăng cường|giao|chỉ đạo|hướng dẫn|đôn đốc|tiếp nhận|phân công|tuyên truyền|dự toán|tổng hợp|theo dõi"
    r"|thẩm định|công khai|niêm yết|nâng cao|kiện toàn|thiết lập|kết nối|chủ động|bố trí|quán triệt|khảo sát|họp"
    r"|hội nghị)\b",
    re.IGNORECASE,
)
_WITH = re.compile(r"phối hợp (?:chặt chẽ )?(?:với|cùng)\s+(?P<units>[^.;:]+)", re.IGNORECASE)
_LONGEST_TASK = 1000
_LONGEST_TEXT = 5000
_LONGEST_TITLE = 300


@dataclass(slots=True)
class _Node:
    style: str
    number: str
    text: str
    more: list[str] = field(default_factory=list)
    children: list[_Node] = field(default_factory=list)


@dataclass(slots=True)
class Body:
    """Makes sections of lines. `units` are ids by folded name; `unread` gathers times that were not understood."""

    units: Mapping[str, str]
    anchor: Anchor
    taken: set[str] = field(default_factory=set)
    unread: list[str] = field(default_factory=list)

    def sections(self, lines: tuple[str, ...]) -> tuple[Section, ...]:
        """The sections of the body, with tasks where work is ordered."""
        root = _Node("", "", "")
        open_nodes = [root]
        for line in lines:
            node = _node(line)
            if node is None:
                open_nodes[-1].more.append(line)
                continue
            styles = [n.style for n in open_nodes]
            if node.style in styles:
                del open_nodes[styles.index(node.style) :]
            open_nodes[-1].children.append(node)
            open_nodes.append(node)
        return tuple(self._section(node, True, None) for node in root.children)

    def _section(self, node: _Node, works: bool, lead: str | None) -> Section:
        works = works and not folded(node.text).startswith(_NO_WORK)
        heading = (bool(node.children) or bool(node.more) or node.style == "roman") and len(node.text) <= _LONGEST_TITLE
        title = node.text.rstrip(" :") if heading else None
        paragraphs = [*([] if heading else [node.text]), *node.more]
        named = self._unit_at(node.text)
        lead = named or lead
        tasks = (
            tuple(self._task(text, lead) for text in paragraphs if works and _VERBS.search(text))
            if not node.children
            else ()
        )
        children = tuple(self._section(child, works, lead) for child in node.children)
        return Section(
            number=node.number or None,
            title=title,
            text=parted("\n\n".join(paragraphs), _LONGEST_TEXT)[0] or None,
            tasks=tasks,
            sections=children,
        )

    def _task(self, text: str, lead: str | None) -> Task:
        return Task(
            id=self._id(text),
            text=parted(text, _LONGEST_TASK)[0],
            lead=self._unit_at(text) or lead,
            cooperating=tuple(u for u in self._partners(text) if u != (self._unit_at(text) or lead)),
            deadlines=self._deadlines(text),
        )

    def _id(self, text: str) -> str:
        words = "-".join((slug(" ".join(text.split()[:8])) or "viec").split("-")[:8])
        id, number = words, 1
        while id in self.taken:
            number += 1
            id = f"{words}-{number}"
        self.taken.add(id)
        return id

    def _unit_at(self, text: str) -> str | None:
        """The unit that a text begins with, by the longest name known."""
        plain = re.sub(r"^giao (?:cho )?", "", folded(text))
        names = [
            name for name in self.units if plain.startswith(name) and not plain[len(name) : len(name) + 1].isalnum()
        ]
        return self.units[max(names, key=len)] if names else None

    def _partners(self, text: str) -> tuple[str, ...]:
        found = _WITH.search(text)
        if found is None:
            return ()
        plain = folded(found["units"])
        return tuple(
            dict.fromkeys(id for name, id in self.units.items() if re.search(rf"\b{re.escape(name)}\b", plain))
        )

    def _deadlines(self, text: str) -> tuple[Deadline, ...]:
        reading = read_deadline(text, self.anchor)
        self.unread += [unread.wording for unread in reading.unread]
        found = (as_deadline(time) for time in reading.times)
        return tuple(dict.fromkeys(deadline for deadline in found if deadline))


def _node(line: str) -> _Node | None:
    for style, mark in _MARKS:
        if match := mark.fullmatch(line):
            return _Node(style, match["number"], match["text"].strip())
    return None
