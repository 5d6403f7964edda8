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
const unfiltered = root.querySelector(".ck-find__all");
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
/** What the page has begun to answer, and the groups of these hits that somebody has opened. */
let current = "";
const opened = new Set();
/** Whether somebody has asked what the address tells, and does not only type it. */
let kept;
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
  }
  readFilters(); // the box is left alone: somebody may be typing in it
  panel.hidden = false;
};

const chosen = () => Object.fromEntries(selects.filter((s) => s.value).map((s) => [s.name, s.value]));

/** The text in the box and the filters, as an address tells them. */
const question = () => {
  const text = input.value.trim();
  return String(new URLSearchParams({ ...(text && { q: text }), ...chosen() }));
};

/** What narrows is always to be seen, also a value that is in a part that has not come, or that is the only one. */
const readFilters = () => {
  const asked = new URLSearchParams(location.search);
  for (const select of selects) {
    const value = asked.get(select.name) || "";
    select.value = value;
    if (select.value !== value) select.add(new Option(value, value, false, true));
    select.parentElement.hidden = select.length < 3 && !value;
  }
};

const readAddress = () => {
  input.value = new URLSearchParams(location.search).get("q") || "";
  kept = Boolean(input.value);
  readFilters();
};

/** The way back leads to all that somebody has asked, and not to what was only typed on the way there. */
const writeAddress = (keep) => {
  const asked = question();
  const same = asked === String(new URLSearchParams(location.search));
  history[kept && !same ? "pushState" : "replaceState"](null, "", location.pathname + (asked && `?${asked}`));
  kept = Boolean(input.value.trim()) && (keep || (kept && same));
};

const tell = (found, query, narrowed) => {
  const words = narrowed ? said.noneHere : found === 0 ? said.none : found === 1 ? said.countOne : said.count;
  status.textContent = words.replace("{n}", found).replace("{q}", () => query);
};

const drawGroup = (hits, [name, members]) => {
  const group = groupTemplate.content.firstElementChild.cloneNode(true);
  group.dataset.ckKind = name;
  const heading = group.querySelector("h2");
  if (name) heading.textContent = `${name} (${members.length})`;
  else heading.remove();
  const list = group.querySelector("ol");
  const more = group.querySelector("button");
  const shown = opened.has(name) ? members.length : name ? IN_GROUP : BEST;
  const items = (some) => some.map((hit) => hits.drawHit(hitTemplate, base, hit, Boolean(name)));
  list.append(...items(members.slice(0, shown)));
  more.hidden = members.length <= shown;
  more.addEventListener("click", () => {
    opened.add(name);
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
  const focused = place.contains(document.activeElement) && document.activeElement;
  const kind = focused && focused.closest("section").dataset.ckKind;
  place.replaceChildren(...hits.grouped(found, BEST, said.others).map((group) => drawGroup(hits, group)));
  if (!focused) return;
  const group = [...place.children].find((one) => one.dataset.ckKind === kind) || place;
  const before = [...place.querySelectorAll("a")].find((link) => link.href === focused.href);
  const button = !focused.href && group.querySelector("button:not([hidden])");
  (before || button || group.querySelector("a") || input).focus();
};

/** What was typed stays in the box; beside it stands how it was read, to be taken over or not. */
const drawRight = (text) => {
  right.hidden = !text;
  right.querySelector("button").textContent = text;
};

/** Where nothing is found: the nearest names or, when filters `narrowed`, the way out of these. */
const drawNear = (found, narrowed = false) => {
  unfiltered.hidden = !narrowed;
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
  current = "";
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
    if (current !== question()) {
      current = question();
      opened.clear();
      if (status.textContent !== said.busy) status.textContent = said.busy; // read out once, and not with each key
    }
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
    const narrowed = !found.length && selects.some((select) => select.value);
    drawNear(found.length || narrowed ? [] : finder.nearest(text), narrowed);
    tell(found.length, text, narrowed);
    root.dataset.ckShown = text;
  } catch (error) {
    if (mine === turn) {
      coming = null;
      current = "";
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
unfiltered.querySelector("button").addEventListener("click", () => {
  for (const select of selects) select.value = "";
  input.focus();
  ask(true);
});
addEventListener("popstate", () => {
  readAddress();
  show(true);
});
/** Other keys are for the browser, or for the program by which somebody writes. */
const ours = (event) => !(event.isComposing || event.ctrlKey || event.metaKey || event.altKey);
root.addEventListener("keydown", (event) => {
  if (!ours(event)) return;
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
  if (event.key !== "/" || !ours(event) || event.target.closest("input, select, textarea")) return;
  event.preventDefault();
  input.focus();
});

readAddress();
if (input.value) show(true);
