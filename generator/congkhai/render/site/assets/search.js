/* The search page: box, filters, hits, address. Nothing is fetched before somebody asks. */

const BEST = 3;
const IN_GROUP = 5;
/** More than fits a telephone is not drawn anew with each key. */
const WHILE_TYPING = 6;
/** Somebody who pauses so many milliseconds has typed what they want to know. */
const PAUSE = 300;
/** What may stand in the text of a page, as codes do not. */
const SPOKEN = /\p{L}{2}/u;

/** In which order the values of a filter stand. */
const ORDER = new Intl.Collator("vi");

const root = document.querySelector("[data-ck-find]");
const said = root.dataset;
const form = root.querySelector("form");
const input = form.querySelector("input");
const panel = root.querySelector("details");
const selects = [...panel.querySelectorAll("select")];
const right = root.querySelector(".ck-find__right");
const status = root.querySelector("[role=status]");
const place = root.querySelector(".ck-find__groups");
const [hitTemplate, groupTemplate] = root.querySelectorAll("template");
const near = root.querySelector(".ck-find__near");
const ways = document.querySelector(".ck-find__ways");
const base = new URL("../../", import.meta.url);
/** All that find.js is made of: fetched side by side, and not each when the one before has come. */
const MODULES = ["find", "hits", "phrases", "query", "rank", "related", "senses", "shares", "terms", "titles", "whom", "words"];

let loading;
let begun;
let texts;
let turn = 0;
/** The hits that are shown, and what was shown of them: the same are not drawn again. */
let [drawn, told] = [[], []];
/** How the text in the box was last asked, to be asked so again when more of the index has come. */
let how = [false, false];
/** The titles that are shown while the text of pages is read, which waits for all of the index by itself. */
let coming = null;

/** A part of the index of search, by its name. */
const load = async (name) => {
  const packs = "DecompressionStream" in window;
  const answer = await fetch(new URL(`tim-kiem/${name}.${packs ? "pack" : "json"}`, base));
  if (!answer.ok) throw new Error(answer.url);
  if (!packs) return answer.json();
  return new Response(answer.body.pipeThrough(new DecompressionStream("gzip"))).json();
};

/** What the index consists of, and the part of it that answers at first; programs come beside it. */
const index = () => {
  begun ||= (async () => {
    const answer = await fetch(new URL("tim-kiem/muc-luc.json", base));
    const parts = await answer.json();
    return { parts, first: await load(parts.parts[0]) };
  })().catch(forget);
  return begun;
};

/** What reads the text of pages, ready to be asked. Its own index comes after that of titles, on a slow line. */
const engine = () => {
  texts ||= import("./beside.js")
    .then((beside) => beside.engine(base, index()))
    .catch((error) => {
      texts = undefined;
      throw error;
    });
  return texts;
};

const ready = () => {
  loading ||= Promise.all([index(), ...MODULES.map((name) => import(`./${name}.js`))])
    .then(([{ parts, first }, find, hits]) => {
      const more = () => {
        fillFilters(finder.filters());
        if (coming) draw(hits, coming);
        else if (input.value) show(...how);
      };
      const finder = find.open(base, parts, first, { load, engine, more, wanted: how[0] });
      finder.complete.catch(() => (loading = undefined)); // what did not come is asked for again
      fillFilters(finder.filters());
      panel.open = selects.some((select) => select.value);
      return { finder, hits };
    })
    .catch(forget);
  return loading;
};

/** What could not be loaded is asked for again the next time. */
const forget = (error) => {
  loading = begun = undefined;
  throw error;
};

const fillFilters = (filters) => {
  for (const select of selects) {
    const values = [...(filters[select.name] || [])].sort(ORDER.compare);
    const known = new Set([...select.options].map((option) => option.value));
    for (const [n, value] of values.entries()) {
      if (!known.has(value)) select.add(new Option(value, value), n + 1);
    }
    select.parentElement.hidden = values.length < 2;
  }
  readFilters(); // the box is left alone: somebody may be typing in it
  panel.hidden = false;
};

const chosen = () => Object.fromEntries(selects.filter((s) => s.value).map((s) => [s.name, s.value]));

const readFilters = () => {
  const asked = new URLSearchParams(location.search);
  for (const select of selects) select.value = asked.get(select.name) || "";
};

const readAddress = () => {
  input.value = new URLSearchParams(location.search).get("q") || "";
  readFilters();
};

const writeAddress = (keep) => {
  const asked = new URLSearchParams({ q: input.value.trim(), ...chosen() });
  const address = asked.get("q") ? `?${asked}` : location.pathname;
  if (keep && address !== location.search) history.pushState(null, "", address);
  else history.replaceState(null, "", address);
};

