"""What is said of duties, on pages, in data and at the terminal."""

from __future__ import annotations

from congkhai.catalogue import phrase
from congkhai.check.filling import WholeDuty
from congkhai.derive.address import heading
from congkhai.derive.duties.occasion import Lack
from congkhai.derive.duties.reckoning import Term
from congkhai.derive.duties.status import DutyState, DutyStatus
from congkhai.derive.duties.steps import Step
from congkhai.model.budget import Phase
from congkhai.model.calendar import short_date
from congkhai.model.duty import DutyDeadline, MinimumPosting
from congkhai.model.duty_terms import PostingEnd, Timing, Trigger
from congkhai.source.repository import Source

_ROMAN = ("I", "II", "III", "IV")
_WHOLE_YEAR = frozenset({Phase.SUBMITTED, Phase.DECIDED, Phase.SETTLED, Phase.YEAR})


def sentence(text: str) -> str:
    """The text as a line of its own: with a capital."""
    return text[:1].upper() + text[1:]


def term_text(term: Term, language: str = "vi") -> str:
    """`Thực hiện 9 tháng năm 2026`, `quý III năm 2026`, `tháng 10 năm 2026`, `năm 2026`."""
    first, last = term.first, term.last
    year, ends = last.year, {"first": short_date(first), "last": short_date(last)}
    if term.phase:
        return phrase("duties.phase_term", language, phase=term.phase.label, year=year)
    days = (last - first).days + 1
    if days == 7:
        return phrase("duties.week_term", language, **ends)
    if first.day != 1 or days not in {*range(28, 32), *range(90, 93), 365, 366}:
        return phrase("duties.span_term", language, **ends)
    if days < 32:
        return phrase("duties.month_term", language, month=last.month, year=year)
    if days < 93:
        return phrase("duties.quarter_term", language, quarter=_ROMAN[(last.month - 1) // 3], year=year)
    return phrase("duties.year_term", language, year=year)


def state_text(state: DutyState, language: str = "vi") -> str:
    """`Đã thực hiện`."""
    return phrase(f"duties.states.{state.value}", language)


def reason_text(status: DutyStatus, language: str = "vi") -> str:
    """Why a duty stands as it does; empty where the state says it all."""
    if status.reason is None:
        return ""
    who = ", ".join(actor.label for actor in status.duty.who)
    return phrase(f"duties.reasons.{status.reason.value}", language).format(who=who)


def days_text(status: DutyStatus, language: str = "vi") -> str:
    """The days that matter: `quá hạn 43 ngày, hạn 10/10/2026`, `đã làm ngày 08/10/2026`, `hạn 31/12/2026`."""
    due = short_date(status.due) if status.due else ""
    one = status.decisive
    done = short_date(one.done) if one and one.done else ""
    if status.state is DutyState.LATE:
        if status.days is None:
            return phrase("duties.lacking", language)
        key = "late_done" if done else "late_by"
        return phrase(f"duties.{key}", language, days=status.days, due=due, done=done)
    if status.state is DutyState.MET and one and (one.due or len(one.records) == 1):
        return phrase("duties.done_on", language, done=done)
    return phrase("duties.due_on", language, due=due) if due else ""


#: What is to be done by a day, and is said otherwise where none can be named.
_DATED = frozenset({"announce", "hold", "publish_table"})


def step_text(step: Step, language: str = "vi") -> str:
    """What to do, as one line."""
    due = short_date(step.due) if step.due else ""
    item = _quoted(step.item, language) if step.item else ""
    boards = ", ".join(heading(board) for board in step.boards)
    if len(step.boards) > 3:
        boards = phrase("duties.boards_all", language, count=len(step.boards), boards=boards)
    key = step.lack.value
    if step.lack is Lack.PUBLISH:
        key = "publish_item" if step.item else _publish(step)
    if not due and key in _DATED:
        key += "_undated"
    return phrase(
        f"duties.steps.{key}",
        language,
        item=item,
        boards=boards,
        due=due,
        have=step.have,
        want=step.want,
        law=step.cites.full if step.cites else "",
        place=step.place.label if step.place else "",
    )


def _publish(step: Step) -> str:
    if step.maybe:
        return "publish_maybe"
    return "publish" if step.cites else "publish_table"


def _quoted(source: Source, language: str) -> str:
    return phrase("duties.item", language, title=heading(source))


def deadline_text(deadline: DutyDeadline, trigger: Trigger) -> str:
    """`Chậm nhất 5 ngày làm việc sau ngày ban hành văn bản, quyết định`."""
    timing = deadline.timing
    count = f"{deadline.amount} {deadline.unit.label}" if deadline.amount is not None and deadline.unit else ""
    match timing:
        case Timing.AFTER:
            return phrase("duty_words.after", count=count, trigger=trigger.label)
        case Timing.BEFORE:
            return phrase("duty_words.before", count=count, trigger=trigger.label)
        case Timing.PERIOD:
            return phrase("duty_words.period", count=count)
        case Timing.DAY:
            return phrase("duty_words.day", day=short_date(deadline.day) if deadline.day else "")
        case Timing.AT_ONCE | Timing.STANDING | Timing.YEARLY:
            return phrase(f"duty_words.{timing.value}")


def posting_text(posting: MinimumPosting) -> str:
    """`Ít nhất 30 ngày liên tục`."""
    if posting.until in {PostingEnd.DAYS, PostingEnd.WORKING_DAYS}:
        return phrase(f"duty_words.{posting.until.value}", days=posting.days)
    return phrase(f"duty_words.until_{posting.until.value}")


def forms_text(whole: WholeDuty) -> tuple[str, str, str]:
    """The forms that are ordered, those of which one is enough, and those that may be added; each may be empty."""
    if whole.forms is None:
        return "", "", ""
    forms = whole.forms.value
    required, one_of, optional = (
        ", ".join(form.label for form in group) for group in (forms.required, forms.one_of, forms.optional)
    )
    return required, one_of, optional
