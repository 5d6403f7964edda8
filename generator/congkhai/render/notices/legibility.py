"""How large printed letters are at least, by the distance from which they are read: the one place for all kinds.

An eye of normal sight tells letters of 5 minutes of arc; here a lower-case letter without ascender spans at least 7,
which is 1.4 mm at 0.7 m and 4.1 mm at 2 m. A letter of Be Vietnam Pro is 0.53 of its size high.
"""

from __future__ import annotations

from enum import Enum


class Reading(Enum):
    """Where a notice is read.

    POSTER: the heading and what everybody looks for are read from 2 m, the rest from 0.7 m; on A4, which hangs beside
    a counter, the rest is read as if in hand. BOARD: all of it from 0.7 m. HAND: held or lying on a counter.
    """

    POSTER = "poster"
    BOARD = "board"
    HAND = "hand"


#: Points of type read from 2 m, from 0.7 m and in hand.
FAR, NEAR, IN_HAND = 22.0, 7.7, 7.0
#: Points of what is looked up with the nose on the paper: the line at the foot, the address beneath a code.
MARK = 5.8


def least(reading: Reading, scale: float) -> float:
    """The smallest size in points of a notice's text, apart from its marks; `scale` is that of the paper against A4."""
    near = reading is Reading.BOARD or (reading is Reading.POSTER and scale > 1)
    return NEAR if near else IN_HAND
