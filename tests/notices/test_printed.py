"""Every notice of the sample office, read back."""

from __future__ import annotations

import re
from pathlib import Path

from congkhai.derive.office import Office
from congkhai.model.copy import code_of
from congkhai.render.notices.kinds import KINDS, notices
from congkhai.render.notices.notice import Notice, Refusal, Standard
from tests.notices.samples import Sheet, each, leaves, pictures, reader, scanned, squeezed

#: Facts that are not printed in words: they choose between forms, or are said by the layout.
_SILENT = re.compile(r"columns\[\d+\]\.kind|passages\[\d+\]\.rank|form")


def test_every_kind_is_drawn(everything: tuple[Notice, ...]):
    assert {n.name.kind for n in everything} == {kind.name for kind in KINDS}


def test_nothing_of_the_sample_is_refused(sample: Office):
    assert [f"{n.name.address}: {n.reason}" for n in notices(sample) if isinstance(n, Refusal)] == []


def test_addresses_are_distinct_and_stay_in_their_folder(everything: tuple[Notice, ...]):
    addresses = [n.address for n in everything]
    assert len(addresses) == len(set(addresses))
    assert all(re.fullmatch(r"in/[a-z0-9./-]+\.pdf", a) and ".." not in a for a in addresses)


def test_text_is_whole(share: tuple[Sheet, ...]):
    """Each text of the facts can be read from the file as exact NFC, across line ends and whatever its case.

    "Case: way" may be printed as a case and its ways.
    """

    def lost(sheet: Sheet) -> list[str]:
        printed = squeezed("\n".join(sheet.pages))
        facts = [(p, t) for p, t in leaves(sheet.notice.facts) if not _SILENT.fullmatch(p)]
        return [f"{p}: {t}" for p, t in facts if not all(part in printed for part in _pieces(t))]

    assert each(lost, share) == {}


def _pieces(printed: str) -> list[str]:
    """A long text may be parted by the end of a page or column: look for its words in short runs."""
    found = []
    for part in printed.split(": "):
        words = part.split()
        runs = [words] if len(part) < 50 else [words[at : at + 2] for at in range(0, len(words) - 1, 2)]
        found += [squeezed(" ".join(run)) for run in runs]
    return found


def test_title_language_outline_and_standards(share: tuple[Sheet, ...]):
    def wrong(sheet: Sheet) -> list[str]:
        file = reader(sheet.data)
        root = file.trailer["/Root"]
        xmp = root["/Metadata"].get_data().decode()
        part = "3" if sheet.notice.standard is Standard.WITH_FACTS else "2"
        held = {
            "title": file.metadata.title.startswith(sheet.notice.imprint.title),
            "shown": root["/ViewerPreferences"]["/DisplayDocTitle"].value,
            "language": root["/Lang"] == "vi-VN",
            "tagged": root["/MarkInfo"]["/Marked"].value,
            "archive": f"<pdfaid:part>{part}</pdfaid:part>" in xmp
            and "<pdfaid:conformance>A</pdfaid:conformance>" in xmp,
            "accessible": "<pdfuaid:part>1</pdfuaid:part>" in xmp,
            "outline": sheet.notice.name.kind == "field" or len(file.outline) > 0,
            "dated": file.metadata.creation_date.date() == sheet.notice.imprint.dated,
            "facts": part == "2" or list(file.attachments) == ["du-lieu.yml"],
        }
        return [name for name, good in held.items() if not good]

    assert each(wrong, share) == {}


def test_only_our_fonts_and_all_embedded(share: tuple[Sheet, ...]):
    def foreign(sheet: Sheet) -> list[str]:
        found = set()
        for page in reader(sheet.data).pages:
            for font in page["/Resources"].get("/Font", {}).values():
                inner = font.get_object()["/DescendantFonts"][0].get_object()
                embedded = any(key.startswith("/FontFile") for key in inner["/FontDescriptor"])
                if not embedded or not re.search(r"\+(Tinos|BeVietnamPro)-", inner["/BaseFont"]):
                    found.add(str(inner["/BaseFont"]))
        return sorted(found)

    assert each(foreign, share) == {}


