"""Tables of the national portal that scraping flattened into one string, taken apart again.

A cell is joined to the next without any sign, so a cell's end is found by what the next must look like: the words
at the head of a column, the name of a channel, a count of papers, the number of an act. What looks like one but has
a space or a mark where a cell's end has none stands in a sentence.
"""

from __future__ import annotations

import re

from congkhai.intake.acts import ActRow
from congkhai.intake.procedures.foreign import CaseRow, ChannelRow, PaperRow
from congkhai.intake.procedures.form_files import split_form
from congkhai.intake.syllables import SMALL
from congkhai.intake.symbols import symbols

#: What a scraper that kept the edges of cells put there.
_EDGE = r"(?:\s*[|\n\t]\s*)?"
_CHANNEL_HEAD = re.compile(
    rf"Hình thức nộp{_EDGE}Thời (?:gian|hạn)(?: giải quyết)?{_EDGE}Phí, lệ phí{_EDGE}Mô tả", re.IGNORECASE
)
_PAPER_HEAD = re.compile(rf"Tên giấy tờ{_EDGE}Mẫu đơn, tờ khai{_EDGE}Số lượng", re.IGNORECASE)
_ACT_HEAD = re.compile(rf"Tên văn bản pháp lý{_EDGE}Mã văn bản", re.IGNORECASE)
_CHANNEL = r"(?:Trực tiếp|Trực tuyến|Dịch vụ bưu chính(?: công ích)?|Bưu chính(?: công ích)?)"
_UNIT = r"(?:Ngày làm việc|Giờ làm việc|Ngày|Giờ|Phút|Tuần|Tháng|Năm)"
_COUNTED = rf"\d+(?:[.,]\d+)?(?:\s*-\s*\d+(?:[.,]\d+)?)?\s*{_UNIT}(?![{SMALL}])"
_CURRENCY = rf"(?:VNĐ|VND|Việt Nam Đồng|[Đđ]ồng|USD|Đô la Mỹ|đ(?![{SMALL}]))"
_FIGURE = r"(?:[1-9]\d{0,2}(?:[.,]\d{3})+|[1-9]\d*(?:[.,]\d{1,2})?|0(?:[.,]\d{1,2})?)"
_AMOUNT = rf"(?:(?:Lệ phí|Phí)\s*:?\s*)?{_FIGURE}\s*(?:{_CURRENCY})"
_FEE = rf"(?:Miễn phí|Không có thông tin|(?:Lệ phí|Phí)\s*:|{_AMOUNT})"
_NO_TIME = r"(?:Không có thông tin|Không quy định|Không)"
#: A row begins with a channel, then a time, then a fee, each directly after the other. A time without a unit is the
#: fewest digits that leave an amount: `120 VNĐ` after a channel is the time 1 and the amount 20.
_ROW = re.compile(
    rf"(?P<channel>{_CHANNEL}){_EDGE}"
    rf"(?:(?P<time>{_COUNTED}|{_NO_TIME}(?={_EDGE}{_FEE})|\d+?(?={_EDGE}{_FEE})|){_EDGE}(?P<fee>{_FEE})"
    rf"|(?P<words>(?![\s:;,.)]|nộp|hoặc|và)(?:(?!{_CHANNEL}).){{3,300}}?){_EDGE}(?P<fee_after>{_FEE}))",
    re.DOTALL,
)
#: For tables in letters of one size, where a channel's name looks the same in a sentence.
_ANY_ROW = re.compile(_ROW.pattern, re.DOTALL | re.IGNORECASE)
_COUNT = re.compile(
    r"(?P<originals>\d{1,2}) bản chính(?:,\s?(?P<copies>\d{1,2}) bản sao)?(?=\Z|\s*\n|[^\s.;,:)/])|"
    r"(?P<only>\d{1,2}) bản sao(?=\Z|\s*\n|[^\s.;,:)/])"
)
#: A count that ends the name of a paper, for the count of its own column follows.
_COUNT_NEXT = re.compile(r"\d{1,2} bản (?:chính|sao)")
_RESULT = re.compile(r"\s*Mã:\s*(?P<code>[A-Z]{2,6}(?:[.-][A-Z]?\d{1,2})?(?:[.-](?:\d{6}|\d{1,5}))?)")


def channels(text: str) -> tuple[tuple[ChannelRow, ...], str]:
    """The rows of a table of channels, and what stood before the first of them."""
    body = _CHANNEL_HEAD.sub("", text, count=1)
    flat = body.isupper() or body.islower()
    starts = list((_ANY_ROW if flat else _ROW).finditer(body))
    rows = []
    for place, match in enumerate(starts):
        begin = match.start("fee") if match["fee"] is not None else match.start("fee_after")
        end = starts[place + 1].start() if place + 1 < len(starts) else len(body)
        fees, description = _fees(body[begin:end], re.IGNORECASE if flat else re.NOFLAG)
        rows.append(
            ChannelRow(
                match["channel"],
                (match["time"] if match["fee"] is not None else match["words"]) or "",
                fees,
                description,
            )
        )
    before = body[: starts[0].start()] if starts else body
    return tuple(rows), before.strip(" |\n\t")


