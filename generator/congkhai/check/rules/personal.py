"""The gate: no personal data enters by accident (Law 91/2025/QH15, Articles 3 and 16).

One pass over everything that is published. What may stand is waived in `site_config/privacy.yml`, with a reason and
somebody who answers for it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from congkhai.check.personal.find import find, places
from congkhai.check.personal.health import is_told, stems
from congkhai.check.personal.tables import find_in_csv, find_in_lines
from congkhai.check.rule import Context
from congkhai.check.walk import values
from congkhai.model.calendar import short_date
from congkhai.model.finding import Finding, Mark, Severity
from congkhai.model.privacy import PersonalKind, PrivacyBook, Waiver
from congkhai.model.spec import Level, Member, members
from congkhai.source.attachments import Attachment
from congkhai.source.fact import timeless
from congkhai.source.repository import Repository, Source

CODES: Mapping[PersonalKind, str] = {
    PersonalKind.CITIZEN_NUMBER: "CN101",
    PersonalKind.OLD_NUMBER: "CN102",
    PersonalKind.PASSPORT: "CN103",
    PersonalKind.MOBILE: "CN104",
    PersonalKind.EMAIL: "CN105",
    PersonalKind.BANK_ACCOUNT: "CN106",
    PersonalKind.INSURANCE: "CN107",
    PersonalKind.BIRTH_DATE: "CN108",
    PersonalKind.HEALTH: "CN109",
    PersonalKind.POSITION: "CN110",
}
#: Fields that hold an office's own number or mailbox, by kind of record.
_OFFICE_FIELDS: Mapping[str, frozenset[str]] = {
    "site": frozenset({"hotline", "email"}),
    "contact": frozenset({"phone", "email"}),
    "unit": frozenset({"email"}),
}
_OFFICE_KINDS = frozenset({PersonalKind.MOBILE, PersonalKind.EMAIL})


@dataclass(frozen=True, slots=True)
class _Allowed:
    """A waiver and where it stands."""

    source: Source
    field: str
    waiver: Waiver

    def covers(self, name: str, field: str, kind: PersonalKind) -> bool:
        """Say whether it is for this place: a record `kind/id` or the path of a file, and a field or all of them."""
        waiver = self.waiver
        if kind is not waiver.kind or name not in {waiver.record, waiver.file}:
            return False
        return (
            waiver.field is None or field == waiver.field or field.startswith((f"{waiver.field}.", f"{waiver.field}["))
        )


class Gate:
    """The rule of all codes CN1xx."""

    def run(self, context: Context) -> Iterator[Finding]:
        """Yield a finding for each place and sort; of a waiver, one when it is over or never used."""
        allowed = list(_waivers(context.repository))
        used: Counter[str] = Counter()
        for finding, name, kind in self._found(context):
            cover = next((a for a in allowed if a.covers(name, finding.field, kind)), None)
            if cover is None:
                yield finding
            else:
                used[cover.field] += 1
        yield from _odd_waivers(allowed, used, context)

    def _found(self, context: Context) -> Iterator[tuple[Finding, str, PersonalKind]]:
        offices = _office_texts(context.repository)
        for source in context.repository:
            if not source.shipped:
                for field, kind in _in_record(context, source, offices):
                    yield _told(kind, source.path, source.mark(field), field), f"{source.key.kind}/{source.id}", kind
        for attachment in context.attachments:
            for line, kind in _in_file(attachment):
                yield _told(kind, attachment.path, Mark(line, 1, line + 1, 1), ""), attachment.path, kind


def _told(kind: PersonalKind, path: str, mark: Mark, field: str) -> Finding:
    return Finding(CODES[kind], Severity.ERROR, path, mark, field, {"want": kind.value}, secret=True)


def _in_record(context: Context, source: Source, offices: frozenset[str]) -> Iterator[tuple[str, PersonalKind]]:
    own = _OFFICE_FIELDS.get(source.key.kind, frozenset())
    for path, kind, text in hits(context, source):
        if kind in _OFFICE_KINDS and (path in own or text in offices):
            continue
        yield path, kind


@timeless
def hits(context: Context, source: Source) -> tuple[tuple[str, PersonalKind, str], ...]:
    """What looks like personal data in a record: field, sort, and the text without what people put between."""
    hidden = tuple(
        name for name, member in members(type(source.record)).items() if member.spec.level is not Level.PUBLIC
    )
    texts = [
        (path, value)
        for path, _, value in values(source.record, _told_to_all)
        if isinstance(value, str) and not (hidden and _top(path) in hidden)
    ]
    whole, wanted = places([value for _, value in texts])
    if ill := stems(whole):
        wanted.update(number for number, (_, value) in enumerate(texts) if is_told(value, ill))
    found: list[tuple[str, PersonalKind, str]] = []
    for path, value in map(texts.__getitem__, sorted(wanted)):
        kinds = {hit.kind: value[hit.start : hit.end] for hit in find(value)}
        found += [(path, kind, _bare(text)) for kind, text in kinds.items()]
    return tuple(found)


def _told_to_all(member: Member) -> bool:
    text = not isinstance(member.base, type) or issubclass(member.base, str)
    return text and member.ref is None and member.spec.level is Level.PUBLIC


def _top(path: str) -> str:
    return path.partition(".")[0].partition("[")[0]


def _in_file(attachment: Attachment) -> Iterator[tuple[int, PersonalKind]]:
    if attachment.position:
        yield 1, PersonalKind.POSITION
    if attachment.text is not None:
        reader = find_in_csv if attachment.table else find_in_lines
        yield from dict.fromkeys(reader(attachment.text))


def _office_texts(repository: Repository) -> frozenset[str]:
    """Numbers and mailboxes that are the office's own, wherever else they are repeated."""
    found: set[str] = set()
    for kind, names in _OFFICE_FIELDS.items():
        for source in repository.all(kind):
            found |= {_bare(value) for name in names if (value := getattr(source.record, name))}
    return frozenset(found)


def _bare(text: str) -> str:
    """A number or mailbox without what people put between."""
    return "".join(c for c in text.casefold() if c.isalnum() or c in "@+_")


def _waivers(repository: Repository) -> Iterator[_Allowed]:
    for source in repository.all("privacy"):
        book: PrivacyBook = source.record
        for number, waiver in enumerate(book.waivers):
            yield _Allowed(source, f"waivers[{number}]", waiver)


def _odd_waivers(allowed: list[_Allowed], used: Counter[str], context: Context) -> Iterator[Finding]:
    """A waiver that is over does not fail a build, for only time has passed; it asks to be looked at again."""
    for one in allowed:
        source, field, waiver = one.source, one.field, one.waiver
        if bool(waiver.record) is bool(waiver.file):
            yield Finding("CN121", Severity.ERROR, source.path, source.mark(field), field)
        elif not used[field]:
            params: dict[str, object] = {"name": waiver.record or waiver.file or "", "want": waiver.kind.value}
            yield Finding("CN122", Severity.WARNING, source.path, source.mark(field), field, params)
        elif waiver.until < context.day:
            params = {"until": short_date(waiver.until), "by": waiver.approved_by}
            yield Finding(
                "CN123", Severity.WARNING, source.path, source.mark(f"{field}.until"), f"{field}.until", params
            )


RULES = (Gate(),)
