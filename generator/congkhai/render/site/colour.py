"""The office's one colour, made into the few that pages need, each with enough contrast."""

from __future__ import annotations

from dataclasses import dataclass

Rgb = tuple[int, int, int]

_WHITE: Rgb = (255, 255, 255)
_BLACK: Rgb = (0, 0, 0)
#: The papers of day.css and night.css on which links stand.
_GROUND: Rgb = (243, 238, 230)
_DARK_PAPER: Rgb = (24, 21, 19)
_DARK_GROUND: Rgb = (42, 37, 33)
#: WCAG 2.2, 1.4.3 asks 4.5:1 for text; old eyes and tinted grounds get more.
_TEXT = 5.5


@dataclass(frozen=True, slots=True)
class Scheme:
    """Colours as `#rrggbb`: areas (`primary_deep` when pressed) and text on them, edges, links, tints."""

    primary: str
    primary_deep: str
    on_primary: str
    primary_mark: str
    link: str
    tint: str


def light(colour: str) -> Scheme:
    """The colours on white paper."""
    primary = _read(colour)
    tint = _mix(primary, _WHITE, 0.92)
    return _scheme(primary, _until(primary, _BLACK, _GROUND, tint), tint=tint, mark=primary)


def dark(colour: str) -> Scheme:
    """The colours on dark paper: areas are subdued, links lightened."""
    office = _read(colour)
    tint = _mix(office, _DARK_PAPER, 0.78)
    link = _until(office, _WHITE, _DARK_GROUND, tint)
    return _scheme(_mix(office, _BLACK, 0.25), link, tint=tint, mark=_mix(office, _WHITE, 0.2))


def contrast(one: Rgb, other: Rgb) -> float:
    """The contrast ratio of WCAG 2.2, from 1 to 21."""
    bright, dim = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (bright + 0.05) / (dim + 0.05)


def _scheme(primary: Rgb, link: Rgb, *, tint: Rgb, mark: Rgb) -> Scheme:
    on = _WHITE if contrast(primary, _WHITE) >= contrast(primary, _BLACK) else _BLACK
    deep = _mix(primary, _BLACK if on == _WHITE else _WHITE, 0.2)
    return Scheme(*map(_hex, (primary, deep, on, mark, link, tint)))


def _until(colour: Rgb, goal: Rgb, *grounds: Rgb) -> Rgb:
    """Mix towards the goal just far enough to be read on every ground."""
    shares = (_mix(colour, goal, step / 50) for step in range(51))
    return next((c for c in shares if all(contrast(c, ground) >= _TEXT for ground in grounds)), goal)


def _mix(colour: Rgb, other: Rgb, share: float) -> Rgb:
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(colour, other, strict=True))
    return red, green, blue


def _luminance(colour: Rgb) -> float:
    linear = [c / 255 / 12.92 if c <= 10 else ((c / 255 + 0.055) / 1.055) ** 2.4 for c in colour]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _read(colour: str) -> Rgb:
    """`#9b1c1c`; the model has checked its form."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _hex(colour: Rgb) -> str:
    return "#{:02x}{:02x}{:02x}".format(*colour)
