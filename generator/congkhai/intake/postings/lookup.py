"""Find what staff name, in any spelling that is clear; what is not there is refused with the nearest names."""

from __future__ import annotations

import re
from collections.abc import Iterable

from congkhai.check.rules.references import nearest
from congkhai.model.kinds import KINDS
from congkhai.model.official import Official
from congkhai.source.repository import Repository, Source

_NUMBER = re.compile(r"0*(?P<number>\d{1,9})/(?P<year>\d{4})|(?P<year2>\d{4})-0*(?P<number2>\d{1,9})")
#: Kinds of record that hang on no board although they have a page.
_NOT_POSTED = frozenset({"board", "posting", "duty", "unit", "official", "legal_act"})


class Refused(Exception):  # noqa: N818 - it says what happened, in the words of this house
    """Something that must not be entered. `reason` is a key of the catalogue's table `register`."""

    def __init__(self, reason: str, **params: object) -> None:
        super().__init__(reason)
        self.reason = reason
        self.params = params


def find_item(repository: Repository, wanted: str, at: str) -> Source:
    """The record that `kind/id` or an id alone names. Raises Refused when there is none, or more than one."""
    kind, _, id = wanted.replace(":", "/").rpartition("/")  # noqa: A001 - the word of the domain
    kinds = [k for k in KINDS.values() if k.slug and k.name not in _NOT_POSTED and kind in {"", k.name}]
    if not kinds:
        names = [k.name for k in KINDS.values() if k.slug and k.name not in _NOT_POSTED]
        raise Refused("unknown_kind", value=kind, nearest=nearest(kind, names))
    found = [source for k in kinds if (source := repository.find(k.name, id, at))]
    if len(found) > 1:
        raise Refused("many_items", value=wanted, names=", ".join(f"{s.key.kind}/{s.id}" for s in found))
    if not found:
        known = [f"{k.name}/{one}" for k in kinds for one in repository.ids(k.name, at)]
        raise Refused("unknown_item", value=wanted, nearest=nearest(wanted, known))
    return found[0]


def find_posting(repository: Repository, wanted: str, at: str) -> Source:
    """The posting of an id or a number: `2026-007`, `2026-7` and `7/2026` are one. Raises Refused."""
    own = [source for source in repository.all("posting") if source.key.office == at]
    match = _NUMBER.fullmatch(wanted.strip())
    number = int(match["number"] or match["number2"]) if match else None
    year = int(match["year"] or match["year2"]) if match else None
    for source in own:
        if source.id == wanted or (source.record.number, source.record.year) == (number, year):
            return source
    raise Refused("unknown_posting", value=wanted, nearest=nearest(wanted, [source.id for source in own]))


def find_boards(repository: Repository, wanted: Iterable[str], at: str) -> tuple[Source, ...]:
    """The boards of some ids, each once. Raises Refused."""
    return tuple(_one(repository, "board", id, at, "unknown_board") for id in dict.fromkeys(wanted))  # noqa: A001


def find_official(repository: Repository, wanted: str, at: str) -> Source:
    """The official of an id or of a full name that only one bears. Raises Refused."""
    named = [s for s in repository.all("official") if s.record.name == wanted and s.key.office in {"", at}]
    if len(named) == 1:
        return named[0]
    return _one(repository, "official", wanted, at, "unknown_official")


def titled(source: Source) -> str:
    """An official as messages name him or her."""
    official: Official = source.record
    return f"{official.name} ({official.title})"


def _one(repository: Repository, kind: str, id: str, at: str, reason: str) -> Source:  # noqa: A002
    source = repository.find(kind, id, at)
    if source is None:
        raise Refused(reason, value=id, nearest=nearest(id, repository.ids(kind, at)))
    return source
