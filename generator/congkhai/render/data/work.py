"""How the work of plans stands on the day, as JSON: of each plan, of each unit, and what is due in the office."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from typing import Any

from congkhai.derive.address import address
from congkhai.derive.diary.due import Due, due_list
from congkhai.derive.diary.work import Work, work_by_unit
from congkhai.derive.kept_days import kept_plans
from congkhai.derive.office import Office
from congkhai.derive.tasks import TaskView, plan_tasks, tasks_by_unit, why_undated
from congkhai.source.repository import Key

#: The name of the file beside the page.
DATA = "viec.json"


def files(office: Office) -> Iterator[tuple[str, bytes, tuple[str, ...]]]:
    """Yield (path, bytes, source files)."""
    base = office.site.url.rstrip("/") + "/"
    for plan in kept_plans(office):
        tasks = [_task(office, view, base) for view in plan_tasks(plan, office.day)]
        told = {"date": office.day.isoformat(), "plan": base + address(plan), "tasks": tasks}
        yield f"{address(plan)}{DATA}", _bytes(told), plan.files
    work, tasks_of = work_by_unit(office), tasks_by_unit(office)
    for unit in office.repository.all("unit"):
        told = {
            "date": office.day.isoformat(),
            "unit": base + address(unit),
            "due": [_work(office, one, base) for one in work.get(unit.key, ()) if one.day >= office.day],
            "tasks": [_task(office, view, base) for view in tasks_of.get(unit.key, ())],
        }
        yield f"{address(unit)}{DATA}", _bytes(told), unit.files
    found = due_list(office)
    told = {
        "date": office.day.isoformat(),
        "late": [_task(office, view, base) for view in found.late],
        **{f"within_{span.days}_days": [_due(office, one, base) for one in span.lines] for span in found.spans},
    }
    yield f"viec-den-han/{DATA}", _bytes(told), tuple(p for s in kept_plans(office) for p in s.files)


def _task(office: Office, view: TaskView, base: str) -> dict[str, Any]:
    task = view.task
    why = why_undated(view)
    updates = [one for one in task.updates if one.date <= office.day]
    return {
        "id": task.id,
        "text": task.text,
        "place": view.place,
        "lead": task.lead,
        "cooperating": list(task.cooperating),
        "state": view.state.value,
        "due": _iso(view.due),
        "next": _iso(view.next),
        "days_late": view.days_late or None,
        "done": _iso(view.done_on),
        "not_datable": why.value if why else None,
        "explanation": why.label if why else None,
        "progress": [
            {
                "date": one.date.isoformat(),
                "text": one.text,
                "done": one.done,
                "by": one.by,
                "evidence": one.evidence or (f"{base}tep/{one.evidence_file}" if one.evidence_file else None),
            }
            for one in updates
        ],
        "page": f"{base}{address(view.plan)}nhiem-vu/#viec-{task.id}",
    }


def _work(office: Office, work: Work, base: str) -> dict[str, Any]:
    return {
        "date": work.day.isoformat(),
        "kind": work.kind.value,
        "text": work.text,
        "wording": work.deadline.text,
        "units": _names(office, work.units),
        "cooperating": _names(office, work.helping),
        "done": work.done,
        "page": base + work.page,
    }


def _due(office: Office, due: Due, base: str) -> dict[str, Any]:
    return {
        "date": due.day.isoformat(),
        "kind": due.label,
        "text": due.text,
        "units": _names(office, due.units),
        "more": due.more,
        "page": base + due.page,
    }


def _names(office: Office, keys: tuple[Key, ...]) -> list[str]:
    return [office.repository.sources[key].record.name for key in keys]


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _bytes(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()
