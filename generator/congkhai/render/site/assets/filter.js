/* Narrows the list of procedures while one types; without it the list is simply whole. */
import { fold } from "./words.js";

const box = document.querySelector("[data-ck-filter-box]");
const input = box.querySelector("input");
const told = box.querySelector("output");
const groups = [...document.querySelectorAll("[data-ck-filter-group]")].map((element) => ({
  element,
  items: [...element.querySelectorAll("[data-ck-filter]")].map((item) => ({
    element: item,
    text: fold(item.dataset.ckFilter),
  })),
}));

const narrow = () => {
  const words = fold(input.value).split(/\s+/).filter(Boolean);
  let left = 0;
  for (const group of groups) {
    let shown = 0;
    for (const item of group.items) {
      item.element.hidden = !words.every((word) => item.text.includes(word));
      shown += item.element.hidden ? 0 : 1;
    }
    group.element.hidden = shown === 0;
    left += shown;
  }
  if (words.length === 0) told.textContent = "";
  else told.textContent = left ? told.dataset.ckCount.replace("{n}", left) : told.dataset.ckNone;
};

box.hidden = false;
input.addEventListener("input", narrow);
if (input.value) narrow();
