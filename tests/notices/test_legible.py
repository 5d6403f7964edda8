"""Letters are as large as the distance wants from which a notice is read; the sizes are those of one table."""

from __future__ import annotations

import re
from collections.abc import Mapping

import pytest

from congkhai.catalogue import labels
from congkhai.render.notices.kinds import KINDS
from congkhai.render.notices.legibility import FAR, IN_HAND, MARK, NEAR, Reading, least
from tests.notices.samples import Sheet, each, squeezed

FORMAL = {kind.name for kind in KINDS if kind.formal}
#: What must be read from two metres, by kind: paths of facts.
AFAR = {
    "contacts": ("hotline",),
    "settlers": ("settlers[].person.name", "settlers[].person.phone", "hotline"),
    "board": ("calendar.phone", "calendar.regular[].days", "calendar.regular[].hours", "hotline"),
}


def test_the_table_follows_from_the_angle_under_which_letters_are_seen():
    """A lower-case letter of Be Vietnam Pro spans seven minutes of arc or more from where it is read."""
    from fontTools.ttLib import TTFont

    from tests.notices.test_fonts import FOLDERS

    font = TTFont(FOLDERS["notices"] / "BeVietnamPro-Regular.ttf")
    share = font["OS/2"].sxHeight / font["head"].unitsPerEm

    def minutes(points: float, metres: float) -> float:
        return points * 25.4 / 72 * share / 1000 / metres * 180 / 3.14159265 * 60

    assert minutes(FAR, 2.0) >= 7
    assert minutes(NEAR, 0.7) >= 7
    assert minutes(IN_HAND, 0.4) >= 7
    assert minutes(MARK, 0.3) >= 7
    assert least(Reading.POSTER, 1.4142) == least(Reading.BOARD, 1.0) == NEAR
    assert least(Reading.POSTER, 1.0) == least(Reading.HAND, 2.0) == IN_HAND


def test_no_text_is_smaller_than_its_distance_allows(share: tuple[Sheet, ...]):
    """But for the marks: the line at the foot, the words of the code, the sign of sample data, numbers of notes."""
    words = labels("notice")

    def small(sheet: Sheet) -> list[str]:
        notice = sheet.notice
        imprint = notice.imprint
        marks = squeezed(
            " ".join(
                [imprint.number, words["code"], notice.code, words["review"], f"{imprint.review:%d/%m/%Y}", "·",
                 words["sample"], words["page"], words["scan"], imprint.site, imprint.page]
            )
        )  # fmt: skip
        numbers = re.compile(rf"(?:{squeezed(words['page'])})?[\d/. ]+")
        found = []
        for run in sheet.measured[0]:
            text = squeezed(run.text)
            mark = text in marks or all(p in marks for p in re.split("[·/]", text)) or numbers.fullmatch(text)
            colophon = notice.name.kind in FORMAL and not run.font.startswith("Tinos")
            wanted = MARK if mark or colophon else least(notice.reading, notice.name.paper.scale)
            if run.size < wanted - 0.03:
                found.append(f"{run.size:.2f} < {wanted}: {run.text.strip()[:40]}")
        return found[:4]

    assert each(small, share) == {}


def test_headings_and_what_everybody_looks_for_are_read_from_two_metres(sheets: tuple[Sheet, ...]):
    posters = [sheet for sheet in sheets if sheet.notice.reading is Reading.POSTER]
    assert {sheet.notice.name.kind for sheet in posters} >= {"fees", "reception", *AFAR}

    def small(sheet: Sheet) -> list[str]:
        runs = [run for run in sheet.measured[0] if run.page == 0]
        heading = max(run.size for run in runs)
        large = squeezed("".join(run.text for run in runs if run.size >= FAR - 0.03))
        wanted = [text for path in AFAR.get(sheet.notice.name.kind, ()) for text in _at(sheet.notice.facts, path)]
        return [*(["heading"] if heading < FAR else []), *(text for text in wanted if squeezed(text) not in large)]

    assert each(small, tuple(posters)) == {}


def _at(facts: Mapping[str, object], path: str) -> list[str]:
    found: list[object] = [facts]
    for part in path.split("."):
        name = part.removesuffix("[]")
        found = [item[name] for item in found]  # type: ignore[index]
        if part.endswith("[]"):
            found = [one for item in found for one in item]  # type: ignore[attr-defined]
    return [str(item) for item in found]


@pytest.mark.parametrize("kind", [kind.name for kind in KINDS])
def test_every_kind_says_where_it_is_read(kind: str):
    assert isinstance(next(k for k in KINDS if k.name == kind).reading, Reading)
