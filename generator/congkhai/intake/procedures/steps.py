"""The order of steps, parted where the text numbers them."""

from __future__ import annotations

import re

from congkhai.intake.cleaning import parted, prose
from congkhai.intake.nothing import unsaid
from congkhai.intake.slugs import folded
from congkhai.intake.syllables import CAPITAL, SMALL

LONGEST = 5000
_STEP = re.compile(
    rf"(?:^|(?<=[\s.;:,)])|(?<=[{SMALL}]))(?:[-+*•]\s*|[a-zđ]\)\s*)?(?:Bước|bước(?=\s+\d+\s*:))\s+(?P<number>\d{{1,2}})"
    rf"\s*(?P<mark>[:.)]|(?=\s+[{CAPITAL}\d+-]|\s*$))",
    re.MULTILINE,
)
#: What stands last before a numbering that begins anew: a heading, not the end of the step before.
_HEADING = re.compile(
    r"(?:^|(?<=[.;:])\s+|\n\n)(?P<heading>(?:\d{1,2}[.)]\s+|[a-zđ]\)\s+|[IVX]+\.\s+|[*+-]+\s*|\([ivx\d]+\)\s*)?[^.;\n]{3,500}?:?)\s*$"
)


def read_steps(text: str) -> tuple[str, ...]:
    """One text per step; where nothing is numbered, one step with all paragraphs, parted only for its length."""
    if unsaid(text):
        return ()
    body = prose(text)
    if folded(body).startswith("trinh tu thuc hien"):
        body = re.sub(r"^\s*Trình tự thực hiện\s*:?\s*", "", body, flags=re.IGNORECASE)
    starts = _numbered(body)
    if len(starts) < 2 and not (starts and int(starts[0]["number"]) == 1):
        return _bounded([body])
    again = any(int(start["number"]) == 1 for start in starts[1:])
    steps = []
    head = body[: starts[0].start()].strip()
    for place, start in enumerate(starts):
        end = starts[place + 1].start() if place + 1 < len(starts) else len(body)
        whole, bare = body[start.start() : end].strip(), body[start.end() : end].strip()
        text_of_step = whole if again else bare
        following = ""
        if place + 1 < len(starts) and int(starts[place + 1]["number"]) == 1:
            heading = _HEADING.search(text_of_step)
            if heading and heading.start() > 0:
                following = heading["heading"]
                text_of_step = text_of_step[: heading.start()].strip()
        steps.append("\n\n".join(part for part in (head, text_of_step) if part))
        head = following
    return _bounded([step for step in steps if step])


def _numbered(text: str) -> list[re.Match[str]]:
    """Beginnings of steps: numbers that go up by one, or begin anew with 1; others are mentions of a step."""
    found: list[re.Match[str]] = []
    for match in _STEP.finditer(text):
        number = int(match["number"])
        last = int(found[-1]["number"]) if found else 0
        before = text[: match.start()]
        begins = (
            not before
            or before[-1].isalpha()
            or before[-1] == "\n"
            or before.rstrip().endswith((".", ";", ":", ")", ","))
        )
        if (
            number == last + 1
            and (match["mark"] in {":", "."} or begins)
            or number == 1
            and found
            and match["mark"] in {":", "."}
            or not found
            and number == 1
        ):
            found.append(match)
    return found


def _bounded(steps: list[str]) -> tuple[str, ...]:
    out: list[str] = []
    for step in steps:
        rest = step
        while rest:
            head, rest = parted(rest, LONGEST)
            out.append(head)
    return tuple(out)
