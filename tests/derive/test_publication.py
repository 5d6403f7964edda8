"""How much of a disclosure the web may show on a day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from congkhai.derive.publication import Visibility, visibility
from congkhai.model.citation import Citation
from congkhai.model.disclosure import Disclosure, DisclosureCategory, PersonalData, Readers

FIRST, LAST = date(2026, 1, 5), date(2026, 2, 4)
ITEM = Disclosure(
    title="Danh sách", category=DisclosureCategory.SOCIAL_SUPPORT, unit="ubnd", document="QĐ 1", document_date=FIRST,
    published=FIRST, until=LAST, summary="Một câu", basis=(Citation(act="luat"),),
)  # fmt: skip
DAY = timedelta(days=1)


@pytest.mark.parametrize("data", [PersonalData.BASIC, PersonalData.SENSITIVE])
@pytest.mark.parametrize("readers", [Readers.EVERYBODY, Readers.VILLAGE])
def test_data_of_persons_leaves_on_the_day_after_the_last(data: PersonalData, readers: Readers):
    item = replace(ITEM, personal_data=data, readers=readers)
    assert visibility(item, LAST) is not Visibility.ENDED
    assert visibility(item, LAST + DAY) is Visibility.ENDED


@pytest.mark.parametrize("data", [PersonalData.NONE, PersonalData.OFFICIAL])
def test_what_names_no_citizen_stays_as_a_record(data: PersonalData):
    assert visibility(replace(ITEM, personal_data=data), LAST + DAY) is Visibility.FULL


def test_a_standing_item_never_ends():
    item = replace(ITEM, personal_data=PersonalData.BASIC, until=None)
    assert visibility(item, LAST + 9999 * DAY) is Visibility.FULL


def test_nothing_is_shown_before_its_first_day_nor_ever_of_what_is_for_staff():
    assert visibility(ITEM, FIRST - DAY) is Visibility.HIDDEN
    assert visibility(replace(ITEM, readers=Readers.STAFF), FIRST) is Visibility.HIDDEN


def test_what_is_for_a_village_is_read_there():
    assert visibility(replace(ITEM, readers=Readers.VILLAGE), FIRST) is Visibility.NOTICE
