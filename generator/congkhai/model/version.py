"""The version code of printed facts."""

from __future__ import annotations

import hashlib
import json

#: Crockford's base 32: no i, l, o, u to misread.
ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"


def canonical(facts: object) -> str:
    """Facts (made of dicts, lists, texts, numbers) as JSON that is equal exactly when the facts are."""
    return json.dumps(facts, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def version_code(facts: object) -> str:
    """Ten characters, grouped in fives, that stand for the facts: `7k3mq-0dtxa`."""
    digest = hashlib.sha256(canonical(facts).encode()).digest()
    number = int.from_bytes(digest[:7], "big") >> 6  # 50 bits
    letters = "".join(ALPHABET[number >> shift & 31] for shift in range(45, -1, -5))
    return f"{letters[:5]}-{letters[5:]}"
