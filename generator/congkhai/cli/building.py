"""A build, with what prevents one told in a line."""

from __future__ import annotations

import click
from jinja2 import TemplateError

from congkhai.catalogue import phrase
from congkhai.cli.progress import Bars
from congkhai.cli.scheduler import no_cluster
from congkhai.cli.settings import Settings
from congkhai.publish.build import build
from congkhai.publish.engines import EngineError, EngineMissingError
from congkhai.publish.request import Request, Result
from congkhai.publish.workers import NoClusterError
from congkhai.render.notices.text import CannotPrint
from congkhai.render.site.stamp import ShellError


def built(request: Request, settings: Settings, quiet: bool) -> Result:
    """What came of a build. Raises click.ClickException where nothing could be written."""
    try:
        with Bars(quiet, settings.language) as bars:
            return build(request, bars.step)
    except EngineMissingError as error:
        raise click.ClickException(phrase("cli.engine_missing", settings.language, engine=error)) from error
    except (EngineError, ShellError) as error:
        raise click.ClickException(str(error)) from error
    except TemplateError as error:
        place = f"{getattr(error, 'name', None) or '?'}:{getattr(error, 'lineno', None) or '?'}"
        reason = phrase("cli.template", settings.language, place=place, reason=error.message or "")
        raise click.ClickException(reason) from error
    except OSError as error:
        reason = error.strerror or str(error)
        raise click.ClickException(phrase("cli.not_written", settings.language, reason=reason)) from error
    except NoClusterError as error:
        raise click.ClickException(no_cluster(error, settings.language)) from error
    except CannotPrint as error:
        raise click.ClickException(f"site_config/notices/{error.field}: {error.reason}") from error
