"""Tagged files made up for merging: documents of every shape, and files changed by hand."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache

import typst
from hypothesis import strategies as st
from pypdf import PdfReader, PdfWriter
from pypdf.generic import DictionaryObject

from congkhai.render.notices.typefaces import fonts

TEMPLATE = """
#let d = json(bytes(sys.inputs.data))
#set document(title: d.title, date: datetime(year: 2026, month: 3, day: 1))
#set text(lang: d.language, font: ("Tinos",), size: 11pt)
#set page(paper: d.paper, numbering: if d.numbered { d.numbering } else { none })
#show outline.entry: it => it
#if d.attach {
  pdf.attach("/facts.json", bytes("{}" + d.title), relationship: "data", mime-type: "text/plain", description: "x")
}
#title(d.title)
#if d.contents { outline(title: none) }
#for (place, part) in d.parts.enumerate() [
  #heading(level: 1, part.name) #label("part-" + str(place))
  #part.text
  #if part.rows > 0 {
    table(columns: 2, table.header(table.cell[Mục], table.cell[Số tiền]),
      ..range(part.rows).map(n => (table.cell(str(n)), table.cell(part.name))).flatten())
  }
  #if part.note { footnote(part.name) }
  #if part.link { link("https://vi-du.gov.vn/" + str(place), "Trang") }
  #link(label("part-0"), "Về đầu")
  #if part.picture { image(bytes(d.picture), format: "svg", width: 1cm, alt: part.name) }
  #if part.break { pagebreak(weak: true) }
]
"""

PICTURE = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 4 4'><rect width='4' height='4'/></svg>"


@dataclass(frozen=True)
class Made:
    """A file and what it was made from."""

    data: bytes = field(repr=False)
    facts: dict[str, object]


@cache
def _compiler() -> typst.Compiler:
    return typst.Compiler(font_paths=fonts(), ignore_system_fonts=True)


@cache
def _compiled(facts: str, archive: bool) -> bytes:
    made = _compiler().compile(
        input=TEMPLATE.encode(),
        format="pdf",
        sys_inputs={"data": facts},
        pdf_standards=["a-3a" if json.loads(facts)["attach"] else "a-2a", "ua-1"] if archive else ["ua-1"],
    )
    assert isinstance(made, bytes)
    return made


def document(facts: dict[str, object], *, archive: bool = True) -> Made:
    """A document that keeps PDF/A (unless that is not wanted) and PDF/UA-1."""
    return Made(_compiled(json.dumps(facts, sort_keys=True), archive), facts)


def plain(title: str = "Văn bản", **other: object) -> Made:
    """A short document with a table, a footnote and links."""
    part = {"name": f"Mục của {title}", "text": "Nội dung. " * 30, "rows": 3, "note": True, "link": True}
    facts: dict[str, object] = {
        "title": title, "language": "vi", "paper": "a4", "numbered": False, "numbering": "1", "contents": True,
        "attach": False, "picture": PICTURE,
        "parts": [{**part, "picture": True, "break": True}, {**part, "picture": False, "break": False}],
    }  # fmt: skip
    return document({**facts, **other})


_WORDS = st.text("aăâđêôơưẵếộữ ĐỘ12", min_size=1, max_size=12).filter(lambda t: bool(t.strip()))
_PARTS = st.fixed_dictionaries(
    {
        "name": _WORDS.map(str.strip),
        "text": st.lists(_WORDS, max_size=60).map(" ".join),
        "rows": st.sampled_from([0, 0, 1, 4, 60]),
        "note": st.booleans(),
        "link": st.booleans(),
        "picture": st.booleans(),
        "break": st.booleans(),
    }
)
#: Documents of every shape.
DOCUMENTS = st.fixed_dictionaries(
    {
        "title": _WORDS.map(str.strip),
        "language": st.sampled_from(["vi", "vi", "en", "fr"]),
        "paper": st.sampled_from(["a4", "a5", "a3"]),
        "numbered": st.booleans(),
        "numbering": st.sampled_from(["1", "i", "A"]),
        "contents": st.booleans(),
        "attach": st.booleans(),
        "picture": st.just(PICTURE),
        "parts": st.lists(_PARTS, min_size=1, max_size=4),
    }
).map(document)


def changed(data: bytes, change: Callable[[DictionaryObject, PdfWriter], object]) -> bytes:
    """A copy of a file whose catalogue was changed."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(data)))
    change(writer.root_object, writer)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()
