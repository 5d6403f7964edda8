"""The browser's modules that read a query and rank titles, by themselves on an empty page."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from congkhai.model.thesaurus import Thesaurus
from congkhai.publish.serve import server
from congkhai.render.search import titles
from congkhai.render.search.shares import SHARES
from congkhai.render.site.bundle import SCRIPTS, lean
from congkhai.render.site.page import Page
from tests.browser.chromium import Chromium
from tests.requirements import program

ASSETS = Path(titles.__file__).parents[1] / "site/assets"

_OPEN = """(async () => {
  const { Titles } = await import("./titles.js");
  const { Reader } = await import("./query.js");
  const { phrases } = await import("./phrases.js");
  const load = async (name) => (await fetch(`./tim-kiem/${name}.json`)).json();
  const { Shares } = await import("./shares.js");
  const { parts, facts, related } = await load("muc-luc");
  const [first, ...others] = await Promise.all(parts.map(load));
  const titles = new Titles();
  for (const part of [first, ...others]) titles.add(part);
  const then = await load(facts);
  first.thesaurus = phrases(first.thesaurus, first.words);
  const reader = new Reader(first, titles);
  reader.learn(then.words);
  const words = [first.words, then.words].filter(Boolean).join(" ");
  const shares = new Shares(words, (number) => load(`${related}-${number}`));
  const both = { relate: (entries, tells) => (window.then.push(...entries), reader.relate(entries, tells)) };
  Object.assign(window, { part: first, then: [] });
  for (let number = 0; number < SHARES; number += 1) await shares.tell(number, both);
  const best = (query, typing, { senses, told, words } = query) =>
    titles.search(reader.slots(query, typing), 40, { senses, told, words, typing });
  window.search = (query, typing) => best(query, typing).map((one) => titles.pages[one.page]);
  window.ask = (text, typing) => {
    const query = reader.read(text, typing);
    const words = (list) => list.map(([word]) => word).join(" ");
    const hits = search(query, typing).map((page) => page.title);
    const right = (query.changed || []).map((one) => one.right).join(" ");
    const near = query.near.map(([term]) => term);
    return { ...query, near, said: words(query.said), meant: words(query.meant), right, hits };
  };
  window.near = (text) => titles.nearest(text).map((page) => page.title);
  window.coded = (code) => titles.coded(code).map((page) => page.title);
  window.read = (text) => reader.read(text);
  window.worth = (text, explain) =>
    best(reader.read(text), false, explain ? undefined : {}).map((one) => [titles.pages[one.page].title, one.score]);
  window.official = (list) => reader.related.official(list);
})()"""


@contextmanager
def modules(folder: Path, pages: Iterable[Page], thesaurus: Thesaurus) -> Iterator[Chromium]:
    """A browser on an empty page of `folder` that knows the titles of `pages`.

    There `ask(text, typing)` tells how a text is read and the titles found, `search(read(text))` the pages found,
    `near` and `coded` what they are named for, `part` is the first part of the index and `then` the related words
    of all shares, their phrases in words.
    """
    for name in SCRIPTS:
        (folder / name).write_text(lean((ASSETS / name).read_text("utf-8")), "utf-8")
    (folder / titles.FOLDER).mkdir()
    for path, data in titles.files(pages, thesaurus, []).items():
        (folder / path).write_bytes(data)
    (folder / "index.html").write_text("<!doctype html><title>x</title>")
    web = server(folder, 0)
    threading.Thread(target=web.serve_forever, daemon=True).start()
    try:
        with Chromium(program("chromium", "chromium-browser", package="chromium")) as browser:
            browser.open(f"http://127.0.0.1:{web.server_address[1]}/")
            browser.run(_OPEN.replace("SHARES", str(SHARES)))
            yield browser
    finally:
        web.shutdown()
        web.server_close()
