"""Seasons of the fields, which begin with the weather: `vụ Đông Xuân 2025-2026`, `niên vụ`, `mùa mưa bão`."""

from __future__ import annotations

from congkhai.model.phrases.reading import Kind, Relation
from congkhai.model.phrases.scene import Found, Scene
from congkhai.model.phrases.tokens import Phrases, Text
from congkhai.model.phrases.year import year_number
from congkhai.model.plan import Precision

_SEASONS = Phrases(
    "vụ đông xuân | vụ hè thu | vụ thu đông | vụ xuân hè | vụ hè | vụ xuân | vụ mùa | vụ đông | vụ chiêm xuân | "
    "vụ chiêm | vụ thu | vụ hè - thu | vụ đông - xuân | vụ thu - đông | niên vụ | mùa mưa | mùa mưa bão | mùa mưa lũ | "
    "mùa khô | mùa lũ | mùa bão | mùa mưa , bão | mùa mưa , lũ | mùa nước nổi | mùa hanh khô | vụ lúa đông xuân | "
    "vụ lúa hè thu | vụ lúa mùa | vụ lúa thu đông"
)
_SIDES = {"trước": Relation.BEFORE, "sau": Relation.AFTER}
_LEADS = frozenset({"trong", "đầu", "cuối", "giữa", "vào", "từ", "hết", "đến"})


def read_season(scene: Scene, i: int) -> Found | None:
    """A season as something that the time depends on: its days are announced, not written in a calendar.

    Where nothing before it makes it a time, it only names what is spoken of.
    """
    text = scene.text
    j = i
    while text.word(j) in _LEADS | _SIDES.keys() and j < i + 3:
        j += 1
    end = _SEASONS.end(text, j)
    if end is None or text.word(end) in {"việc", "án"}:
        return None
    end = _years(text, end)
    side = next((_SIDES[text.word(n)] for n in range(i, j) if text.word(n) in _SIDES), None)
    named_only = j == i and not (i == 0 and end == len(text))
    time = scene.understood(
        *(i, end, Kind.EVENT, Precision.EVENT),
        after=text.wording(j, end),
        relation=side,
        not_a_deadline=named_only,
    )
    return Found(end, (time,))


def _years(text: Text, i: int) -> int:
    """Where the season's year or its two years end: `2026`, `năm 2026`, `2025-2026`, `2025/2026`."""
    j = i + 1 if text.word(i) in {"năm", "("} else i
    if year_number(text, j) is None:
        return i
    j += 1
    if text.word(j) in {"-", "/"} and year_number(text, j + 1) is not None:
        j += 2
    return j + 1 if text.word(i) == "(" and text.word(j) == ")" else j
