"""What of the office's files may be kept outside them: nothing that is not for everybody."""

from __future__ import annotations

import dataclasses

from congkhai.model.disclosure import Disclosure
from congkhai.model.spec import Level, members


def may_be_kept(record: object) -> bool:
    """Say whether a record may stand in a store beside its file.

    One with a field that is filled and not public may not; nor may a disclosure, for which readers and days decide
    what may be told of it, nor what could not be read as a record.
    """
    return record is not None and not isinstance(record, Disclosure) and _is_open(record)


def _is_open(value: object) -> bool:
    if isinstance(value, tuple):
        return all(map(_is_open, value))
    if not dataclasses.is_dataclass(value) or isinstance(value, type):
        return True
    if any("spec" not in field.metadata for field in dataclasses.fields(value)):
        return True
    for name, member in members(type(value)).items():
        inner = getattr(value, name)
        if inner not in (None, (), "") and (member.spec.level is not Level.PUBLIC or not _is_open(inner)):
            return False
    return True
