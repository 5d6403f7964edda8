"""Reception calendars worked out to days."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from congkhai.derive.sessions import sessions
from congkhai.model.calendar import Period, Weekday
from congkhai.model.clock import Hours
from congkhai.model.reception import HolidayRule, PeriodicReception, Reception, ReceptionException
from congkhai.model.workdays import WorkDays

MORNING = (Hours.parse("7:30-11:30"),)
START = date(2026, 1, 1)
DAYS = st.dates(START, date(2026, 12, 31))


def calendar(rule: HolidayRule = HolidayRule.NEXT_WORKING_DAY, **facts: object) -> Reception:
    periodic = PeriodicReception(receiver="chu-tich", month_days=(10,), hours=MORNING)
    known: dict[str, object] = {"periodic": (periodic,), "exceptions": ()} | facts
    return Reception(
        title="Lịch",
        unit="ubnd-xa",
        place="Phòng",
        period=Period(start=START, end=date(2026, 1, 31)),
        announced=date(2025, 12, 20),
        holiday_rule=rule,
        **known,  # type: ignore[arg-type]
    )


def test_a_saturday_that_is_made_up_for_is_no_day_off() -> None:
    made_up = WorkDays(made_up={date(2026, 1, 10): "Làm bù cho ngày 02/01/2026"})
    (session,) = sessions(calendar(), made_up)
    assert (session.day, session.reason) == (date(2026, 1, 10), None)


def test_a_day_off_moves_the_session_and_says_why() -> None:
    days = WorkDays(holidays={date(2026, 1, 12): "Nghỉ bù"})
    (session,) = sessions(calendar(), days)
    assert (session.day, session.planned) == (date(2026, 1, 13), date(2026, 1, 10))
    assert session.reason == "trùng Thứ Bảy, chuyển sang ngày làm việc kế tiếp"
    (session,) = sessions(calendar(HolidayRule.PREVIOUS_WORKING_DAY), days)
    assert session.day == date(2026, 1, 9)
    (session,) = sessions(calendar(HolidayRule.DROP), days)
    assert session.cancelled
    assert session.reason == "trùng Thứ Bảy, không tổ chức"


def test_who_receives_on_saturdays_means_them_and_only_holidays_move_it() -> None:
    saturdays = (PeriodicReception(receiver="chu-tich", days=(Weekday.SATURDAY,), weeks=(2, 3), hours=MORNING),)
    days = WorkDays(holidays={date(2026, 1, 17): "Nghỉ Tết"})
    kept, moved = sessions(calendar(periodic=saturdays), days)
    assert (kept.day, kept.reason) == (date(2026, 1, 10), None)
    assert (moved.day, moved.planned) == (date(2026, 1, 19), date(2026, 1, 17))
    assert moved.reason == "trùng Nghỉ Tết, chuyển sang ngày làm việc kế tiếp"
    kept, moved = sessions(calendar(HolidayRule.DROP, periodic=saturdays), days)
    assert (kept.cancelled, moved.cancelled) == (False, True)


def test_an_exception_says_who_receives_instead_and_by_which_paper() -> None:
    changed = ReceptionException(
        date=date(2026, 1, 10), receiver="pho", reason="Đi họp", delegation="Giấy ủy quyền số 05/GUQ-UBND"
    )
    (session,) = sessions(calendar(exceptions=(changed,)), WorkDays())
    assert (session.receiver, session.delegation, session.cancelled) == ("pho", "Giấy ủy quyền số 05/GUQ-UBND", False)


@given(
    st.sets(DAYS, max_size=40),
    st.sets(DAYS, max_size=10),
    st.sampled_from(list(HolidayRule)),
    st.lists(st.sampled_from(list(Weekday)), min_size=1, max_size=3, unique=True),
    st.lists(st.tuples(st.integers(0, 30), DAYS), max_size=3),
)
def test_no_session_lies_on_a_day_off_unless_told_so(
    off: set[date], worked: set[date], rule: HolidayRule, weekdays: list[Weekday], moved: list[tuple[int, date]]
) -> None:
    days = WorkDays(dict.fromkeys(off - worked, "Nghỉ"), dict.fromkeys(worked, "Làm bù"))
    exceptions = tuple(ReceptionException(date=START + timedelta(days=n), moved_to=to, reason="Bận") for n, to in moved)
    periodic = (PeriodicReception(receiver="chu-tich", days=tuple(weekdays), hours=MORNING),)
    told = {exception.moved_to for exception in exceptions}
    for session in sessions(calendar(rule, periodic=periodic, exceptions=exceptions), days):
        named = session.day == session.planned and session.day not in days.holidays
        assert session.cancelled or session.day in told or days.works(session.day) or named
        assert session.day == session.planned or session.reason
