"""The numbered body of a plan: sections within sections, and the work that they order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from congkhai.intake.cleaning import parted
from congkhai.intake.plans.mentions import Units
from congkhai.intake.plans.said import Said, label_of, said_in
from congkhai.intake.plans.work import pieces_of_work
from congkhai.intake.slugs import folded, slug
from congkhai.model.phrases import Anchor, as_deadline, read_deadline
from congkhai.model.plan import Deadline, Precision, Report, Section, Task

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
#: What a line with a dash says first: `Nội dung: …`, `Thời gian kiểm tra: …`.
_LABEL = re.compile(r"(?P<label>[^\W\d_][^:.;,]{1,40}):\s+(?P<text>\S.+)")
_LONGEST_TASK = 1000
_LONGEST_DEADLINE = 500
_LONGEST_TEXT = 5000
_LONGEST_TITLE = 300


@dataclass(slots=True)
class _Node:
    style: str
    number: str
    text: str
    more: list[str] = field(default_factory=list)
    children: list[_Node] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Above:
    """What headings say for all below them: who acts, with whom, by when."""

    leads: tuple[str, ...] = ()
    partners: tuple[str, ...] = ()
    deadlines: tuple[Deadline, ...] = ()


@dataclass(slots=True)
class Body:
    """Makes sections of lines; `reports` gathers what is to be reported, `unread` times that were not understood."""

    units: Units
    anchor: Anchor
    issuer: str | None = None
    taken: set[str] = field(default_factory=set)
    reports: list[Report] = field(default_factory=list)
    reported: set[str] = field(default_factory=set)
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
        return tuple(self._section(node, True, _Above()) for node in root.children)

    def _section(self, node: _Node, works: bool, above: _Above) -> Section:
        works = works and not folded(node.text).startswith(_NO_WORK)
        heading = (bool(node.children) or bool(node.more) or node.style == "roman") and len(node.text) <= _LONGEST_TITLE
        title = node.text.rstrip(" :") if heading else None
        paragraphs = [*([] if heading else [node.text]), *node.more]
        if not node.number and not heading and (label := _LABEL.fullmatch(node.text)):
            title, paragraphs = label["label"], [label["text"], *node.more]
        said = said_in([*node.more, *(child.text for child in node.children)])
        tasks: list[Task] = [self._labelled(node.text, said, above)] if said and works else []
        inner = self._below(node.text, above) if heading or node.children else above
        for text in paragraphs if not label_of(node.text) else ():
            if said and (text is node.text or label_of(text)):
                continue
            if node.children and text.endswith(":"):
                inner = self._below(text, inner)
            elif (works and _VERBS.search(text)) or (not label_of(text) and self.units.acting(text)):
                tasks += self._tasks(text, inner)
        children = tuple(self._section(child, works and not label_of(child.text), inner) for child in node.children)
        return Section(
            number=node.number or None,
            title=title,
            text=parted("\n\n".join(paragraphs), _LONGEST_TEXT)[0] or None,
            tasks=tuple(tasks),
            sections=children,
        )

    def _below(self, text: str, above: _Above) -> _Above:
        """What a heading or a sentence that opens a list says for all that stands below it."""
        leads = tuple(dict.fromkeys(mention.id for mention in self.units.acting(text))) or above.leads
        partners = tuple(unit for unit in self.units.partners(text) if unit not in leads) or above.partners
        deadlines = tuple(found for found in self._deadlines(text) if found.end) if text.endswith(":") else ()
        return _Above(leads, partners, deadlines or above.deadlines)

    def _labelled(self, text: str, said: Said, above: _Above) -> Task:
        """The work of a heading whose leader, partners, time and product stand on lines of their own below it."""
        leads = [mention.id for mention in self.units.mentions(said.lead)]
        partners = [mention.id for mention in self.units.mentions(said.partners)]
        deadlines = self._deadlines(said.time)
        return Task(
            id=self._id(text),
            text=parted(text.rstrip(" :"), _LONGEST_TASK)[0],
            lead=leads[0] if leads else next(iter(above.leads), None),
            cooperating=tuple(dict.fromkeys(unit for unit in (*leads[1:], *partners) if unit not in leads[:1])),
            deadlines=deadlines or above.deadlines,
            product=parted(said.product, _LONGEST_DEADLINE)[0] or None,
        )

    def _tasks(self, text: str, above: _Above) -> Iterator[Task]:
        for work in pieces_of_work(text, self.units, above.leads, self.issuer):
            deadlines = self._deadlines(work.text)
            if work.report_to and work.lead and work.lead != work.report_to:
                said = deadlines or (Deadline(text=parted(work.text, _LONGEST_DEADLINE)[0], precision=Precision.OPEN),)
                about = parted(work.text, _LONGEST_DEADLINE)[0]
                self.reports.append(Report(from_units=(work.lead,), to=work.report_to, about=about, deadlines=said))
                self.reported |= {deadline.text for deadline in deadlines}
            if work.report_to:
                continue
            own = tuple(deadline for deadline in deadlines if deadline.text not in self.reported)
            inherited = work.lead in above.leads
            yield Task(
                id=self._id(work.text),
                text=parted(work.text, _LONGEST_TASK)[0],
                lead=work.lead,
                cooperating=work.partners or (above.partners if inherited else ()),
                deadlines=own or above.deadlines,
            )

    def _id(self, text: str) -> str:
        words = "-".join((slug(" ".join(text.split()[:8])) or "viec").split("-")[:8])
        id, number = words, 1
        while id in self.taken:
            number += 1
            id = f"{words}-{number}"
        self.taken.add(id)
        return id

    def _deadlines(self, text: str) -> tuple[Deadline, ...]:
        reading = read_deadline(text, self.anchor)
        self.unread += [unread.wording for unread in reading.unread]
        found = (as_deadline(time) for time in reading.times)
        return tuple(dict.fromkeys(self._within(deadline) for deadline in found if deadline))

    def _within(self, deadline: Deadline) -> Deadline:
        """What recurs or goes on without an end of its own does so as long as the plan holds."""
        period = self.anchor.period
        open_ended = deadline.recurrence or deadline.precision is Precision.CONTINUOUS
        if not open_ended or deadline.start or deadline.end or not period or not period.end:
            return deadline
        return replace(deadline, start=period.start, end=period.end)


def _node(line: str) -> _Node | None:
    for style, mark in _MARKS:
        if match := mark.fullmatch(line):
            return _Node(style, match["number"], match["text"].strip())
    return None
