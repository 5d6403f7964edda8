"""What a special law leaves open is filled from the general laws, one thing at a time."""

from __future__ import annotations

from datetime import date

import pytest

from congkhai.check.filling import WholeDuty, whole
from congkhai.model.duty_terms import Form, Place, PostingEnd, TimeUnit, Timing
from congkhai.model.unit import UnitLevel
from congkhai.source.register import shipped
from congkhai.source.repository import Repository

REGISTER = Repository({source.key: source for source in shipped()})
DAY = date(2026, 11, 22)


def filled(id_: str, level: UnitLevel = UnitLevel.COMMUNE, day: date = DAY) -> WholeDuty:
    return whole(REGISTER.find("duty", id_), REGISTER, level, day)


def test_the_special_law_speaks_first():
    made = filled("nvqs-suckhoe")
    assert made.posting.value.days == 20
    assert made.posting.rule is None


def test_the_law_on_democracy_fills_what_the_budget_law_leaves_open():
    made = filled("ns-xa-thuchien")
    assert made.deadline.value.amount == 10
    assert made.deadline.rule is None
    assert made.places.value == (Place.SEAT, Place.VILLAGE)
    assert made.places.rule.id == "luat-10-2022-qh15"
    assert (made.posting.value.days, made.posting.rule.id) == (30, "luat-10-2022-qh15")


def test_the_law_on_democracy_fills_itself():
    made = filled("dccs-11-1-ktxh")
    deadline = made.deadline.value
    assert (deadline.timing, deadline.amount, deadline.unit) == (Timing.AFTER, 5, TimeUnit.WORKING_DAY)
    assert made.forms.value.required == (Form.POSTING, Form.WEB)


def test_the_law_on_information_comes_last_and_alone_in_a_province():
    assert filled("tctt-chung").deadline.rule.id == "luat-01-2026-qh16"
    made = filled("ns-tinh", UnitLevel.PROVINCE)
    assert made.posting.rule.id == "luat-01-2026-qh16"


def test_before_the_law_on_information_held_nothing_is_filled_from_it():
    assert filled("tctt-chung", day=date(2026, 8, 31)).deadline is None


def test_where_nothing_hangs_no_time_of_hanging_is_filled():
    made = filled("tctt-danhmuc")
    assert (made.places, made.posting) == (None, None)


@pytest.mark.parametrize("id_", ["tcd-tansuat", "motcua-xinloi"])
def test_what_is_no_publication_is_not_filled(id_: str):
    made = filled(id_)
    assert (made.places, made.posting) == (None, None)


def test_thirty_days_of_the_law_end_as_the_law_says():
    assert filled("dccs-11-1-ktxh").posting.value.until is PostingEnd.DAYS
    assert filled("dccs-11-4-canbo").posting.value.until is PostingEnd.PERMANENT
