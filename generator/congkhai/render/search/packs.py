"""What Pagefind reads before it finds a page, in few files.

Pagefind fetches a description of each bundle, and of each bundle the words around each word that is asked for. With
many buckets these are hundreds of small files for one question, and fetching them takes a hundred times as long as
finding. So some bundles are described in one file, and their words are cut at the same places, so that one file holds
the words between two places of all of these: a question fetches one file for each of its words. packs.js hands out of
them what Pagefind asks for, compressed as Pagefind reads it: a bundle that changes is compressed anew, the others are
only put beside it.
"""

from __future__ import annotations

import gzip
import hashlib
import json
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from congkhai.render.search import cbor
from congkhai.render.search.cbor import Value

#: Where the words of an index are cut: each of these begins a file, the first holds what comes before. They part the
#: words of offices into files of about one size; other words would do, but both ends must agree for all bundles.
_PLACES = """
00001 00005 0001 0014 003 01 1 1001 1003 1008 101 11 12 15 2 2001 2002 201 2026 203 22 3 4 5 6 7 8 9 a an ap b
ban bang bao bi bo bon c cac cai cao cap cha chap chi chieu chinh cho chu chuc chun chuo co coi cong cu cua
cuc d dan dang danh dat dau de dem di die dieu din dip do doanh doi don dong dot du dua dung duo dut e g gia
giai giam giay gie gu h hang hanh he hen het hi hin ho hoa hoach hoi hop hu huo i k kg khang khi kho khoan khu
ki kien kin ky l lap le li loi lu luc m mau may mo moi mu n nam nang neu ngay nghi nghia ngoa nguo nguye nha
nhan nhanh ni nong nop nq o p phan phat phi phon phu phuon q quan quay que quye quyet r s sanh so soa su suc t
tai tam tau tha thai thang that the theo thi thoai thong thu thua thuc thuo ti tiep tiet tinh to toa tra trang
tri tro trong tru trun truon tu tua tuc u uy v vac vang ve vi vie vien voi vu x xac xin y
"""
STARTS = tuple(_PLACES.split())
#: Ends every word that has the same beginning.
_LAST = "\U0010ffff"
#: What every file of Pagefind begins with, once unpacked.
SIGNATURE = b"pagefind_dcd"
_LENGTH = 4
#: The names of the files: of the descriptions, and of the words between two places.
_OPENING, _WORDS = "mo-", "tu-"
_END = ".pf_pack"
#: So many bundles are packed together at most. More cost each change more, fewer cost a question more files.
MOST = 16


def groups(names: Sequence[str]) -> list[Sequence[str]]:
    """The names of buckets by what is packed together, in their order: a new bucket moves those beside it only."""
    return list(_grouped(names, 0))


def _grouped(names: Sequence[str], depth: int) -> Iterator[Sequence[str]]:
    """`names` are alike up to a depth."""
    if len(names) <= MOST:
        if names:
            yield names
        return
    for bit in "01":
        yield from _grouped([name for name in names if name[depth] == bit], depth + 1)


def listed() -> list[Value]:
    """The words of each file as Pagefind's description of a bundle lists them: the first, the last, a name."""
    firsts, lasts = ["", *STARTS], [*map(_before, STARTS), _LAST]
    return [[first, last, str(number)] for number, (first, last) in enumerate(zip(firsts, lasts, strict=True))]


def cut(chunks: Iterable[bytes]) -> list[bytes]:
    """The words of a bundle, one for each of :func:`listed`, out of what Pagefind has cut as it likes."""
    parts: list[list[bytes]] = [[] for _ in range(len(STARTS) + 1)]
    words = sorted((cbor.text(word, 1), word) for chunk in chunks for word in cbor.members(cbor.members(chunk)[0]))
    for text, word in words:
        parts[bisect_right(STARTS, text)].append(word)
    return [compressed(cbor.listed([cbor.listed(part)])) for part in parts]


def compressed(value: bytes) -> bytes:
    """A value as Pagefind reads it from a file."""
    return gzip.compress(SIGNATURE + value, compresslevel=6, mtime=0)


def joined(some: Iterable[bytes]) -> bytes:
    """Several parts in one, each behind its length."""
    return b"".join(piece for part in some for piece in (len(part).to_bytes(_LENGTH), part))


def parted(whole: bytes) -> Iterator[bytes]:
    """The parts of what was joined."""
    at = 0
    while at < len(whole):
        start = at + _LENGTH
        at = start + int.from_bytes(whole[at:start])
        yield whole[start:at]


def packed(bundles: Iterable[bytes], start: str) -> dict[str, bytes]:
    """The files of some bundles, of which each is joined of its entry, its description and its words as cut.

    The first file describes them: the names of the others, then entry and description of each bundle. Their addresses
    `start` alike, and no others do.
    """
    every = [list(parted(bundle)) for bundle in bundles]
    words = [joined(part) for part in zip(*(parts[2:] for parts in every), strict=True)]
    names = [f"{start.rpartition('/')[2]}{_WORDS}{_digest(part)}{_END}" for part in words]
    told = (part for entry, described, *_ in every for part in (entry, described))
    opening = joined([json.dumps(names).encode(), *told])
    folder = start.rpartition("/")[0]
    found = {f"{folder}/{name}": part for name, part in zip(names, words, strict=True)}
    return {f"{start}{_OPENING}{_digest(opening)}{_END}": opening, **found}


def _before(start: str) -> str:
    """The last word before one, for all words that anybody writes."""
    return f"{start[:-1]}{chr(ord(start[-1]) - 1)}{_LAST}"


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()[:10]
