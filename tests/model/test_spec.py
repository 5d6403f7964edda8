"""What records say of their own fields."""

from __future__ import annotations

import dataclasses
import re
from decimal import Decimal
from enum import Enum

import pytest

from congkhai.model.kinds import KINDS
from congkhai.model.scalars import MARKED, TYPED
from congkhai.model.spec import Member, members


def _all_records() -> list[type]:
    found: list[type] = []
    waiting = [kind.record for kind in KINDS.values()]
    while waiting:
        cls = waiting.pop()
        if cls not in found:
            found.append(cls)
            bases = [member.base for member in members(cls).values()]
            waiting += [base for base in bases if dataclasses.is_dataclass(base) and base not in TYPED]
    return sorted(found, key=lambda cls: cls.__name__)


FIELDS = [(cls, member) for cls in _all_records() for member in members(cls).values()]


@pytest.mark.parametrize(("cls", "member"), FIELDS, ids=lambda value: getattr(value, "name", None) or value.__name__)
def test_every_field_is_described_and_can_be_read(cls: type, member: Member) -> None:
    assert member.spec.title
    assert member.spec.help, f"{cls.__name__}.{member.name}"
    known = member.base in TYPED or dataclasses.is_dataclass(member.base) or issubclass(member.base, Enum)
    assert known or member.ref or (member.scalar and member.scalar.reader in MARKED)
    assert member.ref is None or member.ref.kind in KINDS
    assert member.key is None or member.key in members(member.base)
    re.compile(member.spec.pattern or "")
    bounded = member.spec.least is not None or member.spec.most is not None
    assert not bounded or member.base in {int, Decimal}


@pytest.mark.parametrize("cls", _all_records(), ids=lambda cls: cls.__name__)
def test_records_are_frozen_and_explained(cls: type) -> None:
    assert cls.__doc__
    assert cls.__dataclass_params__.frozen


def test_kinds_have_folders_and_addresses_of_their_own() -> None:
    folders = [kind.folder for kind in KINDS.values()]
    slugs = [kind.slug for kind in KINDS.values() if kind.slug]
    assert len(set(folders)) == len(folders)
    assert len(set(slugs)) == len(slugs)