def _fees(text: str, flags: re.RegexFlag) -> tuple[str, str]:
    """The cell of fees, with its remarks in brackets, and the description that follows it."""
    end = 0
    while match := re.compile(rf"\s*{_FEE}", flags).match(text, end):
        labelled = re.compile(r"(?:Lệ phí|Phí)\s*:\s*$").search(text, end, match.end())
        end = match.end()
        if labelled:
            rest = re.compile(rf"[^()]*?(?={_CURRENCY})(?:{_CURRENCY})").match(text, end)
            end = rest.end() if rest else end
        if end < len(text) and text[end] == "(":
            end = _closing(text, end)
        if match[0].strip().lower() in {"miễn phí", "không có thông tin"}:
            break
    return text[:end].strip(), text[end:].strip(" |\n\t")


def _closing(text: str, start: int) -> int:
    """The place after the bracket that closes the one at `start`; the end of the text where none does."""
    depth = 0
    for place in range(start, len(text)):
        depth += (text[place] == "(") - (text[place] == ")")
        if depth == 0:
            return place + 1
    return len(text)


def cases(text: str) -> tuple[tuple[CaseRow, ...], str]:
    """The cases with their papers, and what was left where no paper could be made out."""
    heads = list(_PAPER_HEAD.finditer(text))
    if not heads:
        return (), text.strip()
    found, name, lost = [], text[: heads[0].start()], ""
    for place, head in enumerate(heads):
        end = heads[place + 1].start() if place + 1 < len(heads) else len(text)
        papers, rest = _papers(text[head.end() : end])
        found.append(CaseRow("" if name.strip() == "--" else name.strip(), papers))
        name = rest
        if place + 1 == len(heads):
            lost = rest
    return tuple(case for case in found if case.papers), lost.strip()


def _papers(text: str) -> tuple[tuple[PaperRow, ...], str]:
    """Papers up to the last count; what follows is the heading of the next case."""
    papers: list[PaperRow] = []
    begin = 0
    for match in _COUNT.finditer(text):
        if _COUNT_NEXT.match(text, match.end()):
            continue
        start = match.start()
        digits = match["originals"] or match["only"]
        if len(digits) == 2 and _belongs_to_name(text, start):
            start, digits = start + 1, digits[1]
        if start > begin and text[start - 1].isspace() and text[start - 2 : start - 1] in {":", ",", ";"}:
            continue
        name, form = split_form(text[begin:start])
        if not name and papers:
            begin = match.end()
            continue
        originals = int(digits) if match["originals"] else 0
        papers.append(PaperRow(name, originals, int(match["copies"] or 0) if match["originals"] else int(digits), form))
        begin = match.end()
    return tuple(papers), text[begin:]


def _belongs_to_name(text: str, start: int) -> bool:
    """Whether the first of two digits ends the name of the paper: `mẫu BM.20.0` + `31 bản chính`, `Mẫu số 0` + `1`."""
    return text[start] == "0" or (start > 0 and (text[start - 1].isdigit() or text[start - 1] in " ./-"))


def acts(text: str) -> tuple[tuple[ActRow, ...], str]:
    """Pairs of a name and a number, and what was left after the last number.

    A number that is joined to the word before it is a cell of its own; of numbers joined to one another the first
    ends a name when a space stands before it.
    """
    body = _ACT_HEAD.sub("", text, count=1)
    found = [(s.start, s.end, s.text) for s in symbols(body)]
    rows: list[ActRow] = []
    begin, place = 0, 0
    while place < len(found):
        run = place
        while run + 1 < len(found) and found[run + 1][0] == found[run][1]:
            run += 1
        glued = list(range(place, run + 1))
        if _cell_start(body, found[place][0], begin) > begin and _joined(
            body, _cell_start(body, found[place][0], begin)
        ):
            first = glued.pop(0)
            rows.append(ActRow(body[begin : _cell_start(body, found[first][0], begin)], found[first][2]))
            begin = found[first][1]
        while len(glued) > 1:
            named, numbered = glued[:2]
            del glued[:2]
            rows.append(ActRow(body[begin : found[named][1]], found[numbered][2]))
            begin = found[numbered][1]
        place = run + 1
    return tuple(rows), body[begin:].strip()


_KIND = r"(?:Thông tư liên tịch|Thông tư|Nghị định|Nghị quyết|Quyết định|Bộ luật|Luật|Pháp lệnh|Chỉ thị)"
_CALLED = re.compile(rf"(?:{_KIND}(?:\s[Ss]ố:?)?|[Ss]ố:?)\s?$")


def _cell_start(text: str, start: int, begin: int) -> int:
    """Where the cell of a number begins: `báo cáo` + `Thông tư số 02/2022/…` when the word before is joined to it."""
    called = _CALLED.search(text, max(0, start - 40), start)
    if called and begin < called.start() < start and _joined(text, called.start()):
        return called.start()
    return start


def _joined(text: str, start: int) -> bool:
    return start > 0 and not text[start - 1].isspace() and text[start - 1] not in "(“\"'/-"


def results(text: str) -> tuple[tuple[str, str], ...]:
    """Pairs of a result and its national code, which is empty for what follows the last code."""
    pairs, begin = [], 0
    for match in _RESULT.finditer(text):
        pairs.append((text[begin : match.start()].strip(), match["code"]))
        begin = match.end()
    if text[begin:].strip():
        pairs.append((text[begin:].strip(), ""))
    return tuple(pairs)