def test_number_version_review_and_page_on_each_page(share: tuple[Sheet, ...]):
    def bare(sheet: Sheet) -> list[str]:
        pages = [squeezed(page) for page in sheet.pages]
        notice = sheet.notice
        day = notice.imprint.review
        marks = [notice.imprint.number, notice.code, f"{day:%d/%m/%Y}"]
        return [
            f"{number}: {mark}"
            for number, page in enumerate(pages, 1)
            for mark in [*marks, f"Trang {number}/{len(pages)}", *(["mẫu"] if notice.facts["office"]["sample"] else [])]
            if squeezed(mark) not in page
        ]

    assert each(bare, share) == {}


def test_version_code_is_of_the_facts_alone(drawn: tuple[Notice, ...]):
    assert all(n.code == code_of(n.name.kind, n.imprint.number, n.facts) for n in drawn)
    posters = [n for n in drawn if n.name.kind == "fees"]
    assert len(posters) == 3
    assert len({n.code for n in posters}) == 1


def test_nothing_runs_over_the_edge(share: tuple[Sheet, ...]):
    """Every word lies on its page, at least 7 mm from each edge, and no two words of a page lie on one another."""

    def outside(sheet: Sheet) -> list[str]:
        found, sizes = sheet.boxes
        edge = 7 / 25.4 * 72
        return [
            f"{w.page + 1}: {w.text}"
            for w in found
            if w.left < edge
            or w.top < edge * 0.8
            or w.right > sizes[w.page][0] - edge
            or w.bottom > sizes[w.page][1] - edge * 0.6
        ]

    assert each(outside, share) == {}


def test_words_do_not_lie_on_one_another(share: tuple[Sheet, ...]):
    def touching(sheet: Sheet) -> list[str]:
        found, sizes = sheet.boxes
        out = []
        for page in range(len(sizes)):
            mine = sorted((w for w in found if w.page == page), key=lambda w: (w.left, w.top))
            for place, one in enumerate(mine):
                for other in mine[place + 1 :]:
                    if other.left >= one.right - 0.5:
                        break
                    # Line boxes of roomy type overlap a little; half of a word's height does not.
                    shared = min(one.bottom, other.bottom) - max(one.top, other.top)
                    if shared > 0.55 * min(one.bottom - one.top, other.bottom - other.top):
                        out.append(f"{page + 1}: {one.text} {other.text}")
        return out

    assert each(touching, share) == {}


def test_codes_lead_to_the_page_that_answers_for_the_copy(sheets: tuple[Sheet, ...], sample: Office, tmp_path: Path):
    """Read by a scanner from paper at 100 dots per inch; what it names is the version in hand."""

    def astray(sheet: Sheet) -> list[str]:
        folder = tmp_path / str(sheet).replace("/", "_")
        folder.mkdir()
        found = [code for picture in pictures(sheet.path, folder, 100) for code in scanned(picture)]
        wanted = f"{sample.site.url.rstrip('/')}/in/{sheet.notice.code}/"
        if found == [sheet.notice.scan] == [wanted]:
            return []
        return [f"{found} for {wanted}"]

    kinds: dict[str, list[Sheet]] = {}
    for sheet in sheets:
        kinds.setdefault(sheet.notice.name.kind, []).append(sheet)
    assert each(astray, tuple(sheet for group in kinds.values() for sheet in group[:6])) == {}


def test_posters_keep_to_their_paper(sheets: tuple[Sheet, ...]):
    sizes = {"a5": (148, 210), "a4": (210, 297), "a3": (297, 420), "a2": (420, 594)}
    for sheet in sheets:
        box = reader(sheet.data).pages[0].mediabox
        found = sorted((float(box.width) / 72 * 25.4, float(box.height) / 72 * 25.4))
        wanted = sizes[sheet.notice.name.paper.value]
        assert all(abs(a - b) < 0.5 for a, b in zip(found, wanted, strict=True)), str(sheet)
    single = [s for s in sheets if s.notice.name.kind in {"reception", "board", "settlers"}]
    assert {str(s): len(reader(s.data).pages) for s in single} == {str(s): 1 for s in single}
    cards = [s for s in sheets if s.notice.name.kind == "card"]
    assert all(len(reader(s.data).pages) <= 2 for s in cards)
