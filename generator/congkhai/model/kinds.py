"""The visible list of all kinds of record: where they lie, what they are called, where they are published."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from congkhai.model.address_book import AddressBook
from congkhai.model.answer import Answer
from congkhai.model.budget import Budget
from congkhai.model.contact import Contact
from congkhai.model.disclosure import Disclosure
from congkhai.model.document import Document
from congkhai.model.duty import Duty, GeneralRule
from congkhai.model.event import Event
from congkhai.model.fee import Fee
from congkhai.model.legal_act import LegalAct
from congkhai.model.official import Official
from congkhai.model.plan import Plan
from congkhai.model.posting import Board, Posting
from congkhai.model.privacy import PrivacyBook
from congkhai.model.procedure import Procedure
from congkhai.model.reception import Reception
from congkhai.model.roster import Roster
from congkhai.model.service import Service
from congkhai.model.site import Site
from congkhai.model.thesaurus import Thesaurus
from congkhai.model.topic import Field, LifeEvent
from congkhai.model.unit import Unit


def _as_it_is(record: Any) -> Any:  # noqa: ANN401 - a record of whatever kind
    return record


def _with_phrases_read(plan: Plan) -> Plan:
    from congkhai.model.phrases.planned import with_phrases_read  # slow to load, and not always needed

    return with_phrases_read(plan)


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of record.

    `folder` is where its files lie, relative to the office's root; `slug` is the first part of its public
    address (None: no page of its own); `heading` names the field that titles a record. `finish` adds to a record what
    its own texts say.
    """

    name: str
    record: type
    folder: str
    title: str
    slug: str | None
    heading: str
    finish: Callable[[Any], Any] = _as_it_is

    @property
    def single(self) -> bool:
        """Whether `folder` is the one file of the kind."""
        return self.folder.endswith(".yml")


KINDS: Mapping[str, Kind] = MappingProxyType(
    {
        kind.name: kind
        for kind in (
            Kind("site", Site, "site_config/site.yml", "Trang thông tin", None, "name"),
            Kind("address_book", AddressBook, "site_config/moved.yml", "Địa chỉ đã đổi", None, "id"),
            Kind("thesaurus", Thesaurus, "site_config/thesaurus.yml", "Từ dùng để tìm kiếm", None, "id"),
            Kind("privacy", PrivacyBook, "site_config/privacy.yml", "Cho phép dữ liệu cá nhân", None, "id"),
            Kind("duty", Duty, "site_config/duties", "Nghĩa vụ công khai", "minh-bach", "title"),
            Kind("general_rule", GeneralRule, "site_config/general-rules", "Quy định chung", None, "title"),
            Kind("unit", Unit, "content/units", "Cơ quan, đơn vị", "co-quan", "name"),
            Kind("official", Official, "content/officials", "Cán bộ, công chức", "can-bo", "name"),
            Kind("field", Field, "content/fields", "Lĩnh vực", "linh-vuc", "name"),
            Kind("life_event", LifeEvent, "content/life-events", "Việc cần làm", "tinh-huong", "name"),
            Kind("procedure", Procedure, "content/procedures", "Thủ tục hành chính", "thu-tuc", "name"),
            Kind("service", Service, "content/services", "Thủ tục tại cơ quan", None, "id"),
            Kind("fee", Fee, "content/fees", "Phí, lệ phí", "le-phi", "name"),
            Kind("legal_act", LegalAct, "content/legal-acts", "Văn bản pháp luật", "van-ban", "title"),
            Kind("plan", Plan, "plans", "Kế hoạch", "ke-hoach", "title", _with_phrases_read),
            Kind("document", Document, "content/documents", "Văn bản hành chính", "van-ban-hanh-chinh", "title"),
            Kind("reception", Reception, "content/reception", "Lịch tiếp công dân", "tiep-cong-dan", "title"),
            Kind("roster", Roster, "content/rosters", "Lịch trực", "lich-truc", "title"),
            Kind("contact", Contact, "content/contacts", "Liên hệ, góp ý", "lien-he", "name"),
            Kind("budget", Budget, "content/budgets", "Ngân sách", "ngan-sach", "title"),
            Kind("disclosure", Disclosure, "content/disclosures", "Nội dung công khai", "cong-khai", "title"),
            Kind("event", Event, "content/events", "Sự kiện", "su-kien", "title"),
            Kind("answer", Answer, "content/answers", "Hỏi đáp", "hoi-dap", "question"),
            Kind("board", Board, "content/boards", "Bảng tin", "bang-tin", "name"),
            Kind("posting", Posting, "content/postings", "Niêm yết", "niem-yet", "id"),
        )
    }
)
