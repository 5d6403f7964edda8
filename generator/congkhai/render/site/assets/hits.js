/* Draws hits. Text from the index is only ever set as text. */

import { restore } from "./words.js";

const parser = new DOMParser();
const plain = (html) => restore(parser.parseFromString(html, "text/html").body.textContent);

/** Fill `place` with an excerpt whose found words are marked. */
const drawExcerpt = (place, excerpt) => {
  for (const [number, piece] of excerpt.split(/<\/?mark>/).entries()) {
    const text = plain(piece.replace(/ /g, "\u00a0")).replace(/\u00a0/g, " ");
    if (number % 2 === 0) place.append(text);
    else place.append(Object.assign(document.createElement("mark"), { textContent: text }));
  }
};

/** Set the text of a part of a hit, or take the part away. */
const put = (item, name, text) => {
  const line = item.querySelector(name);
  if (text) line.textContent = text;
  else line.remove();
};

/** One hit as a list item made from `template`; `base` is the address of the site, a heading may `tell` its kind. */
export const drawHit = (template, base, hit, told) => {
  const item = template.content.firstElementChild.cloneNode(true);
  const { kind = [], field = [] } = hit.labels;
  put(item, ".ck-hit__kind", [...(told ? [] : kind), ...field].slice(0, 2).join(" · "));
  const link = item.querySelector(".ck-hit__title");
  link.textContent = hit.title;
  link.href = new URL(hit.address, base).pathname;
  put(item, ".ck-hit__facts", [hit.code, hit.facts].filter(Boolean).join(" · "));
  const text = item.querySelector(".ck-hit__text");
  if (hit.excerpt) drawExcerpt(text, hit.excerpt);
  else text.remove();
  return item;
};

/** Hits under headings: the best without one, then the rest by kind, in the order of each kind's best. */
export const grouped = (hits, best, others) => {
  const groups = new Map([["", hits.slice(0, best)]]);
  for (const hit of hits.slice(best)) {
    const name = hit.labels.kind?.[0] || others;
    if (!groups.has(name)) groups.set(name, []);
    groups.get(name).push(hit);
  }
  return [...groups].filter(([, members]) => members.length);
};