const tell = (found, query) => {
  const words = found === 0 ? said.none : found === 1 ? said.countOne : said.count;
  status.textContent = words.replace("{n}", found).replace("{q}", () => query);
};

const drawGroup = (hits, [name, members]) => {
  const group = groupTemplate.content.firstElementChild.cloneNode(true);
  const heading = group.querySelector("h2");
  if (name) heading.textContent = `${name} (${members.length})`;
  else heading.remove();
  const list = group.querySelector("ol");
  const more = group.querySelector("button");
  const shown = name ? IN_GROUP : BEST;
  const items = (some) => some.map((hit) => hits.drawHit(hitTemplate, base, hit, Boolean(name)));
  list.append(...items(members.slice(0, shown)));
  more.hidden = members.length <= shown;
  more.addEventListener("click", () => {
    list.append(...items(members.slice(shown)));
    more.hidden = true;
    list.children[shown].querySelector("a").focus();
  });
  return group;
};

const draw = (hits, found) => {
  const same = found.length === drawn.length && found.every((hit, n) => hit === drawn[n] && hit.facts === told[n]);
  if (same) return;
  [drawn, told] = [found, found.map((hit) => hit.facts)];
  const focused = place.contains(document.activeElement) && document.activeElement.href;
  place.replaceChildren(...hits.grouped(found, BEST, said.others).map((group) => drawGroup(hits, group)));
  if (focused) [...place.querySelectorAll("a")].find((link) => link.href === focused)?.focus();
};

/** What was typed stays in the box; beside it stands how it was read, to be taken over or not. */
const drawRight = (text) => {
  right.hidden = !text;
  right.querySelector("button").textContent = text;
};

const drawNear = (found) => {
  near.hidden = found.length === 0;
  near.querySelector("ul").replaceChildren(
    ...found.map((page) => {
      const item = document.createElement("li");
      item.append(Object.assign(document.createElement("a"), { textContent: page.title, href: new URL(page.address, base).pathname }));
      return item;
    }),
  );
};

const clear = () => {
  [drawn, told] = [[], []];
  place.replaceChildren();
  status.textContent = "";
  drawRight("");
  drawNear([]);
  ways.hidden = false;
};

/** Answer what stands in the box: titles at once and, when it is `asked` or paused upon, the text of pages. */
const show = async (whole, typing = false) => {
  const text = input.value.trim();
  const mine = (turn += 1);
  how = [whole, typing];
  coming = null;
  if (!text) return clear();
  try {
    if (!place.children.length) status.textContent = said.busy;
    if (whole && SPOKEN.test(text)) engine().catch(() => {}); // it comes meanwhile; who asks it hears what went wrong
    const { finder, hits } = await ready();
    if (mine !== turn) return;
    const answer = finder.first(text, chosen(), typing);
    draw(hits, whole ? answer.hits : answer.hits.slice(0, WHILE_TYPING));
    ways.hidden = answer.hits.length > 0;
    drawNear([]);
    drawRight(whole ? finder.right(text, answer.query, answer.hits) : "");
    root.dataset.ckTitles = text;
    if (!whole) return;
    coming = answer.hits;
    finder.foresee(answer).catch(() => {}); // who asks for it hears what went wrong
    await finder.ready(text);
    if (mine !== turn) return;
    const { found, lost } = await finder.second(finder.first(text, chosen(), typing), chosen());
    if (mine !== turn) return;
    coming = null;
    draw(hits, found);
    if (lost) throw lost; // it is no full answer
    ways.hidden = found.length > 0;
    if (!found.length) drawNear(finder.nearest(text));
    tell(found.length, text);
    root.dataset.ckShown = text;
  } catch (error) {
    if (mine === turn) {
      coming = null;
      status.textContent = said.broken;
      ways.hidden = false;
    }
    throw error;
  }
};

let timer;
const ask = (keep) => {
  clearTimeout(timer);
  writeAddress(keep);
  show(true);
};
input.addEventListener("focus", () => ready(), { once: true });
input.addEventListener("input", () => {
  clearTimeout(timer);
  timer = setTimeout(() => ask(false), PAUSE);
  show(false, true);
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  ask(true);
});
for (const select of selects) select.addEventListener("change", () => ask(true));
right.querySelector("button").addEventListener("click", (event) => {
  input.value = event.currentTarget.textContent;
  input.focus();
  ask(true);
});
addEventListener("popstate", () => {
  readAddress();
  show(true);
});
root.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && place.contains(document.activeElement)) return input.focus();
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const stops = [input, ...place.querySelectorAll("a")];
  const at = stops.indexOf(document.activeElement);
  const next = stops[at + step];
  if (!step || at < 0 || !next) return;
  event.preventDefault();
  next.focus();
});
addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.target.closest("input, select, textarea")) return;
  event.preventDefault();
  input.focus();
});

readAddress();
if (input.value) show(true);
