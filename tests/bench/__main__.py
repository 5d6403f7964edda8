"""`python -m tests.bench`: the benchmarks, by name."""

from __future__ import annotations

import argparse
import sys

from tests.bench import sites


def main(words: list[str]) -> None:
    """Run one benchmark and print its table."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description="Đo tốc độ, cạnh các chương trình khác.")
    benches = parser.add_subparsers(dest="bench", required=True)
    site = benches.add_parser("sites", help="dựng cả trang, cạnh Hugo, MkDocs + Material và Zensical")
    site.add_argument("--records", type=int, default=2000, help="số hồ sơ")
    site.add_argument("--peers", default="hugo,mkdocs,zensical", help="những chương trình so cùng")
    asked = parser.parse_args(words)
    wanted = asked.peers.split(",")
    peers = tuple(peer for peer in sites.PEERS if peer.command[0] in wanted)
    found = sites.run(asked.records, peers, lambda line: print(line, file=sys.stderr, flush=True))
    print(sites.table(asked.records, found))


main(sys.argv[1:])
