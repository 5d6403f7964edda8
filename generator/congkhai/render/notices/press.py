"""The one place where Typst is run."""

from __future__ import annotations

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

#: Typst remembers what it made until so many other works did without it.
_REMEMBERED = 11
#: From so many bytes on, what is told of a notice is much: that of a sheet are ten thousand.
_MUCH = 200_000
_REFUSED = re.compile(r"congkhai:(?P<reason>[a-z_]+):(?P<field>[^:\"]*):(?P<detail>[^:\"]*)")
_UNSHOWN = re.compile(r"the text (?P<text>.+?) could not be displayed")


class Press:
    """A desk for each thread that prints. Use it as a context manager: the desks are folders that go with it."""

    def __init__(self, templates: Templates) -> None:
        self._templates = templates
        self._folder = tempfile.TemporaryDirectory(prefix="congkhai-")
        self._local = threading.local()

    def __enter__(self) -> Press:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._folder.cleanup()

    def print(self, notice: Notice) -> bytes | Refusal:
        """The PDF file of a notice, the same bytes each time, or why there is none."""
        return self._made(notice)

    def picture(self, notice: Notice, dots: float) -> bytes | Refusal:
        """The first page of a notice as a PNG picture of so many dots an inch, the same bytes each time."""
        return self._made(notice, dots)

    def _made(self, notice: Notice, dots: float | None = None) -> bytes | Refusal:
        try:
            made = self._desk().make(notice, dots)
        except CannotPrint as refused:
            return Refusal(notice.name, refused.field, refused.reason, notice.sources)
        except MissingFontError as missing:
            return Refusal(notice.name, "", phrase("refusals.no_font", file=missing), notice.sources)
        except typst.TypstError as error:
            field, reason = _explain(error)
            return Refusal(notice.name, field, reason, notice.sources)
        first = made[0] if isinstance(made, list) else made
        if not isinstance(first, bytes):
            raise TypeError(f"{notice.address}: {type(first).__name__}")
        return first

    def _desk(self) -> _Desk:
        if not hasattr(self._local, "desk"):
            self._local.desk = _Desk(Path(tempfile.mkdtemp(dir=self._folder.name)), self._templates)
        desk: _Desk = self._local.desk
        return desk


class _Desk:
    """A compiler with a folder to read from: the templates, the facts of the notice that is being made and only while
    it is, and the forms of booklets, all under names of our own.
    """

    def __init__(self, folder: Path, templates: Templates) -> None:
        self._folder, self._templates = folder, templates
        self._standing = ""
        for name, data in templates.files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        empty = folder / "no-packages"
        self._compiler = typst.Compiler(
            root=folder,
            font_paths=fonts(),
            ignore_system_fonts=True,
            package_path=empty,
            package_cache_path=empty,
        )

    def make(self, notice: Notice, dots: float | None) -> bytes | list[bytes] | None:
        """The PDF file of a notice, or pictures of its pages. Raises CannotPrint, TypstError."""
        day, standing = notice.imprint.dated, notice.standing(self._templates)
        # Only what changed is told: what Typst made of the rest for the notice before stays good.
        told = ... if standing == self._standing else {"standing": standing}
        facts = self._folder / "notice.json"
        self._standing = ""  # unknown, if what follows fails
        forms = {name: asdict(self._form(name, data)) for name, data in notice.forms.items()}
        data = notice.data(forms).encode()
        facts.write_bytes(data)
        if len(data) > _MUCH:
            self._forget()
        try:
            made = self._compiler.compile(
                input=self._folder / f"{notice.template}.typ",
                format="pdf" if dots is None else "png",
                ppi=dots,
                sys_inputs=told,
                pdf_standards=list(notice.standard.value) if dots is None else [],
                timestamp=datetime(day.year, day.month, day.day, tzinfo=UTC),
            )
        finally:
            facts.unlink()
        self._standing = standing
        return made

    def _forget(self) -> None:
        """Let go of what was made before: of a booklet or a long list megabytes for each of its sheets or rows.

        It is done before the next one, not after each: what prints no more ends without it.
        """
        for _ in range(_REMEMBERED):
            self._compiler.compile(input=b"", format="svg")

    def _form(self, name: str, data: bytes) -> DrawnForm:
        """Draw the pages of a form. Raises CannotPrint."""

        def draw(code: str) -> list[bytes]:
            try:
                made = self._compiler.compile(input=code.encode(), format="svg")
            except typst.TypstError as error:
                raise CannotPrint(name, phrase("refusals.form_broken")) from error
            return [made] if isinstance(made, bytes) else list(made or ())

        return draw_form(name, data, self._folder, draw)


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
