"""A time limit as people read it: the words of the note where no number says it."""

from __future__ import annotations

from congkhai.model.procedure import Channel

_SHORT = 60


def time_words(channel: Channel) -> str:
    """`5 ngày làm việc`, or the whole note of a limit that is said in words."""
    if channel.time_limit.unit == "in_words" and channel.time_note:
        return channel.time_note
    return str(channel.time_limit)


def time_beside(channel: Channel) -> str | None:
    """The note on a time limit, unless the note is the limit."""
    return None if channel.time_limit.unit == "in_words" else channel.time_note


def short_time(channel: Channel) -> str:
    """The limit where there is little room: words are cut between two of them."""
    words = time_words(channel)
    if len(words) <= _SHORT:
        return words
    return words[: words.rfind(" ", 0, _SHORT)].rstrip(" ,;:.–-") + "…"
