"""The option that lets a cluster work."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from congkhai.catalogue import phrase

if TYPE_CHECKING:
    from congkhai.publish.workers import NoClusterError

scheduler_option = click.option(
    "--scheduler",
    default="",
    metavar="ADDRESS",
    help="Địa chỉ bộ điều phối dask.distributed (tcp://máy:8786) để làm bằng nhiều máy; mặc định làm trên máy này.",
)


def no_cluster(error: NoClusterError, language: str) -> str:
    """Why a cluster cannot work, and the cure."""
    if error.missing:
        return phrase("cli.cluster_missing", language, package=error.missing)
    return phrase("cli.cluster_silent", language, address=error.address)
