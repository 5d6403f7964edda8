"""The cell of fees: several in one cell, each with its name, its case and its amount in figures or in words."""

from __future__ import annotations

import re
from dataclasses import dataclass

from congkhai.intake.cleaning import line, parted
from congkhai.intake.nothing import denied, unsaid
from congkhai.intake.procedures.amounts import CURRENCY, FIGURE, SUM, amount_in, read_amount
from congkhai.intake.slugs import folded
from congkhai.intake.zeros import with_zeros
from congkhai.model.procedure import ChannelFee

#: Longest condition of a fee; what is longer goes into the description of the channel.
_LONGEST = 500
_LONGEST_NAME = 80
_LABEL = re.compile(
    rf"(?:^|(?<=[\s;.)-]))(?P<label>(?:Lệ phí|Phí)(?:,? [^\s:;\n()\d][^:;\n()\d]{{0,{_LONGEST_NAME}}}?)?)\s*:(?=\s|\d)",
    re.MULTILINE,
)
_BULLET = re.compile(r"^[-+*•–]\s*")
_FILE = re.compile(r"\n?\s*File đính kèm:\s*(?P<file>\S.*?)(?=\n|$)")
#: Where one fee of a list ends: a semicolon, a line's end, a comma after a bracket.
_NEXT = re.compile(r"\s*;\s*|\s*\n\s*|(?<=\)),\s*")
#: Words that say an amount is due although the figure says nothing, or zero.
_DUE = re.compile(
    r"hội đồng nhân dân|hđnd|mức (?:thu|phí|lệ phí)|theo quy định|thông tư|nghị quyết|biểu mức"
    r"|\d\s*%|\d[\d.,]*\s*(?:đồng|vnđ|usd)",
    re.IGNORECASE,
)
#: Words that make the one amount of a sentence something else than what is due.
_UNSURE = re.compile(r"%|miễn|không (?:thu|phải nộp)|giảm", re.IGNORECASE)
#: What stands before the second amount of a range, or before one that only bounds what is due.
_BOUND = re.compile(r"(?:\d\s*[-–]|đến|từ|trên|dưới|khoảng|cộng|\bx|×)\s*$", re.IGNORECASE)


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
    text = with_zeros(_FILE.sub("\n", cell)).strip()
    if unsaid(text):
        return ReadFees((), doubts=(("NK132", ""),), files=files)
    fees: list[ChannelFee] = []
    rest: list[str] = []
    doubts: list[tuple[str, str]] = []
    for label, item in _items(text):
        fee, over, doubt = _one(line(label) or both, item)
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
    items = [(m["label"], text[m.end() : end].strip(" \n-")) for m, end in zip(marks, ends, strict=True)]
    items = [(label, part) for label, item in items for part in (_amounts(item) if item else [""])]
    head = _BULLET.sub("", text[: marks[0].start()].strip()).strip("-+*• ")
    return [("", head), *items] if head else items


def _amounts(text: str) -> list[str]:
    """Fees that follow one another: each with its remark in brackets, or parted by marks and each with an amount."""
    pieces, begin = [], 0
    for match in _NEXT.finditer(text):
        if _depth(text, match.start()) == 0:
            pieces.append(text[begin : match.start()])
            begin = match.end()
    pieces = [piece for piece in (_BULLET.sub("", p.strip()) for p in (*pieces, text[begin:])) if piece.strip(" .")]
    if len(pieces) > 1 and all(_is_fee(piece) for piece in pieces):
        return pieces
    parts, begin = [], 0
    for match in re.finditer(SUM, text, re.IGNORECASE):
        between = text[begin : match.start()].strip()
        if _depth(text, match.start()) == 0 and between.endswith(")") and between.startswith(tuple("0123456789")):
            parts.append(between)
            begin = match.start()
    return [*parts, text[begin:].strip()]


def _is_fee(text: str) -> bool:
    outside = re.sub(r"\([^()]*\)", "", text)
    return bool(re.search(SUM, outside, re.IGNORECASE)) or read_amount(line(outside))[0] is not None


def _depth(text: str, place: int) -> int:
    return text.count("(", 0, place) - text.count(")", 0, place)


def _one(label: str, item: str) -> tuple[ChannelFee | None, str, str]:
    """One fee (none where the cell has a label only), what of its remark was too long, and the code of a finding."""
    whole = item.strip().rstrip(";,")
    head, remark = _split(whole)
    amount, doubt = read_amount(head)
    if amount and amount.amount and _other_amount(amount.amount, amount.currency, remark):
        amount, doubt = None, "NK133"
    elif amount is None:
        if not remark and folded(head) in {"", "dong", "vnd"}:
            return None, "", "NK132"
        if doubt == "NK130" and (found := _inside(label, line(whole))):
            return found
    if amount is None:
        words = " ".join(
            part for part in (re.sub(r"\s*đồng$", "", head, flags=re.IGNORECASE), _bracketed(remark)) if part
        )
        condition, over = parted(line(words), _LONGEST)
        return ChannelFee(name=label, condition=condition or None), over, doubt
    condition, over = parted("" if denied(remark) else remark, _LONGEST)
    if amount.amount == 0 and remark and _DUE.search(remark):
        doubt = "NK131"
    return ChannelFee(name=label, amount=amount, condition=condition or None), over, doubt


def _inside(label: str, text: str) -> tuple[ChannelFee, str, str] | None:
    """The fee of a phrase that holds one amount outside brackets: `Cá nhân: 75.000 đồng`, `25.000 đồng/lần`."""
    bare = re.sub(r"\([^()]*\)", lambda match: " " * len(match[0]), text)
    found = list(re.finditer(SUM, bare, re.IGNORECASE))
    if len(found) != 1 or _UNSURE.search(bare) or _BOUND.search(bare[: found[0].start()]):
        return None
    amount = amount_in(found[0][0])
    if amount is None:
        return None
    before = text[: found[0].start()].strip(" :-–")
    after = text[found[0].end() :].strip(" .;,")
    if before and after and not after.startswith(("/", "(")):
        words = text
    else:
        words = " ".join(part for part in (before, re.sub(r"^/\s*", "mỗi ", after)) if part)
    condition, over = parted(words.strip("()") if words.startswith("(") else words, _LONGEST)
    return ChannelFee(name=label, amount=amount, condition=condition or None), over, ""


def _bracketed(remark: str) -> str:
    return f"({remark})" if remark else ""


def _split(item: str) -> tuple[str, str]:
    """What stands before the first bracket, and the remark without the brackets around it."""
    head, bracket, remark = item.partition("(")
    remark = remark.strip()
    while bracket and remark.startswith("(") and remark.endswith("))"):
        remark = remark[1:-1].strip()
    if bracket and remark.endswith(")") and remark.count("(") < remark.count(")"):
        remark = remark[:-1]
    return line(head), re.sub(r"^/\s*", "mỗi ", line(remark))


def _other_amount(amount: int, currency: str, remark: str) -> bool:
    """Whether the remark begins with an amount of the same currency that is another: `20 VNĐ(20.000 vnđ /tờ khai)`."""
    begins = re.match(rf"(?:phí|lệ phí)?\s*:?\s*({FIGURE}\s*{CURRENCY})", remark, re.IGNORECASE)
    stated = amount_in(begins[1]) if begins else None
    return stated is not None and stated.currency == currency and stated.amount != amount
