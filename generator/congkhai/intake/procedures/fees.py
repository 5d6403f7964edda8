"""The cell of fees: several in one cell, zero in many spellings, amounts in many more."""

from __future__ import annotations

import re
from dataclasses import dataclass

from congkhai.intake.cleaning import line, parted
from congkhai.intake.procedures.nothing import denied, unsaid
from congkhai.intake.slugs import folded
from congkhai.model.money import Money
from congkhai.model.procedure import ChannelFee

#: Longest condition of a fee; what is longer goes into the description of the channel.
_LONGEST = 500
_LABEL = re.compile(r"(?:^|(?<=[\s;.)]))(?P<label>Lệ phí|Phí)\s*:(?=\s|\d)", re.MULTILINE)
_CURRENCY = r"(?P<currency>VNĐ|VND|Việt Nam Đồng|đồng|đ|USD|đô la Mỹ)"
_FIGURE = re.compile(rf"(?P<number>\d[\d.,]*)\s*{_CURRENCY}?\b", re.IGNORECASE)
_GROUPED = re.compile(r"\d{1,3}(?:([.,])\d{3})(?:\1\d{3})*")
_PLAIN = re.compile(r"\d+(?:[.,]0+)?")
_ZEROS = frozenset({"0", "o", "khong", "mien phi", "mien", "khong thu", "khong thu phi", "khong mat phi"})
_FILE = re.compile(r"\n?\s*File đính kèm:\s*(?P<file>\S.*?)(?=\n|$)")
#: Words that say an amount is due although the figure says nothing, or zero.
_DUE = re.compile(
    r"hội đồng nhân dân|hđnd|mức (?:thu|phí|lệ phí)|theo quy định|thông tư|nghị quyết|biểu mức"
    r"|\d\s*%|\d[\d.,]*\s*(?:đồng|vnđ|usd)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class ReadFees:
    """The fees of a cell, what did not fit into their conditions, the codes of findings, and files that were named."""

    fees: tuple[ChannelFee, ...]
    rest: tuple[str, ...] = ()
    doubts: tuple[tuple[str, str], ...] = ()
    files: tuple[str, ...] = ()


def read_fees(cell: str, both: str) -> ReadFees:
    """Read a cell. `both` names a fee that the source calls neither phí nor lệ phí."""
    files = tuple(line(match["file"]) for match in _FILE.finditer(cell))
    text = _FILE.sub("\n", cell).strip()
    if unsaid(text):
        return ReadFees((), doubts=(("NK132", ""),), files=files)
    fees: list[ChannelFee] = []
    rest: list[str] = []
    doubts: list[tuple[str, str]] = []
    for label, item in _items(text):
        fee, over, doubt = _one(label or both, item)
        fees += [fee] if fee else []
        rest += [over] if over else []
        doubts += [(doubt, line(item))] if doubt else []
    return ReadFees(tuple(dict.fromkeys(fees)), tuple(rest), tuple(doubts), files)


def _items(text: str) -> list[tuple[str, str]]:
    """Pairs of a label and what stands after it; labels inside brackets are part of a remark."""
    marks = [m for m in _LABEL.finditer(text) if _depth(text, m.start()) == 0]
    if not marks:
        return [("", part) for part in _amounts(text)]
    ends = [m.start() for m in marks[1:]] + [len(text)]
    items = [(m["label"], text[m.end() : end].strip()) for m, end in zip(marks, ends, strict=True)]
    head = text[: marks[0].start()].strip()
    return [("", head), *items] if head else items


def _amounts(text: str) -> list[str]:
    """Amounts that follow one another, each with its remark in brackets: `50,000 VNĐ(a)20,000 VNĐ(b)`."""
    parts, begin = [], 0
    for match in re.finditer(rf"\d[\d.,]*\s*{_CURRENCY}", text, re.IGNORECASE):
        between = text[begin : match.start()].strip()
        if _depth(text, match.start()) == 0 and between.endswith(")") and between.startswith(tuple("0123456789")):
            parts.append(between)
            begin = match.start()
    return [*parts, text[begin:].strip()]


def _depth(text: str, place: int) -> int:
    return text.count("(", 0, place) - text.count(")", 0, place)


def _one(label: str, item: str) -> tuple[ChannelFee | None, str, str]:
    """One fee (none where the cell has a label only), what of its remark was too long, and the code of a finding."""
    head, remark = _split(item.strip().rstrip(";"))
    amount, doubt = _amount(head)
    if amount and amount.amount and _other_amount(amount, remark):
        amount, doubt = None, "NK133"
    if amount is None:
        if not remark and folded(head) in {"", "dong", "vnd"}:
            return None, "", "NK132"
        if per := re.fullmatch(rf"(?P<sum>\d[\d.,]*\s*{_CURRENCY})\s*(?P<per>/.+)", head, re.IGNORECASE):
            stated, _ = _amount(per["sum"])
            if stated:
                return (
                    ChannelFee(name=label, amount=stated, condition=line(f"mỗi {per['per'][1:]} {remark}")[:_LONGEST]),
                    "",
                    "",
                )
        words = line(
            " ".join(
                part
                for part in (re.sub(r"\s*đồng$", "", head, flags=re.IGNORECASE), f"({remark})" if remark else "")
                if part
            )
        )
        condition, over = parted(words, _LONGEST)
        return ChannelFee(name=label, condition=condition or None), over, doubt
    condition, over = parted("" if denied(remark) else remark, _LONGEST)
    if amount.amount == 0 and remark and _DUE.search(remark):
        doubt = "NK131"
    return ChannelFee(name=label, amount=amount, condition=condition or None), over, doubt


def _split(item: str) -> tuple[str, str]:
    """What stands before the first bracket, and the remark without the brackets around it."""
    head, bracket, remark = item.partition("(")
    remark = remark.strip()
    while bracket and remark.startswith("(") and remark.endswith("))"):
        remark = remark[1:-1].strip()
    if bracket and remark.endswith(")") and remark.count("(") < remark.count(")"):
        remark = remark[:-1]
    return line(head), re.sub(r"^/\s*", "mỗi ", line(remark))


def _amount(head: str) -> tuple[Money | None, str]:
    plain = folded(re.sub(r"\s*(?:đồng|vnđ|vnd|việt nam đồng)\.?$", "", head, flags=re.IGNORECASE)).strip(" .:")
    if plain in _ZEROS:
        return Money(0), ""
    match = _FIGURE.fullmatch(head.strip(" .:"))
    if match is None:
        return None, "NK130"
    currency = "USD" if folded(match["currency"] or "") in {"usd", "do la my"} else "VND"
    number = match["number"].rstrip(".,")
    if grouped := _GROUPED.fullmatch(number):
        return Money(int(number.replace(grouped[1], "")), currency), ""
    if _PLAIN.fullmatch(number):
        return Money(int(re.split("[.,]", number)[0]), currency), ""
    return None, "NK134"


def _other_amount(amount: Money, remark: str) -> bool:
    """Whether the remark begins with an amount of the same currency that is another: `20 VNĐ(20.000 vnđ /tờ khai)`."""
    begins = re.match(rf"(?:phí|lệ phí)?\s*:?\s*(\d[\d.,]*)\s*{_CURRENCY}", remark, re.IGNORECASE)
    if begins is None:
        return False
    stated, _ = _amount(begins[0].removeprefix("Lệ phí:").removeprefix("Phí:").strip())
    return stated is not None and stated.currency == amount.currency and stated != amount
