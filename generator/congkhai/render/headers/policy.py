"""The Content-Security-Policy: nothing from elsewhere, nothing inline but what the build itself has seen."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import unescape

#: A script that the browser runs; data such as JSON is none.
_SCRIPT = re.compile(r"<script(?![^>]*\bsrc=)(?![^>]*\btype=\"application/(?:ld\+)?json\")[^>]*>(.*?)</script>", re.S)
_STYLE = re.compile(r"<style[^>]*>(.*?)</style>", re.S)
_ATTRIBUTE = re.compile(r"<[a-z][^<>]*?\sstyle=\"([^\"]*)\"")


@dataclass(frozen=True, slots=True)
class Inline:
    """Digests of the scripts, style sheets and style attributes that stand in pages, each sorted."""

    scripts: tuple[str, ...] = ()
    styles: tuple[str, ...] = ()
    attributes: tuple[str, ...] = ()


def inline(pages: Iterable[str]) -> Inline:
    """What stands inline in the chrome and in hand-written pages; ours has none, an office's own theme may."""
    scripts: set[str] = set()
    styles: set[str] = set()
    attributes: set[str] = set()
    for html in pages:
        scripts.update(_SCRIPT.findall(html))
        styles.update(_STYLE.findall(html))
        attributes.update(unescape(found) for found in _ATTRIBUTE.findall(html))
    return Inline(_digests(scripts), _digests(styles), _digests(attributes))


def policy(seen: Inline, *, served: bool, secure: bool = False) -> str:
    """The policy as the value of a header, or (not `served`) of a `meta` element, which may not speak of frames.

    Pagefind compiles its index reader from WebAssembly and runs it in a worker; the theme draws its icons with
    `data:` images. A `secure` site also asks for everything over HTTPS.
    """
    return "; ".join(" ".join(part) for part in _directives(seen, served=served, secure=secure))


def _directives(seen: Inline, *, served: bool, secure: bool) -> Iterator[tuple[str, ...]]:
    yield "default-src", "'none'"
    yield "script-src", "'self'", "'wasm-unsafe-eval'", *seen.scripts
    hashes = ("'unsafe-hashes'", *seen.attributes) if seen.attributes else ()
    yield "style-src", "'self'", *seen.styles, *hashes
    yield "img-src", "'self'", "data:"
    yield "font-src", "'self'"
    yield "connect-src", "'self'"
    yield "worker-src", "'self'"
    yield "manifest-src", "'self'"
    yield "form-action", "'self'"
    yield "base-uri", "'none'"
    if served:
        yield "frame-ancestors", "'self'"
    if secure:
        yield ("upgrade-insecure-requests",)


def _digests(texts: Iterable[str]) -> tuple[str, ...]:
    made = (base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for text in texts)
    return tuple(sorted(f"'sha256-{digest}'" for digest in made))
