"""A build, with what prevents one told in a line."""

from __future__ import annotations

from collections.abc import Callable

import click
from jinja2 import TemplateError

from congkhai.catalogue import phrase
from congkhai.cli.progress import Bars
from congkhai.cli.scheduler import no_cluster
from congkhai.cli.settings import Settings
from congkhai.publish.build import build
from congkhai.publish.engines import EngineError, EngineMissingError
from congkhai.publish.recent import Recent
from congkhai.publish.request import Request, Result
from congkhai.publish.workers import NoClusterError
from congkhai.render.notices.text import CannotPrint
from congkhai.render.site.stamp import ShellError
from congkhai.report.text import shown
from congkhai.source.survey import Survey

#: What may prevent a build without being a mistake of ours.
PREVENTED = (EngineError, ShellError, TemplateError, OSError, NoClusterError, CannotPrint)


def built(  # noqa: PLR0913 - what is asked for, and what is known of it
    request: Request,
    settings: Settings,
    quiet: bool,
    seen: Survey,
    hold: Callable[[object], None],
    recent: Recent,
) -> Result:
    """What came of a build; `seen` is how its files stand, `recent` what an earlier build left.

    Whoever asks for it may `hold` what it was made with.

    Raises click.ClickException where nothing could be written.
    """
    try:
        with Bars(quiet, settings.language) as bars:
            return build(request, bars.step, seen, hold, recent)
    except PREVENTED as error:
        raise click.ClickException(why(error, settings.language)) from error


def why(error: BaseException, language: str) -> str:
    """What prevented a build, in a line."""
    match error:
        case EngineMissingError():
            return phrase("cli.engine_missing", language, engine=error)
        case TemplateError():
            place = f"{getattr(error, 'name', None) or '?'}:{getattr(error, 'lineno', None) or '?'}"
            return phrase("cli.template", language, place=place, reason=error.message or "")
        case OSError():
            return phrase("cli.not_written", language, reason=error.strerror or str(error))
        case NoClusterError():
            return no_cluster(error, language)
        case CannotPrint():
            return f"site_config/notices/{error.field}: {error.reason}"
        case EngineError():
            return "\n".join(f"  {shown(line)}" for line in str(error).splitlines()).strip()
    return str(error)
