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

/** One hit as a list item made from `template`. */
export const drawHit = (template, data) => {
  const item = template.content.firstElementChild.cloneNode(true);
  const kind = (data.filters.kind || []).concat(data.filters.field || []);
  const facts = restore(data.meta.facts || "");
  item.querySelector(".ck-hit__kind").textContent = kind.slice(0, 2).join(" · ");
  const link = item.querySelector(".ck-hit__title");
  link.textContent = restore(data.meta.title);
  link.href = data.url;
  const line = item.querySelector(".ck-hit__facts");
  if (facts) line.textContent = facts;
  else line.remove();
  drawExcerpt(item.querySelector(".ck-hit__text"), data.excerpt);
  return item;
};
