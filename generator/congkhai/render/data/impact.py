"""What leans on a legal act, as JSON."""

from __future__ import annotations

from typing import Any

from congkhai.catalogue import phrase
from congkhai.derive.address import address, heading
from congkhai.derive.impact import Impact
from congkhai.derive.office import Office
from congkhai.model.duty import Duty, GeneralRule
from congkhai.model.law_place import LawPlace
from congkhai.render.notices.kinds import notices
from congkhai.render.notices.notice import NoticeName
from congkhai.source.repository import Repository, Source


def affected_notices(office: Office, found: Impact) -> tuple[NoticeName, ...]:
    """The printed notices that show a record which cites the act, or the act itself, in their order."""
    paths = {found.act.path, *(source.path for group in found.records.values() for source in group)}
    return tuple(notice.name for notice in notices(office) if paths & set(notice.sources))


def notice_title(repository: Repository, name: NoticeName) -> str:
    """`Phiếu thủ tục: Đăng ký khai sinh`."""
    kind = phrase(f"notice_kinds.{name.kind}")
    source = repository.get(name.key)
    return f"{kind}: {heading(source)}" if source else kind


def places(source: Source, found: Impact) -> tuple[str, ...]:
    """Where in the act a duty or general rule points; empty for records that cite it in other ways."""
    if not isinstance(source.record, Duty | GeneralRule):
        return ()
    symbol = found.act.record.symbol
    cited: list[LawPlace] = [place for place in source.record.basis if place.symbol == symbol]
    return tuple(place.place for place in cited if place.place)


def document(office: Office, found: Impact) -> dict[str, Any]:
    """The act, its successors, the records by kind, the printed notices and the boards."""
    act = found.act
    return {
        "date": office.day.isoformat(),
        "act": _act(act) | {"ended": found.ended},
        "successors": [_act(source) for source in found.successors],
        "records": {
            kind: [_record(office, source, found) for source in group] for kind, group in found.records.items()
        },
        "notices": [
            {"address": name.address, "kind": name.kind, "record": f"{name.key.kind}/{name.key.id}"}
            for name in affected_notices(office, found)
        ],
        "boards": [
            {
                "id": one.board.id,
                "name": heading(one.board),
                "postings": [
                    {"id": h.posting.id, "record": f"{h.item.key.kind}/{h.item.id}"} for h in one.hangings if h.item
                ],
            }
            for one in found.boards
        ],
    }


def _act(source: Source) -> dict[str, Any]:
    return {"id": source.id, "symbol": source.record.symbol, "name": source.record.name, "title": source.record.title}


def _record(office: Office, source: Source, found: Impact) -> dict[str, Any]:
    told: dict[str, Any] = {"id": source.id, "title": heading(source), "path": source.path}
    if source.kind.slug:
        told["page"] = office.site.url + address(source)
    if where := places(source, found):
        told["places"] = list(where)
    return told
