"""Questions of citizens and the office's public answers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from congkhai.model.answer import Answer
from congkhai.render.search.entry import LEADING, SearchEntry
from congkhai.render.site.context import SiteContext
from congkhai.render.site.makers.citations import CitationView, cite_all
from congkhai.render.site.makers.collection import Collection, index_page, record_page
from congkhai.render.site.makers.figures import plain, shortened
from congkhai.render.site.makers.links import Link, link
from congkhai.render.site.makers.people import PersonView, person
from congkhai.render.site.page import Page
from congkhai.source.repository import Source

_PAGES = Collection("hoi-dap", "answer", "answers", "api/v1/answer.json")
#: A question is the title of its page; a longer one is told in full below it.
TITLE = 160


@dataclass(frozen=True, slots=True)
class AnswerView:
    """A question with its answer and everything that both refer to."""

    answer: Answer
    link: Link
    unit: Link
    by: PersonView | None
    field: Link | None
    procedures: tuple[Link, ...]
    basis: tuple[CitationView, ...]
    title: str
    beginning: str

    @property
    def shortened(self) -> bool:
        """The title is only the beginning of the question."""
        return self.title != " ".join(self.answer.question.split())


def pages(context: SiteContext) -> Iterator[Page]:
    """All questions, the latest answer first, and a page for each."""
    sources = context.office.repository.all("answer")
    views = {source.key: _view(context, source) for source in sources}
    yield _index(context, sources, list(views.values()))
    for source in sources:
        yield _page(context, source, views[source.key])


def _index(context: SiteContext, sources: tuple[Source, ...], views: list[AnswerView]) -> Page:
    newest = sorted(views, key=lambda v: (-v.answer.answered.toordinal(), v.link.address))
    return index_page(context, _PAGES, sources, answers=newest)


def _page(context: SiteContext, source: Source, view: AnswerView) -> Page:
    answer = view.answer
    wanted = (("tra-loi", "text", True), ("thu-tuc", "procedures", view.procedures), ("can-cu", "basis", view.basis))
    return record_page(
        context,
        _PAGES,
        source,
        wanted,
        view=view,
        title=view.title,
        description=shortened(answer.answer, 160),
        search=SearchEntry(
            kind=source.kind.title,
            text=plain(answer.question, answer.apology, answer.answer),
            fields=(view.field.title,) if view.field else (),
            units=(view.unit.title,),
            facts=(view.unit.title,),
            weight=LEADING,
        ),
    )


def _view(context: SiteContext, source: Source) -> AnswerView:
    office, at = context.office, source.key.office
    answer: Answer = source.record
    return AnswerView(
        answer=answer,
        link=link(source),
        unit=link(office.get("unit", answer.unit, at)),
        by=person(office.get("official", answer.by, at)) if answer.by else None,
        field=link(office.get("field", answer.field, at)) if answer.field else None,
        procedures=tuple(link(office.get("procedure", one, at)) for one in answer.procedures),
        basis=cite_all(context, answer.basis, at),
        title=shortened(answer.question, TITLE),
        beginning=shortened(answer.answer, 150),
    )
