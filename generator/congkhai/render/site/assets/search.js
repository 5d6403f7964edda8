/* The search page: box, filters, hits, address. The index is fetched only when somebody asks. */

import { open } from "./engine.js";
import { drawHit } from "./hits.js";

const AT_ONCE = 10;
const PAUSE = 250;

const root = document.querySelector("[data-ck-find]");
const said = root.dataset;
const form = root.querySelector("form");
const input = form.querySelector("input");
const panel = root.querySelector("details");
const selects = [...panel.querySelectorAll("select")];
const status = root.querySelector("[role=status]");
const list = root.querySelector("ol");
const more = root.querySelector(".ck-find__more");
const template = root.querySelector("template");
const ways = document.querySelector(".ck-find__ways");
const base = window.__md_scope.href.endsWith("/") ? window.__md_scope : new URL(`${window.__md_scope.href}/`);

let engine;
let turn = 0;
let waiting = [];

const ready = () => {
  engine ||= open(base).then(async (opened) => {
    fillFilters(await opened.filters());
    return opened;
  });
  return engine;
};

const fillFilters = (filters) => {
  for (const select of selects) {
    const values = Object.keys(filters[select.name] || {}).sort((a, b) => a.localeCompare(b, "vi"));
    for (const value of values) select.append(new Option(value, value));
  }
  readFilters(); // the box is left alone: somebody may be typing in it
  panel.hidden = false;
  panel.open = selects.some((select) => select.value);
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
  status.textContent = words.replace("{n}", found).replace("{q}", query);
};

const showMore = async (mine) => {
  const next = await Promise.all(waiting.splice(0, AT_ONCE).map((hit) => hit.data()));
  if (mine !== turn) return;
  list.append(...next.map((data) => drawHit(template, data)));
  more.hidden = waiting.length === 0;
};

const run = async () => {
  const query = input.value.trim();
  const mine = (turn += 1);
  if (!query) {
    list.replaceChildren();
    status.textContent = "";
    more.hidden = true;
    ways.hidden = false;
    return;
  }
  status.textContent = said.busy;
  try {
    const { hits, relaxed } = await (await ready()).search(query, chosen());
    if (mine !== turn) return;
    list.replaceChildren();
    waiting = hits;
    ways.hidden = hits.length > 0;
    tell(hits.length, query);
    if (relaxed && hits.length) status.textContent += ` ${said.relaxed}`;
    await showMore(mine);
    root.dataset.ckShown = query;
  } catch (error) {
    engine = undefined;
    status.textContent = said.broken;
    ways.hidden = false;
    throw error;
  }
};

let timer;
input.addEventListener("focus", () => ready(), { once: true });
input.addEventListener("input", () => {
  clearTimeout(timer);
  timer = setTimeout(() => {
    writeAddress(false);
    run();
  }, PAUSE);
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  clearTimeout(timer);
  writeAddress(true);
  run();
});
for (const select of selects) {
  select.addEventListener("change", () => {
    writeAddress(true);
    run();
  });
}
more.addEventListener("click", async () => {
  const last = list.lastElementChild;
  await showMore(turn);
  last?.nextElementSibling?.querySelector("a").focus();
});
addEventListener("popstate", () => {
  readAddress();
  run();
});
root.addEventListener("keydown", (event) => {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const stops = [input, ...list.querySelectorAll("a")];
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
if (input.value) run();
