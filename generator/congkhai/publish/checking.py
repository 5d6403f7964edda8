"""Checking an office again: what was found before and still holds is not looked for anew."""

from __future__ import annotations

from congkhai.model.finding import Finding
from congkhai.publish.forks import shared
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
from congkhai.source.survey import Survey, survey


@many_objects()
def check_again(request: Request, seen: Survey | None = None) -> tuple[list[Finding], int]:
    """All findings on an office, and how many records it has. `seen` is how its files stand, if that is known."""
    seen = seen or survey(request.root)
    with Shelf(request.state, program()) as shelf:
        graph = Graph(shelf, "check", request.day.isoformat())
        share = None if request.alone else shared
        loaded = load(request.root, library=Library(request.root, shelf), seen=seen, share=share)
        world = World(loaded, seen, request.day)
        context = context_of(loaded, request.root, request.day, graph.facts)
        world.context = context
        graph.hold_against(world)
        findings, told = inspect_again(loaded, context, graph, shelf, alone=request.alone)
        records = len(loaded.repository)
        graph.save(world, {**told, **seal_check(request, seen, list(findings), records)})
    return list(findings), records
