"""Budget tables: the years, each year by phase, and each table as the form prints it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby

from congkhai.catalogue import phrase
from congkhai.derive.boards import Hanging, postings
from congkhai.derive.boards import by_item as postings_by_item
from congkhai.derive.sums import sums
from congkhai.model.budget import Budget, Column, ColumnKind, Phase, Row
from congkhai.render.search.entry import SearchEntry
from congkhai.render.site.context import SiteContext
from congkhai.render.site.makers.citations import CitationView, cite_all
from congkhai.render.site.makers.collection import Collection, index_page, record_page
from congkhai.render.site.makers.figures import number, plain
from congkhai.render.site.makers.footing import close, index_meta
from congkhai.render.site.makers.hangings import HangingRow, hanging_rows
from congkhai.render.site.makers.links import Link, base_of, file_links, link
from congkhai.render.site.page import Page, PageSection
from congkhai.source.repository import Source

_PAGES = Collection("ngan-sach", "budget", "budgets", "api/v1/budget.json")


@dataclass(frozen=True, slots=True)
class TableRow:
    """A table in the list of a year."""

    link: Link
    unit: Link
    form: str | None
    published: date
    headline: str | None


@dataclass(frozen=True, slots=True)
class PhaseView:
    """The tables of a phase."""

    phase: Phase
    tables: tuple[TableRow, ...]


@dataclass(frozen=True, slots=True)
class YearView:
    """A fiscal year, latest phase first."""

    year: int
    address: str
    phases: tuple[PhaseView, ...]
    count: int


@dataclass(frozen=True, slots=True)
class HeadCell:
    """A cell of the upper head row: a group over `span` columns, or one column over both rows."""

    label: str
    span: int
    grouped: bool
    text: bool = False


@dataclass(frozen=True, slots=True)
class ColumnView:
    """A column; `percent` ones say so because the unit above the table is not theirs."""

    label: str
    kind: ColumnKind
    grouped: bool


@dataclass(frozen=True, slots=True)
class GapView:
    """A row that its parts do not add up to, in words and figures."""

    row: str
    column: str
    stated: str
    added: str


@dataclass(frozen=True, slots=True)
class BudgetView:
    """A table ready to be drawn."""

    budget: Budget
    unit: Link
    head: tuple[HeadCell, ...]
    columns: tuple[ColumnView, ...]
    rows: tuple[Row, ...]
    sums: int
    gaps: tuple[GapView, ...]
    basis: tuple[CitationView, ...]
    files: tuple[Link, ...]
    hangings: tuple[HangingRow, ...]

    @property
    def tiers(self) -> int:
        """How many rows the head has."""
        return 2 if any(cell.grouped for cell in self.head) else 1

    @property
    def numbered(self) -> bool:
        """The form has a column for outline numbers."""
        return any(row.number for row in self.rows)


def pages(context: SiteContext) -> Iterator[Page]:
    """The years, a page for each year, a page for each table."""
    sources = context.office.repository.all("budget")
    years = _years(context, sources)
    yield index_page(context, _PAGES, sources, years=years)
    for year in years:
        yield _year(context, year, [s for s in sources if s.record.fiscal_year == year.year])
    hung = postings_by_item(postings(context.office))
    for source in sources:
        yield _page(context, source, hung.get(source.key, ()))


def _years(context: SiteContext, sources: tuple[Source, ...]) -> list[YearView]:
    years = []
    for year in sorted({s.record.fiscal_year for s in sources}, reverse=True):
        tables = [s for s in sources if s.record.fiscal_year == year]
        phases = [
            PhaseView(phase, tuple(_row(context, s) for s in tables if s.record.phase is phase))
            for phase in reversed(Phase)
        ]
        years.append(YearView(year, f"{_PAGES.index}{year}/", tuple(p for p in phases if p.tables), len(tables)))
    return years


def _row(context: SiteContext, source: Source) -> TableRow:
    budget: Budget = source.record
    unit = context.office.get("unit", budget.unit, source.key.office)
    return TableRow(link(source), link(unit), budget.form, budget.published, budget.headline)


def _year(context: SiteContext, view: YearView, sources: list[Source]) -> Page:
    at, title = view.address, phrase("site.budget_year", year=view.year)
    meta = index_meta(context, title, at, context.office.changed(*sources))
    values = {"base": base_of(at), "index": _PAGES.link, "view": view, "meta": meta}
    sections = [
        PageSection(
            phase.phase.value,
            phase.phase.label,
            context.templates.render("budget/phase.html.j2", tables=phase.tables, **values),
        )
        for phase in view.phases
    ]
    return Page(
        at,
        "ngan-sach/*",
        title=title,
        description=phrase("site.budget_year_about", year=view.year, n=view.count),
        lead=context.templates.render("budget/year.html.j2", **values),
        sections=close(context, at, meta, sections),
        sources=tuple(source.path for source in sources),
        search=SearchEntry(phrase("site.budgets")),
    )


def _page(context: SiteContext, source: Source, hung: tuple[Hanging, ...]) -> Page:
    view = _view(context, source, hung)
    budget = view.budget
    year = Link(phrase("site.year", year=budget.fiscal_year), f"{_PAGES.index}{budget.fiscal_year}/")
    wanted = (
        ("bang-so-lieu", "table", True),
        ("thuyet-minh", "explanation", budget.explanation),
        ("tep", "files", view.files),
        ("niem-yet", "posted", view.hangings),
        ("can-cu", "basis", view.basis),
    )
    page = record_page(
        context,
        _PAGES,
        source,
        wanted,
        view=view,
        trail=(_PAGES.link, year),
        title=budget.title,
        description=budget.headline or f"{budget.phase.label}. {view.unit.title}.",
        search=SearchEntry(
            kind=source.kind.title,
            text=plain(
                budget.title,
                budget.headline,
                budget.form,
                (row.label for row in budget.rows),
                budget.explanation,
            ),
            names=tuple(name for name in (budget.form, year.title) if name),
            units=(view.unit.title,),
            facts=(year.title, budget.phase.label),
        ),
    )
    return replace(page, shell=f"{_PAGES.slug}/*/*")


def _view(context: SiteContext, source: Source, hung: tuple[Hanging, ...]) -> BudgetView:
    office, at = context.office, source.key.office
    budget: Budget = source.record
    added = list(sums(budget))
    return BudgetView(
        budget=budget,
        unit=link(office.get("unit", budget.unit, at)),
        head=head(budget.columns),
        columns=tuple(ColumnView(_label(column), column.kind, bool(column.group)) for column in budget.columns),
        rows=budget.rows,
        sums=len(added),
        gaps=tuple(
            GapView(one.row.label, one.column.label, number(one.stated), number(one.added))
            for one in added
            if not one.agrees
        ),
        basis=cite_all(context, budget.basis, at),
        files=file_links(budget.files),
        hangings=hanging_rows(hung, office.day),
    )


def head(columns: tuple[Column, ...]) -> tuple[HeadCell, ...]:
    """The upper head row: columns side by side with the same group share a cell."""
    cells = []
    for group, members in groupby(columns, key=lambda column: column.group):
        run = list(members)
        if group:
            cells.append(HeadCell(group, len(run), grouped=True))
        else:
            cells += [HeadCell(_label(column), 1, grouped=False, text=column.kind is ColumnKind.TEXT) for column in run]
    return tuple(cells)


def _label(column: Column) -> str:
    if column.kind is ColumnKind.PERCENT and "%" not in f"{column.label}{column.group or ''}":
        return f"{column.label} (%)"
    return column.label
