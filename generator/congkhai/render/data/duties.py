"""The states of duties as JSON."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from typing import Any

from congkhai.derive.address import address, heading
from congkhai.derive.duties.occasion import Gap
from congkhai.derive.duties.status import DutyState, DutyStatus, statuses
from congkhai.derive.duties.steps import steps
from congkhai.derive.duties.trend import trend
from congkhai.derive.office import Office
from congkhai.derive.publication import has_page
from congkhai.render.duty_words import reason_text, step_text, term_text
from congkhai.source.repository import Source

#: Where the states of the site's own duties are published.
STATES = "api/v1/duty-states.json"


def files(office: Office) -> Iterator[tuple[str, bytes, tuple[str, ...]]]:
    """Yield (path, bytes, source files): what `congkhai status` tells staff, and how it stood at the end of months."""
    months = [
        {"date": moment.day.isoformat(), "counts": {state.value: moment.counts[state] for state in DutyState}}
        for moment in trend(office)
    ]
    # On one line: a province has ten thousand records to tell of, and indenting them costs more than finding them.
    told = json.dumps({**document(office), "months": months}, ensure_ascii=False) + "\n"
    yield STATES, told.encode(), ()


def document(office: Office, at: str = "") -> dict[str, Any]:
    """Every duty as it stands on the day for an office; texts in Vietnamese, dates in ISO 8601."""
    found = statuses(office, at)
    counts = Counter(status.state for status in found)
    return {
        "date": office.day.isoformat(),
        "office": office.unit(at or office.site.office, at).name,
        "counts": {state.value: counts[state] for state in DutyState},
        "duties": [_duty(office, status) for status in found],
    }


def _duty(office: Office, status: DutyStatus) -> dict[str, Any]:
    duty, one = status.duty, status.decisive
    return {
        "id": status.source.id,
        "number": duty.number,
        "title": duty.title,
        "group": duty.group.value,
        "state": status.state.value,
        "reason": status.reason.value if status.reason else None,
        "explanation": reason_text(status) or None,
        "verified": status.whole.verified,
        "due": status.due.isoformat() if status.due else None,
        "days_late": status.days,
        "done": one.done.isoformat() if one and one.done else None,
        "term": term_text(one.term) if one and one.term else None,
        "evidence": [_record(office, source) for source in (*one.records, *one.postings)] if one else [],
        "missing": [_gap(gap) for gap in one.gaps] if one else [],
        "next": [step_text(step) for step in steps(status)],
        "basis": [place.full for place in duty.basis],
        "page": office.site.url + address(status.source),
    }


def _record(office: Office, source: Source) -> dict[str, Any]:
    told: dict[str, Any] = {"kind": source.key.kind, "id": source.id, "title": heading(source)}
    if has_page(source, office.day):
        told["page"] = office.site.url + address(source)
    return told


def _gap(gap: Gap) -> dict[str, Any]:
    told: dict[str, Any] = {"what": gap.lack.value}
    if gap.item:
        told["record"] = f"{gap.item.key.kind}/{gap.item.id}"
    if gap.board:
        told["board"] = gap.board.id
    if gap.want:
        told |= {"have": gap.have, "want": gap.want}
    return told
