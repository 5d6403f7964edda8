"""Bytes of unknown encoding to text: recognised for certain, or refused."""

from __future__ import annotations

import codecs
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from congkhai.intake.legacy import from_tcvn3, from_vni
from congkhai.intake.syllables import likeness

#: How much of a text is weighed, and the share of its words that must be Vietnamese for a legacy encoding.
_SAMPLE = 200_000
_SURE = 0.85


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text and the name of the encoding it had; `UTF-8` where nothing had to be converted."""

    text: str
    encoding: str


class UnknownEncoding(ValueError):  # noqa: N818 - told to a person with what to do; no error of ours
    """Bytes that are text in no encoding known here, or no text at all."""


#: Encodings of fonts from before Unicode by name, with what converts them.
LEGACY: Mapping[str, Callable[[str], str]] = {"TCVN3": from_tcvn3, "VNI": from_vni}


def decode(data: bytes) -> Decoded:
    """The text of a file, in composed Unicode. Raises UnknownEncoding."""
    for mark, name in (
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
    ):
        if data.startswith(mark):
            return _strict(data[len(mark) :], name)
    if b"\x00" in data[:_SAMPLE]:
        return _strict(data, "utf-16-le" if data[1::2][:200].count(0) >= data[::2][:200].count(0) else "utf-16-be")
    try:
        return unfont(data.decode("utf-8"))
    except UnicodeDecodeError:
        pass
    candidates = {"Windows-1258": data.decode("cp1258", "replace")}
    candidates |= {name: convert(data.decode(_page(name), "replace")) for name, convert in LEGACY.items()}
    return _likeliest(candidates)


def unfont(text: str) -> Decoded:
    """Unicode text whose letters are the codes of a legacy font (`Thñ tôc hµnh chÝnh`) is converted."""
    sample = unicodedata.normalize("NFC", text[:_SAMPLE])
    odd = [c for c in sample if not c.isascii() and c.isalpha()]
    if len(odd) < 8 or likeness(sample) >= 0.5:
        return Decoded(_composed(text), "UTF-8")
    for name, convert in LEGACY.items():
        if likeness(unicodedata.normalize("NFC", convert(sample))) >= _SURE:
            return Decoded(unicodedata.normalize("NFC", convert(text)), name)
    return Decoded(_composed(text), "UTF-8")


def _composed(text: str) -> str:
    """The text in composed Unicode; to see that it is so already costs far less than to compose it again."""
    return text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)


def _page(name: str) -> str:
    return "latin-1" if name == "TCVN3" else "cp1252"


def _strict(data: bytes, codec: str) -> Decoded:
    try:
        text = data.decode(codec)
    except UnicodeDecodeError:
        raise UnknownEncoding(codec) from None
    if "\x00" in text:
        raise UnknownEncoding(codec)
    return Decoded(unicodedata.normalize("NFC", text), codec.upper().removesuffix("-LE").removesuffix("-BE"))


def _likeliest(candidates: Mapping[str, str]) -> Decoded:
    composed = {name: unicodedata.normalize("NFC", text) for name, text in candidates.items()}
    scores = {name: likeness(text[:_SAMPLE]) for name, text in composed.items()}
    best = max(scores, key=lambda name: scores[name])
    if scores[best] < _SURE or any(c in composed[best][:_SAMPLE] for c in "\x00\ufffd"):
        raise UnknownEncoding(best)
    return Decoded(composed[best], best)
