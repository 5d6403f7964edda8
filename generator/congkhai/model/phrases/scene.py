"""A text with what is known about its document, and the making of results."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from congkhai.model.calendar import Period
from congkhai.model.phrases.feast import Tet
from congkhai.model.phrases.lunar import Lunar
from congkhai.model.phrases.moment import Civil, Moment
from congkhai.model.phrases.reading import Anchor, Kind, Reason, Unclear, Understood, Unread
from congkhai.model.phrases.rule import occurrences
from congkhai.model.phrases.tokens import Phrases, Text
from congkhai.model.plan import Precision

_YEARLY = Phrases(
    "hằng năm | mỗi năm | định kỳ năm | định kỳ một năm | các năm | từng năm | lần / năm | đợt / năm | kỳ / năm"
)
_WEEKLY = Phrases("hằng tuần | mỗi tuần | / tuần | trong tuần | một tuần")
_MONTHLY = Phrases("hằng tháng | mỗi tháng | định kỳ tháng")
#: Words of a text that speaks of every year without saying so.
_GENERAL = Phrases(
    "báo cáo năm | của năm | báo cáo 6 tháng | báo cáo 06 tháng | báo cáo quý | báo cáo tháng | báo cáo định kỳ | "
    "định kỳ | năm kế hoạch | năm báo cáo | năm sau | năm trước | năm liền kề | hằng quý | hằng tháng | "
    "năm tiếp theo | năm học | năm tài chính | năm ngân sách | năm dương lịch | kỳ báo cáo"
)
_COUNTED = frozenset({"lần", "kỳ", "đợt", "buổi", "cuộc", "phiên", "ngày"})
_REACH = 90


@dataclass(frozen=True, slots=True)
class Found:
    """What a reader made of the tokens up to `end`."""

    end: int
    times: tuple[Understood, ...] = ()
    unread: tuple[Unread, ...] = ()


def _places(text: Text, phrases: Phrases) -> tuple[int, ...]:
    ends = ((n, phrases.end(text, n)) for n in range(len(text)))
    return tuple(n for n, end in ends if end and (text.number(end) is None or text.among(end + 1, _COUNTED)))


@dataclass(frozen=True, slots=True)
class Scene:
    """A text and the anchor of its document.

    `yearly`, `monthly`, `weekly` and `general` are the places of words that say how its times come again.
    """

    text: Text
    anchor: Anchor
    yearly: tuple[int, ...] = ()
    monthly: tuple[int, ...] = ()
    weekly: tuple[int, ...] = ()
    general: tuple[int, ...] = ()

    @classmethod
    def of(cls, text: Text, anchor: Anchor) -> Scene:
        """The scene of a text whose numbers that are no times have been hidden."""
        return cls(text, anchor, *(_places(text, some) for some in (_YEARLY, _MONTHLY, _WEEKLY, _GENERAL)))

    def understood(
        self,
        i: int,
        stop: int,
        kind: Kind,
        precision: Precision,
        **facts: Any,  # noqa: ANN401 - the other fields of Understood
    ) -> Understood:
        """A time in the tokens from `i` to before `stop`."""
        at, to = self.text.place(i, stop)
        return Understood(at=at, to=to, wording=self.text.source[at:to], kind=kind, precision=precision, **facts)

    def unread(self, i: int, end: int, reason: Reason) -> Unread:
        """A stretch that was not understood."""
        at, to = self.text.place(i, max(end, i + 1))
        return Unread(at=at, to=to, wording=self.text.source[at:to], reason=reason)

    def sentence(self, i: int) -> tuple[int, int]:
        """Where the sentence around a place begins and ends, as far as readers look."""
        text = self.text
        start = i
        while (
            start > max(0, i - _REACH) and not text.breaks(start) and text.word(start - 1) not in {".", ";", "!", "?"}
        ):
            start -= 1
        end = i
        while (
            end < min(len(text), i + _REACH) and text.word(end) not in {".", ";"} and (end == i or not text.breaks(end))
        ):
            end += 1
        return start, end

    def _says(self, places: tuple[int, ...], i: int) -> bool:
        if not places:
            return False
        start, end = self.sentence(i)
        first = bisect_left(places, start)
        return first < len(places) and places[first] < end

    def every_year(self, i: int) -> bool:
        """The sentence says that its times come every year."""
        return self._says(self.yearly, i)

    def every_week(self, i: int) -> bool:
        """The sentence says that its times come every week."""
        return self._says(self.weekly, i)

    def every_month(self, i: int) -> bool:
        """The sentence says that its times come every month."""
        return self._says(self.monthly, i)

    def occurrences(self, rule: str | None) -> tuple[date, ...]:
        """The days of a rule inside the period of the plan, from its issue on."""
        span = self.span
        return occurrences(rule, Period(start=span[0], end=span[1])) if span else ()

    @property
    def span(self) -> tuple[date, date] | None:
        """First and last day of the plan, from its issue on; None without both."""
        period, issued = self.anchor.period, self.anchor.issued
        if period is None or period.start is None or period.end is None:
            return None
        late = issued is not None and period.start < issued <= period.end
        return (issued if issued and late else period.start), period.end

    @property
    def only_year(self) -> int | None:
        """The year of the plan, when its period is inside one year."""
        period = self.anchor.period
        if period and period.start and period.end and period.start.year == period.end.year:
            return period.start.year
        return None

    def bounds(self, when: Moment, i: int, general: bool = True) -> tuple[date, date]:
        """The days of a moment; a year that is left out comes from the period, else from the day of issue.

        Raises Unclear when not exactly one year fits. The day of issue alone gives no year to a day that is written
        out (`trước ngày 15 tháng 12`): that is how law names a day of every year.
        """
        if isinstance(when, Civil):
            when.check()
            if when.short_year and when.year not in self._near():
                raise Unclear(Reason.TWO_DIGIT_YEAR)
            if when.month is None:
                return self._in_month(when)
        if when.year is not None:
            return when.bounds()
        period = self.anchor.period
        if period and period.start and period.end:
            return self._in_period(when, period.start, period.end)
        worded = isinstance(when, Civil) and when.worded
        if self.anchor.issued is None or worded or (general and self._says(self.general, i)):
            raise Unclear(Reason.NO_YEAR)
        return self._after_issue(when, self.anchor.issued)

    def _near(self) -> frozenset[int]:
        near = set()
        if self.anchor.issued:
            near |= {self.anchor.issued.year, self.anchor.issued.year + 1}
        period = self.anchor.period
        if period and period.start and period.end:
            near |= set(range(period.start.year, period.end.year + 1))
        return frozenset(near)

    def _in_month(self, when: Civil) -> tuple[date, date]:
        period = self.anchor.period
        inside = period and period.start and period.end and (period.start.year, period.start.month)
        if not period or not period.end or inside != (period.end.year, period.end.month) or not inside:
            raise Unclear(Reason.NO_MONTH)
        return replace(when, month=inside[1], year=inside[0]).bounds()

    def _in_period(self, when: Moment, start: date, end: date) -> tuple[date, date]:
        issued = self.anchor.issued
        earliest = max(start, issued) if issued and issued <= end else start
        fitting = []
        for year in range(start.year - 1, end.year + 1):
            try:
                first, last = when.in_year(year).bounds()
            except Unclear as unclear:
                if unclear.reason is not Reason.NO_SUCH_DAY:
                    raise
                continue
            if start <= last <= end:
                fitting.append((first, last))
        if len(fitting) > 1:
            raise Unclear(Reason.MANY_YEARS)
        if not fitting or fitting[0][1] < earliest:
            raise Unclear(Reason.NO_YEAR_FITS)
        return fitting[0]

    def _after_issue(self, when: Moment, issued: date) -> tuple[date, date]:
        if isinstance(when, Lunar | Tet):
            for year in (issued.year - 1, issued.year, issued.year + 1):
                first, last = when.in_year(year).bounds()
                if last >= issued:
                    return first, last
        first, last = when.in_year(issued.year).bounds()
        if last < issued:
            raise Unclear(Reason.NO_YEAR)
        return first, last
