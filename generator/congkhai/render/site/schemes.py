"""Light and dark: the device decides until the reader does, and no script is needed for either."""

from __future__ import annotations

from dataclasses import asdict

from congkhai.render.site.colour import Scheme, dark, light

#: What the reader chose stands on the root of the page; the theme sets colours on the body, so ours are set there too.
_DAY = ":root"
_NIGHT_BY_DEVICE = ':root:not([data-ck-scheme="day"])'
_NIGHT_BY_CHOICE = ':root[data-ck-scheme="night"]'


def scheme_css(colour: str, day: str, night: str) -> str:
    """The custom properties of both schemes as a style sheet; paper is always white.

    `day` and `night` are style sheets of one rule, to whose declarations those of the office's colour are added.
    """
    dark_ones = _declared(night, dark(colour))
    return (
        f"{_rule(_DAY, _declared(day, light(colour)))}"
        f"@media screen and (prefers-color-scheme: dark) {{\n{_rule(_NIGHT_BY_DEVICE, dark_ones)}}}\n"
        f"@media screen {{\n{_rule(_NIGHT_BY_CHOICE, dark_ones)}}}\n"
    )


def _declared(sheet: str, scheme: Scheme) -> str:
    own = "".join(f"  --ck-{name.replace('_', '-')}: {value};\n" for name, value in asdict(scheme).items())
    return sheet[sheet.index("{") + 1 : sheet.rindex("}")].lstrip("\n") + own


def _rule(root: str, declarations: str) -> str:
    return f"{root},\n{root} body {{\n{declarations}}}\n"
