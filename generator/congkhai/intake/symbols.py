"""Numbers of legal acts (`số, ký hiệu`) in all the forms in which people write them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from congkhai.intake.slugs import folded, slug
from congkhai.intake.syllables import CAPITAL, SMALL
from congkhai.model.legal_act import ActKind

#: Agencies as the second part of a number names them; the longer stands before the shorter that it begins with.
_AGENCIES = (
    "CP",
    "TTg",
    "TTG",
    "UBTVQH",
    "QH",
    "CTN",
    "HĐTP",
    "HĐND",
    "UBND",
    "TTCP",
    "VPCP",
    "VPQH",
    "NHNN",
    "BHXH",
    "TANDTC",
    "VKSNDTC",
    "KTNN",
    "UBDT",
    "BDTTG",
    "TLĐ",
    "TU",
    "TW",
    "BTGTW",
    "BCĐ",
    "BCA-C06",
    "BCA",
    "BCT",
    "BCN",
    "BGDĐT",
    "BGTVT",
    "BKHCN",
    "BKHĐT",
    "BKHĐT",
    "BLĐTBXH",
    "BLĐBXH",
    "BNG",
    "BNNMT",
    "BNNPTNT",
    "BNN",
    "BNV",
    "BQP",
    "BTC",
    "BTNMT",
    "BTP",
    "BTTTT",
    "BVHTTDL",
    "BVHTT",
    "BXD",
    "BYT",
    "TCT",
    "TCHQ",
    "KBNN",
    "BTTTT",
    "TTVH",
    "UBTDTT",
    "BTS",
    "BTM",
    "BLĐ",
)
_AGENCY = "|".join(sorted({re.escape(name) for name in _AGENCIES}, key=len, reverse=True))
_NUMBERED = r"(?:UBTVQH|QH)\s?1?\d(?!\d{1,2}(?!\d|/))|NQ-QH1?\d"
_TYPES = r"NĐ|ND(?=-CP)|NQ|QĐ|QÐ|TTLT-?|TTr|TT|CTPH|CTr|CT|KH|KL|VBHN|L|PL|CV|TB|HD|CĐ|ĐA|BC|QC"
_ANY = rf"(?:{_AGENCY}|[A-ZĐ]{{2,7}}(?![{SMALL}]))"
#: `123/2015/NĐ-CP`, `54/2014/QH13`, `191/2005/TTLT/BQP-BLĐTBXH-BTC`, `1338-QĐ/TU`, `1844/TTCP-VP`, `01/QĐCB`.
_SYMBOL = re.compile(
    r"(?P<number>\d+(?:\.?[a-zđ])?(?:\.\d+)?)(?:\s?/\s?(?P<year>(?:19|20)\d\d))?"
    rf"\s?[/-]\s?(?P<sign>(?:{_NUMBERED})"
    rf"|(?:{_TYPES})\s?[-/]\s?{_ANY}(?:-{_ANY})*"
    rf"|(?:{_AGENCY})-[A-ZĐ]{{2,6}}(?![{SMALL}])"
    rf"|(?:QĐCB|TTLT|TT|QĐ)(?![{CAPITAL}{SMALL}-]))"
)
#: A year that ended the cell before: `… năm 2020` + `68/2020/QH14`, `… năm 2024.` + `53/2025/TT-BCA`.
_YEAR_BEFORE = re.compile(r"(?:19|20)\d\d\.?(?=\d)")
_KINDS: tuple[tuple[str, ActKind], ...] = (
    ("bo luat", ActKind.LAW),
    ("luat", ActKind.LAW),
    ("phap lenh", ActKind.ORDINANCE),
    ("nghi dinh", ActKind.DECREE),
    ("nghi quyet", ActKind.RESOLUTION),
    ("quyet dinh", ActKind.DECISION),
    ("thong tu", ActKind.CIRCULAR),
    ("chi thi", ActKind.DIRECTIVE),
    ("ke hoach", ActKind.PLAN),
    ("chuong trinh", ActKind.PROGRAMME),
    ("ket luan", ActKind.CONCLUSION),
    ("cong van", ActKind.OFFICIAL_LETTER),
    ("hien phap", ActKind.CONSTITUTION),
    ("lenh", ActKind.ORDER),
    ("van ban hop nhat", ActKind.CONSOLIDATED),
    ("thong bao", ActKind.ANNOUNCEMENT),
    ("huong dan", ActKind.GUIDANCE),
    ("quy che", ActKind.REGULATION),
    ("cong dien", ActKind.TELEGRAM),
    ("cong uoc", ActKind.TREATY),
    ("hiep dinh", ActKind.TREATY),
    ("hiep uoc", ActKind.TREATY),
    ("dieu uoc", ActKind.TREATY),
    ("bao cao", ActKind.REPORT),
    ("to trinh", ActKind.SUBMISSION),
    ("de an", ActKind.SCHEME),
)
_TYPE_OF_SIGN: Mapping[str, ActKind] = {
    "UBTVQH": ActKind.ORDINANCE,
    "QH": ActKind.LAW,
    "NQ": ActKind.RESOLUTION,
    "NĐ": ActKind.DECREE,
    "QĐ": ActKind.DECISION,
    "QĐCB": ActKind.DECISION,
    "TT": ActKind.CIRCULAR,
    "TTLT": ActKind.CIRCULAR,
    "CT": ActKind.DIRECTIVE,
    "CTr": ActKind.PROGRAMME,
    "CTPH": ActKind.PROGRAMME,
    "KH": ActKind.PLAN,
    "KL": ActKind.CONCLUSION,
    "CV": ActKind.OFFICIAL_LETTER,
    "L": ActKind.ORDER,
    "VBHN": ActKind.CONSOLIDATED,
    "TB": ActKind.ANNOUNCEMENT,
    "HD": ActKind.GUIDANCE,
    "QC": ActKind.REGULATION,
    "CĐ": ActKind.TELEGRAM,
    "BC": ActKind.REPORT,
    "TTr": ActKind.SUBMISSION,
    "ĐA": ActKind.SCHEME,
}
_PREFIXES = {
    ActKind.LAW: "luat",
    ActKind.ORDINANCE: "phap-lenh",
    ActKind.DECREE: "nd",
    ActKind.RESOLUTION: "nq",
    ActKind.DECISION: "qd",
    ActKind.CIRCULAR: "tt",
    ActKind.DIRECTIVE: "ct",
    ActKind.PLAN: "kh",
    ActKind.PROGRAMME: "ctr",
    ActKind.CONCLUSION: "kl",
    ActKind.OFFICIAL_LETTER: "cv",
    ActKind.CONSTITUTION: "hien-phap",
    ActKind.ORDER: "lenh",
    ActKind.CONSOLIDATED: "vbhn",
    ActKind.ANNOUNCEMENT: "tb",
    ActKind.GUIDANCE: "hd",
    ActKind.REGULATION: "quy-che",
    ActKind.TELEGRAM: "cd",
    ActKind.TREATY: "dieu-uoc",
    ActKind.REPORT: "bc",
    ActKind.SUBMISSION: "ttr",
    ActKind.SCHEME: "de-an",
}
_MINISTRIES = {
    "BCA": "Bộ Công an",
    "BCT": "Bộ Công Thương",
    "BGDĐT": "Bộ Giáo dục và Đào tạo",
    "BGTVT": "Bộ Giao thông vận tải",
    "BKHCN": "Bộ Khoa học và Công nghệ",
    "BKHĐT": "Bộ Kế hoạch và Đầu tư",
    "BNG": "Bộ Ngoại giao",
    "BNV": "Bộ Nội vụ",
    "BLĐTBXH": "Bộ Lao động - Thương binh và Xã hội",
    "BNNMT": "Bộ Nông nghiệp và Môi trường",
    "BNNPTNT": "Bộ Nông nghiệp và Phát triển nông thôn",
    "BQP": "Bộ Quốc phòng",
    "BTC": "Bộ Tài chính",
    "BTNMT": "Bộ Tài nguyên và Môi trường",
    "BTP": "Bộ Tư pháp",
    "BTTTT": "Bộ Thông tin và Truyền thông",
    "BVHTTDL": "Bộ Văn hóa, Thể thao và Du lịch",
    "BXD": "Bộ Xây dựng",
    "BYT": "Bộ Y tế",
    "TTCP": "Thanh tra Chính phủ",
    "VPCP": "Văn phòng Chính phủ",
    "NHNN": "Ngân hàng Nhà nước Việt Nam",
    "BHXH": "Bảo hiểm xã hội Việt Nam",
    "HĐTP": "Hội đồng Thẩm phán Tòa án nhân dân tối cao",
    "TANDTC": "Tòa án nhân dân tối cao",
    "UBDT": "Ủy ban Dân tộc",
    "VKSNDTC": "Viện kiểm sát nhân dân tối cao",
    "CTN": "Chủ tịch nước",
    "CP": "Chính phủ",
    "VPQH": "Văn phòng Quốc hội",
}


@dataclass(frozen=True, slots=True)
class Symbol:
    """One number as it is written in the official form, and where it stood in the text it was found in."""

    text: str
    start: int = 0
    end: int = 0

    @property
    def year(self) -> int | None:
        """The year that the number holds, if it holds one."""
        found = re.search(r"/((?:19|20)\d\d)/", self.text)
        return int(found[1]) if found else None

    @property
    def sign(self) -> str:
        """`NĐ-CP`: what follows the number and the year."""
        return re.sub(r"^\d+(?:\.?[a-zđ])?(?:\.\d+)?(?:/\d{4})?[/-]", "", self.text)

    @property
    def issuer(self) -> str:
        """The agency that the number names, or an empty text where it names none for certain."""
        if "UBTVQH" in self.sign:
            return "Ủy ban Thường vụ Quốc hội"
        if re.fullmatch(r"(?:NQ-)?QH\d+", self.sign):
            return "Quốc hội"
        if re.search(r"TTg$", self.sign, re.IGNORECASE):
            return "Thủ tướng Chính phủ"
        agencies = [part for part in re.split(r"[-/]", self.sign)[1:] if part in _MINISTRIES]
        return ", ".join(_MINISTRIES[part] for part in agencies)

    @property
    def local(self) -> bool:
        """Whether a province or a commune issued it: such a number is not unique in the country."""
        return self.sign.endswith(("UBND", "HĐND"))


def symbols(text: str) -> Iterator[Symbol]:
    """Every number of an act in a text, from left to right, in the official form."""
    for match in _SYMBOL.finditer(text):
        year = _YEAR_BEFORE.match(match["number"])
        start = year.end() + match.start() if year else match.start()
        written = re.sub(r"\s+", "", text[start : match.end()]).replace("Ð", "Đ").replace("TTG", "TTg")
        yield Symbol(written.replace("/ND-CP", "/NĐ-CP"), start, match.end())


def kind_of(symbol: Symbol | None, words: str) -> ActKind | None:
    """The kind of an act by its number, or else by the words it is called; None where neither tells."""
    plain = folded(words)
    if symbol:
        first = re.split(r"[-/]", re.sub(r"\d+$", "", symbol.sign))[0]
        found = _TYPE_OF_SIGN.get(first) or (ActKind.OFFICIAL_LETTER if first in _AGENCIES else None)
        national = found in {ActKind.ORDINANCE, ActKind.LAW}
        if found and not (national and re.match(r"(?:so )?nghi quyet\b", plain)):
            return found
    return next((kind for word, kind in _KINDS if re.match(rf"(?:so )?{word}\b", plain)), None)


def act_id(kind: ActKind, symbol: str, where: str = "") -> str:
    """`nd-123-2015-nd-cp`; `where` is added to numbers that more than one place may give."""
    parts = [_PREFIXES[kind], slug(symbol), slug(where)]
    joined = "-".join(part for part in parts if part)
    return joined if not slug(symbol).startswith(_PREFIXES[kind] + "-") else joined.removeprefix(_PREFIXES[kind] + "-")
