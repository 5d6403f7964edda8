"""Checking an office again: what was found before and still holds is not looked for anew."""

from __future__ import annotations

from congkhai.model.finding import Finding
from congkhai.publish.graph import Graph
from congkhai.publish.inspection import context_of, inspect_again
from congkhai.publish.program import program
from congkhai.publish.request import Request
from congkhai.publish.still import seal_check
from congkhai.publish.world import World
from congkhai.source.library import Library
from congkhai.source.load import load
from congkhai.source.memory import many_objects
from congkhai.source.shelf import Shelf
from congkhai.source.survey import survey


@many_objects()
def check_again(request: Request) -> tuple[list[Finding], int]:
    """All findings on an office, and how many records it has."""
    seen = survey(request.root)
    with Shelf(request.state, program()) as shelf:
        graph = Graph(shelf, request.day.isoformat())
        loaded = load(request.root, library=Library(request.root, shelf))
        world = World(loaded, seen, request.day)
        graph.hold_against(world)
        context = context_of(loaded, request.root, request.day, graph.facts)
        world.context = context
        findings, records = inspect_again(loaded, context), len(loaded.repository)
        graph.save(seal_check(request, seen, findings, records))
    return findings, records
