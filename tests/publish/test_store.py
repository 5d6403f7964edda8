"""Kept results: what is damaged is made again."""

from congkhai.publish.store import Store, digest_of


def test_bytes_and_bundles_come_back(tmp_path):
    store = Store(tmp_path)
    assert store.get("ab") is None
    store.put("ab", b"\x00text")
    assert store.get("ab") == b"\x00text"
    files = {"a/b.html": b"1", "ê": b"", "c": b"x" * 70_000}
    store.put_files("cd", files)
    assert store.get_files("cd") == files


def test_a_damaged_entry_counts_as_none(tmp_path):
    store = Store(tmp_path)
    store.put_files("ab", {"a": b"1" * 100})
    entry = tmp_path / "ab" / "ab"
    data = bytearray(entry.read_bytes())
    data[-1] ^= 1
    entry.write_bytes(data)
    assert store.get("ab") is None
    assert store.get_files("ab") is None
    entry.write_bytes(b"")
    assert store.get("ab") is None


def test_a_key_tells_parts_apart():
    assert digest_of("ab", "c") != digest_of("a", "bc")
    assert digest_of("ab") == digest_of(b"ab")
