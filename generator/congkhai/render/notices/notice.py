"""A notice, before and after it is printed."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass, field, replace
from datetime import date
from enum import Enum

import yaml

from congkhai.catalogue import labels
from congkhai.model.calendar import short_date
from congkhai.model.copy import Plain, copy_address
from congkhai.render.notices import legibility, qr, typefaces
from congkhai.render.notices.breaks import PATTERNS, breaks
from congkhai.render.notices.colour import readable
from congkhai.render.notices.templates import Templates
from congkhai.source.repository import Key

#: The one written in C, where it is there; both write the same.
_Dumper = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
#: How the names of facts and words begin that may stand in a title.
_TITLED = ("name", "title", "summary", "scope", "field", "about", "heading")


class Paper(Enum):
    """A size of paper."""

    A5 = "a5"
    A4 = "a4"
    A3 = "a3"
    A2 = "a2"

    @property
    def scale(self) -> float:
        """How much longer its sides are than those of A4."""
        return {"a5": 0.7071, "a4": 1.0, "a3": 1.4142, "a2": 2.0}[self.value]


class Standard(Enum):
    """What a file conforms to: an archive file, with or without the facts inside, that a screen reader can read."""

    PLAIN = ("a-2a", "ua-1")
    WITH_FACTS = ("a-3a", "ua-1")


@dataclass(frozen=True, slots=True)
class NoticeName:
    """What names a notice: kind, record, paper, and the address of its file relative to the site.

    `key.id` is empty for a notice of a whole collection. `series` is what the notice keeps through all its versions
    and papers, such as `thu-tuc/1.001193`.
    """

    kind: str
    key: Key
    paper: Paper
    address: str
    series: str


@dataclass(frozen=True, slots=True)
class Imprint:
    """What stands on a notice about the notice itself, and how it is drawn; none of it changes the version code.

    Its texts are printable.

    `site` is the full address of the site and `page` that of the record's page within it, `dated` the day that the
    file carries, `review` the day by which the copy on the wall must have been looked at again, `colour` the
    office's own; `emblem` the name of its emblem among the templates, if it has one and the kind may carry it; `sample`
    whether the office is an example.
    """

    title: str
    number: str
    site: str
    page: str
    dated: date
    review: date
    colour: str
    office: str
    sample: bool
    emblem: str = ""
    emblem_alt: str = ""


@dataclass(frozen=True, slots=True)
class Notice:
    """A notice that can be printed. It holds all that its file depends on, besides the templates.

    `facts` is plain data, cleaned; `sources` are the paths of the records that the facts were taken from. `rows` are
    those of a list of persons: they are printed and nothing else, and do not change the version code. Of a booklet,
    `parts` are the sheets that it is made of, which are gathered only when it is printed; `outline` tells their numbers
    and pages, as its facts tell their codes. `forms` are the PDF files of its forms by name.
    """

    name: NoticeName
    template: str
    standard: Standard
    imprint: Imprint
    facts: Plain
    code: str
    sources: tuple[str, ...]
    reading: legibility.Reading = legibility.Reading.HAND
    rows: tuple[tuple[str, ...], ...] = ()
    outline: tuple[str, ...] = ()
    parts: tuple[Notice, ...] = ()
    forms: Mapping[str, bytes] = field(default_factory=dict)

    @property
    def address(self) -> str:
        """The address of its file, relative to the site."""
        return self.name.address

    @property
    def scan(self) -> str:
        """What the QR code says: the address that tells whether this very copy is still current."""
        return self.imprint.site + copy_address(self.code)

    def standing(self, templates: Templates) -> str:
        """A JSON text of what it shares with other notices of its kind, paper and office."""
        imprint, paper = self.imprint, self.name.paper
        shown = imprint.emblem in templates.files
        sheet = {
            "paper": paper.value,
            "scale": paper.scale,
            "sizes": {
                "far": legibility.FAR,
                "least": legibility.least(self.reading, paper.scale),
                "mark": legibility.MARK,
            },
            "office": imprint.office,
            "accent": readable(imprint.colour),
            "emblem": {"file": f"/{imprint.emblem}" if shown else "", "alt": imprint.emblem_alt},
        }
        told = {"sheet": sheet, "words": self._words(), "breaks": PATTERNS, "sample": imprint.sample}
        return json.dumps(told, ensure_ascii=False, sort_keys=True)

    def data(self, forms: Mapping[str, object]) -> str:
        """A JSON text of what it says itself; `forms` are those of `forms` as they were drawn."""
        return self._told(lambda text: asdict(qr.qr_code(text)), {"forms": forms, "source": self._source()})

    def _told(self, code: Callable[[str], object], along: Mapping[str, object]) -> str:
        """The data, with what `code` makes of the texts of QR codes, and with what goes along."""
        imprint = self.imprint
        sheet = {
            **self._place(code),
            "title": imprint.title,
            "number": imprint.number,
            "code": self.code,
            "review": short_date(imprint.review),
            "date": [imprint.dated.year, imprint.dated.month, imprint.dated.day],
            "breaks": asdict(
                breaks([self.facts, self.rows, self._words(), *(part.facts for part in self.parts)], self._titles())
            ),
        }
        told = {"sheet": sheet, "facts": self.facts, **along}
        if self.parts:
            told["parts"] = {
                part.imprint.number: {
                    **part._place(code),
                    "code": part.code,
                    "facts": part.facts,
                    "words": part._words(),
                }
                for part in self.parts
            }
        if self.rows:
            told["rows"] = self.rows
        return json.dumps(told, ensure_ascii=False, sort_keys=True)

    def _source(self) -> str:
        """The facts as YAML, to go along with the file where its standard allows that."""
        if self.standard is not Standard.WITH_FACTS:
            return ""
        facts = [part.facts for part in self.parts] or self.facts
        return yaml.dump(facts, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=120)

    def _place(self, code: Callable[[str], object]) -> dict[str, object]:
        """Where the code and the readable address lead."""
        page = self.imprint.site + self.imprint.page
        return {"page": page.partition("://")[2].rstrip("/"), "link": page, "qr": code(self.scan)}

    def _titles(self) -> Iterator[str]:
        """The texts that may stand in its title."""
        facts = self.facts if isinstance(self.facts, dict) else {}
        for name, words in (*facts.items(), *self._words().items()):
            if isinstance(words, str) and name.startswith(_TITLED):
                yield words

    def _words(self) -> dict[str, str]:
        return {**labels("notice"), **labels(f"notice_{self.template}")}

    def key(self, templates: Templates) -> str:
        """A digest that stays equal exactly as long as the printed file does: facts, templates, fonts, renderer.

        It is the same with and without the parts of a booklet: its facts tell their codes, which stand for theirs.
        """
        parts = (
            self.name.address,
            self.template,
            ",".join(self.standard.value),
            self.standing(templates),
            replace(self, parts=())._told(str, {}),
            *self.outline,
            templates.digest_of(f"{self.template}.typ"),
            qr.drawn_by(),
            typefaces.drawn_by(),
            *(f"{name} {hashlib.sha256(data).hexdigest()}" for name, data in sorted(self.forms.items())),
        )
        return hashlib.sha256("\0".join(parts).encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Refusal:
    """A notice that is not printed: which, the field that prevents it, and a Vietnamese sentence with the cure."""

    name: NoticeName
    field: str
    reason: str
    sources: tuple[str, ...] = ()
