/* Looks up the code of a paper that somebody types in; without it the lists below the form lead to the same pages. */
"use strict";
const form = document.querySelector("[data-ck-copy]");
const told = document.getElementById("ck-copy-told");
const first = told.textContent;
const input = form.querySelector("input");

/* The alphabet has no i, l, o, u: whoever reads one means 1, 0 or v. */
const LOOKS = { i: "1", l: "1", o: "0", u: "v" };
const spell = (text) => {
  const plain = text.toLowerCase().normalize("NFKC").replace(/[\s\-–—.·]/g, "");
  const letters = [...plain].map((letter) => LOOKS[letter] || letter).join("");
  return /^[0-9a-hjkmnp-tv-z]{10}$/.test(letters) ? letters.slice(0, 5) + "-" + letters.slice(5) : "";
};

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  const code = spell(input.value);
  if (!code) {
    told.textContent = form.dataset.odd;
    return;
  }
  told.textContent = form.dataset.busy;
  const address = new URL(code + "/", location.href.split(/[?#]/)[0]);
  try {
    const answer = await fetch(address, { method: "HEAD" });
    if (answer.ok) {
      location.assign(address);
      return;
    }
    told.textContent = form.dataset.none;
  } catch {
    location.assign(address);
  }
});
input.addEventListener("input", () => {
  told.textContent = first;
});
form.hidden = false;
