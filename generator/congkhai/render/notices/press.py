"""The one place where Typst is run."""

from __future__ import annotations

import json
import re
import tempfile
import threading
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

import typst

from congkhai.catalogue import phrase
from congkhai.render.notices.forms import DrawnForm, draw_form
from congkhai.render.notices.notice import Notice, Refusal
from congkhai.render.notices.templates import Templates
from congkhai.render.notices.text import CannotPrint
from congkhai.render.notices.typefaces import MissingFontError, fonts

_REFUSED = re.compile(r"congkhai:(?P<reason>[a-z_]+):(?P<field>[^:\"]*):(?P<detail>[^:\"]*)")
_UNSHOWN = re.compile(r"the text (?P<text>.+?) could not be displayed")


class Press:
    """A folder of templates for Typst to read, and a compiler per thread. Use it as a context manager.

    The folder holds template files, and the forms of booklets under names of our own; other data never becomes a file.
    """

    def __init__(self, templates: Templates) -> None:
        self._templates = templates
        self._folder = tempfile.TemporaryDirectory(prefix="congkhai-")
        self._local = threading.local()

    def __enter__(self) -> Press:
        for name, data in self._templates.files.items():
            path = self._root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._folder.cleanup()

    def print(self, notice: Notice) -> bytes | Refusal:
        """The PDF file of a notice, the same bytes each time, or why there is none."""
        day = notice.imprint.dated
        try:
            made = self._compiler().compile(
                input=self._root / f"{notice.template}.typ",
                format="pdf",
                sys_inputs=self._inputs(notice),
                pdf_standards=list(notice.standard.value),
                timestamp=datetime(day.year, day.month, day.day, tzinfo=UTC),
            )
        except CannotPrint as refused:
            return Refusal(notice.name, refused.field, refused.reason, notice.sources)
        except MissingFontError as missing:
            return Refusal(notice.name, "", phrase("refusals.no_font", file=missing), notice.sources)
        except typst.TypstError as error:
            field, reason = _explain(error)
            return Refusal(notice.name, field, reason, notice.sources)
        if not isinstance(made, bytes):
            raise TypeError(f"{notice.address}: {type(made).__name__}")
        return made

    def picture(self, notice: Notice, dots: float) -> bytes | Refusal:
        """The first page of a notice as a PNG picture of so many dots an inch, the same bytes each time."""
        day = notice.imprint.dated
        try:
            made = self._compiler().compile(
                input=self._root / f"{notice.template}.typ",
                format="png",
                ppi=dots,
                sys_inputs=self._inputs(notice),
                timestamp=datetime(day.year, day.month, day.day, tzinfo=UTC),
            )
        except CannotPrint as refused:
            return Refusal(notice.name, refused.field, refused.reason, notice.sources)
        except typst.TypstError as error:
            field, reason = _explain(error)
            return Refusal(notice.name, field, reason, notice.sources)
        first = made[0] if isinstance(made, list) else made
        if not isinstance(first, bytes):
            raise TypeError(f"{notice.address}: {type(first).__name__}")
        return first

    def _inputs(self, notice: Notice) -> dict[str, str]:
        """All that a template is told. Raises CannotPrint."""
        return {
            "data": notice.data(self._templates),
            "source": notice.source(),
            "forms": json.dumps({name: asdict(self._form(name, data)) for name, data in notice.forms.items()}),
        }

    def _form(self, name: str, data: bytes) -> DrawnForm:
        """Draw the pages of a form. Raises CannotPrint."""

        def draw(code: str) -> list[bytes]:
            try:
                made = self._compiler().compile(input=code.encode(), format="svg")
            except typst.TypstError as error:
                raise CannotPrint(name, phrase("refusals.form_broken")) from error
            return [made] if isinstance(made, bytes) else list(made or ())

        return draw_form(name, data, self._root, draw)

    @property
    def _root(self) -> Path:
        return Path(self._folder.name)

    def _compiler(self) -> typst.Compiler:
        if not hasattr(self._local, "compiler"):
            empty = self._root / "no-packages"
            self._local.compiler = typst.Compiler(
                root=self._root,
                font_paths=fonts(),
                ignore_system_fonts=True,
                package_path=empty,
                package_cache_path=empty,
            )
        compiler: typst.Compiler = self._local.compiler
        return compiler


def _explain(error: typst.TypstError) -> tuple[str, str]:
    """The field and the sentence for an error of Typst; a template refuses with `congkhai:REASON:FIELD:DETAIL`.

    DETAIL may go on with a length and what would fit: `A5|1240|900`.
    """
    if match := _REFUSED.search(error.message):
        told = dict(zip(("detail", "length", "room"), match["detail"].split("|"), strict=False))
        return match["field"], phrase(f"refusals.{match['reason']}", **told)
    if match := _UNSHOWN.search(error.message):
        return "", phrase("refusals.not_shown", text=match["text"])
    return "", phrase("refusals.template", error=" ".join([error.message, *error.hints]))
