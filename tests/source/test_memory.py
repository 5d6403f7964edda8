"""What makes very many objects is not slowed down by the collector of circles, neither meanwhile nor at its end."""

from __future__ import annotations

import gc

from congkhai.source.memory import many_objects


def test_what_was_made_is_not_walked_over_when_it_is_there() -> None:
    walks: list[int] = []

    def walked(phase: str, info: dict[str, int]) -> None:
        walks.append(info["generation"])

    with many_objects():
        assert not gc.isenabled()
        gc.callbacks.append(walked)
        made = [[number] for number in range(2 * gc.get_threshold()[0])]
    few = [[number] for number in range(10)]
    gc.callbacks.remove(walked)
    assert gc.isenabled()
    assert not walks
    assert len(made) > len(few)


def test_circles_of_that_time_are_still_found() -> None:
    class Circle:
        pass

    gc.collect()
    with many_objects():
        one = Circle()
        one.itself = one  # type: ignore[attr-defined]
        del one
    assert gc.collect() > 0
    assert not [found for found in gc.get_objects() if isinstance(found, Circle)]
