"""What the facts of a notice are called: the titles of the model, and what tells one item of a list from another."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from types import MappingProxyType
from typing import Any, get_args, get_origin, get_type_hints

from congkhai.catalogue import labels
from congkhai.model.budget import Budget, Column, Row
from congkhai.model.contact import Contact
from congkhai.model.disclosure import Disclosure
from congkhai.model.document import Appendix, Document, Meeting, Passage
from congkhai.model.fee import Exemption, Fee, FeeRate
from congkhai.model.official import Official
from congkhai.model.person_list import PersonList
from congkhai.model.plan import Deadline, Indicator, Plan, Report, Section, Signatory, Task
from congkhai.model.procedure import Case, Channel, ChannelFee, Paper, Procedure
from congkhai.model.reception import PeriodicReception, Reception, RegularReception
from congkhai.model.roster import Post, Roster, Shift
from congkhai.model.service import Service
from congkhai.model.site import Site
from congkhai.model.spec import is_optional, members
from congkhai.model.table import Table, TableRow
from congkhai.model.unit import Unit
from congkhai.render.notices.facts import (
    board,
    booklet,
    budget,
    card,
    contacts,
    disclosure,
    document,
    fees,
    field,
    handing_in,
    identity,
    officials,
    persons,
    plan,
    posting,
    procedure,
    quarter,
    reception,
    roster,
    settlers,
    tables,
)
from congkhai.render.notices.kinds import KINDS, LISTS

#: The class of the facts of each kind of notice.
FACTS: Mapping[str, type] = MappingProxyType({kind.name: kind.facts for kind in (*KINDS, LISTS)})
#: Which records the facts of a class were taken from: a field of the same name has its title there.
_RECORDS: Mapping[type, tuple[type, ...]] = MappingProxyType(
    {
        procedure.ProcedureFacts: (Procedure, Service, Site),
        handing_in.ChannelFact: (Channel,),
        handing_in.FeeFact: (ChannelFee,),
        handing_in.CaseFact: (Case,),
        handing_in.PaperFact: (Paper,),
        fees.FeesFacts: (Site,),
        fees.FeeItem: (Fee,),
        fees.RateFact: (FeeRate,),
        fees.ExemptionFact: (Exemption,),
        field.ListedProcedure: (Procedure, Service),
        booklet.BookletFacts: (Site,),
        booklet.BookletProcedure: (Procedure,),
        budget.BudgetFacts: (Budget,),
        budget.ColumnFact: (Column,),
        budget.RowFact: (Row,),
        plan.PlanFacts: (Plan,),
        plan.SectionFact: (Section,),
        plan.TaskFact: (Task, Deadline),
        plan.ReportFact: (Report,),
        plan.IndicatorFact: (Indicator,),
        reception.ReceptionFacts: (Reception,),
        reception.RegularFact: (RegularReception,),
        reception.PeriodicFact: (PeriodicReception,),
        contacts.ContactsFacts: (Site,),
        roster.RosterFacts: (Roster,),
        roster.PostFact: (Post,),
        roster.ShiftFact: (Shift,),
        contacts.ContactFact: (Contact,),
        officials.OfficialFact: (Official,),
        identity.Identity: (Site,),
        identity.Person: (Official,),
        identity.Holder: (Official,),
        officials.UnitFact: (Unit,),
        card.CardFacts: (Procedure, Service, Site),
        handing_in.WayFact: (Channel,),
        board.BoardFacts: (Site,),
        board.CallFact: (Contact,),
        settlers.SettlersFacts: (Site,),
        settlers.PlaceFact: (Reception,),
        persons.PersonsFacts: (Disclosure, PersonList, Site),
        disclosure.DisclosureFacts: (Disclosure, Site),
        tables.TableFact: (Table,),
        tables.TableRowFact: (TableRow,),
        document.DocumentFacts: (Document,),
        document.PassageFact: (Passage,),
        document.MeetingFact: (Meeting,),
        document.SignerFact: (Signatory,),
        document.AppendixFact: (Appendix,),
    }
)
#: By which fields an item of a list is known again, the best first; items of other classes by their place.
_NAMES: Mapping[type, tuple[tuple[str, ...], ...]] = MappingProxyType(
    {
        handing_in.ChannelFact: (("kind",),),
        handing_in.FeeFact: (("name", "condition"), ("name",)),
        handing_in.CaseFact: (("name",),),
        handing_in.PaperFact: (("name",),),
        fees.FeeGroup: (("kind",),),
        fees.FeeItem: (("name",),),
        fees.RateFact: (("condition",),),
        fees.ExemptionFact: (("who",),),
        field.ListedProcedure: (("code",), ("name",)),
        field.ListedField: (("name",),),
        field.ByChannel: (("channels",),),
        booklet.BookletField: (("name",),),
        booklet.BookletProcedure: (("number",), ("name",)),
        booklet.BookletForm: (("file",), ("name",)),
        budget.ColumnFact: (("label",),),
        budget.RowFact: (("number", "label"), ("label",)),
        plan.SectionFact: (("number", "title"), ("title",), ("number",)),
        plan.TaskFact: (("place", "text"), ("text",), ("place",)),
        plan.ReportFact: (("about",),),
        plan.IndicatorFact: (("name",),),
        reception.RegularFact: (("days",),),
        reception.PeriodicFact: (("receiver",), ("hours",)),
        reception.MonthFact: (("month",),),
        reception.DayFact: (("day",),),
        roster.PostFact: (("name",),),
        posting.PlaceFact: (("name",),),
        posting.FileFact: (("file",),),
        quarter.RowFact: (("title",),),
        quarter.WayFact: (("form",),),
        roster.DayFact: (("day",),),
        contacts.ContactFact: (("kind", "name"), ("name",), ("kind",)),
        officials.UnitFact: (("name",),),
        officials.OfficialFact: (("name",), ("title",)),
        officials.CounterFact: (("name",),),
        handing_in.WayFact: (("kind",),),
        board.CallFact: (("name",),),
        settlers.PlaceFact: (("place",),),
        tables.TableFact: (("caption",),),
        document.PassageFact: (("mark", "title"), ("title",), ("mark",)),
        document.SignerFact: (("name",),),
        document.AppendixFact: (("name", "title"), ("title",)),
        identity.Person: (("name",), ("title",)),
        identity.Holder: (("name",), ("title",)),
    }
)
#: Items that rest on a law of their own; elsewhere the basis is that of the notice as a whole.
_CITING = frozenset({fees.FeeItem, fees.ExemptionFact})
#: Facts that only say how something is laid out on the page.
_LAYOUT: Mapping[type, frozenset[str]] = MappingProxyType(
    {
        budget.RowFact: frozenset({"level", "total"}),
        budget.ColumnFact: frozenset({"kind"}),
        tables.TableFact: frozenset({"figures", "widths"}),
        tables.TableRowFact: frozenset({"total"}),
        document.PassageFact: frozenset({"rank", "level"}),
    }
)


@dataclass(frozen=True, slots=True)
class Shape:
    """What is known of a class of facts.

    `titles` holds the fields that are compared; an empty title is that of the one value which an item is about.
    `parts` are the classes of facts within. `naming` is a text with a place for the name of the item,
    `cites` says that an item names the law that it rests on.
    """

    titles: Mapping[str, str]
    parts: Mapping[str, type]
    names: tuple[tuple[str, ...], ...]
    naming: str
    cites: bool


@cache
def shape(facts: type) -> Shape:
    """How facts of a class are told. Raises KeyError for a field that neither the model nor the catalogue names."""
    hints = get_type_hints(facts)
    wanted = [f.name for f in fields(facts) if f.name not in _LAYOUT.get(facts, frozenset())]
    return Shape(
        titles={name: _title(facts, name) for name in wanted},
        parts={name: part for name in wanted if (part := _part(hints[name]))},
        names=_NAMES.get(facts, ()),
        naming=labels("copy_names").get(facts.__name__, "{name}"),
        cites=facts in _CITING,
    )


def _title(facts: type, name: str) -> str:
    """The catalogue's own word for a field of the class, the model's title, or a word for any field of the name."""
    own = labels("copy_titles")
    for record in _RECORDS.get(facts, ()):
        if name in members(record):
            return own.get(f"{facts.__name__}_{name}", members(record)[name].spec.title)
    key = f"{facts.__name__}_{name}"
    return own[key] if key in own else own[f"any_{name}"]


def _part(hint: Any) -> type | None:  # noqa: ANN401 - an annotation
    while get_origin(hint) is tuple or is_optional(hint):
        hint = get_args(hint)[0]
    return hint if isinstance(hint, type) and is_dataclass(hint) else None
