"""Published pictures say nothing of where, when and with what they were taken; the picture itself stays."""

from __future__ import annotations

import io
import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congkhai.source.pictures import has_position
from congkhai.source.stripped import stripped
from tests.photograph import chunk, jpeg, png, segment, taken_at_home, tiff

SECRETS = (b"Exif", b"http://ns.adobe.com", b"Photoshop", b"MPF", b"remark", b"secret", b"ftypmp42")


def oriented(side: int) -> bytes:
    body = b"II" + struct.pack("<HIHHHIHHI", 42, 8, 1, 0x0112, 3, 1, side, 0, 0)
    return segment(0xE1, b"Exif\x00\x00" + body)


def test_a_photograph_loses_its_place_and_its_camera():
    photo = jpeg(
        segment(0xE1, b"Exif\x00\x00" + tiff()),
        segment(0xE1, b"http://ns.adobe.com/xap/1.0/\x00<x:xmpmeta>GPSLatitude</x:xmpmeta>"),
        segment(0xE2, b"MPF\x00secret"),
        segment(0xED, b"Photoshop 3.0\x00secret"),
        segment(0xFE, b"remark"),
    )
    assert has_position(io.BytesIO(photo))
    clean = stripped(photo + b"\x00\x00\x00\x18ftypmp42 a film with its place")
    assert clean == jpeg()
    assert not any(secret in clean for secret in SECRETS)


def test_colours_and_the_upper_side_stay():
    profile = segment(0xE2, b"ICC_PROFILE\x00\x01\x01abc")
    adobe = segment(0xEE, b"Adobe\x00\x64\x00\x00\x00\x00\x01")
    assert stripped(jpeg(profile, adobe)) == jpeg(profile, adobe)
    turned = stripped(jpeg(oriented(6)))
    assert turned.count(b"Exif") == 1
    assert stripped(turned) == turned
    assert stripped(jpeg(oriented(1))) == jpeg()


def test_scans_are_copied_whole():
    scan = segment(0xDA, b"\x01\x01\x00\x00\x3f\x00") + b"\x11\xff\x00\x22\xff\xd0\x33"
    table = segment(0xC4, b"\x00" * 17)
    two_scans = b"\xff\xd8" + scan + table + segment(0xFE, b"remark") + scan + b"\xff\xd9"
    assert stripped(two_scans) == b"\xff\xd8" + scan + table + scan + b"\xff\xd9"


def test_a_photograph_that_was_cut_short_tells_no_more():
    photo = taken_at_home()
    assert stripped(photo[:-3]) == jpeg()[:-3]


def test_a_png_keeps_its_pixels_and_colours_only():
    kept = chunk(b"gAMA", b"\x00\x00\xb1\x8f")
    told = [
        chunk(b"eXIf", tiff()),
        chunk(b"tEXt", b"Author\x00secret"),
        chunk(b"tIME", b"\x07\xea\x0b\x16\x00\x00\x00"),
    ]
    assert stripped(png(kept, *told)) == png(kept)


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7", b"\xff\xd8", b"\xff\xd8\xff\xe1\xff\xff", b"\x89PNG\r\n\x1a\n\x00"])
def test_what_is_no_whole_picture_stays_as_it_is(data: bytes):
    assert stripped(data) == data


@given(st.binary(max_size=300))
def test_nothing_in_a_picture_stops_a_build(rest: bytes):
    for start in (b"", b"\xff\xd8", b"\x89PNG\r\n\x1a\n", taken_at_home()[:40]):
        clean = stripped(start + rest)
        assert stripped(clean) == clean
