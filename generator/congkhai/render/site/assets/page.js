/* Print, share, a menu button that the keyboard reaches, the way back up, where one is on the page. */
"use strict";
const actions = {
  print: () => window.print(),
  share: async (button) => {
    const address = location.href.split("#")[0];
    if (navigator.share) {
      await navigator.share({ title: document.title, url: address }).catch(() => undefined);
      return;
    }
    await navigator.clipboard.writeText(address);
    button.textContent = button.dataset.ckDone;
  },
};

for (const button of document.querySelectorAll("[data-ck-action]")) {
  const name = button.dataset.ckAction;
  if (name === "share" && !navigator.share && !navigator.clipboard) continue;
  button.hidden = false;
  button.addEventListener("click", () => actions[name]?.(button));
}

addEventListener("beforeprint", () => {
  for (const closed of document.querySelectorAll("details:not([open])")) {
    closed.open = true;
    closed.dataset.ckPrinted = "";
  }
});
addEventListener("afterprint", () => {
  for (const opened of document.querySelectorAll("[data-ck-printed]")) {
    opened.open = false;
    delete opened.dataset.ckPrinted;
  }
});

/* The theme opens its menu with a label, which no keyboard reaches: a button takes its place. */
const drawer = document.getElementById("__drawer");
for (const label of document.querySelectorAll(".ck-header__menu")) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = label.className;
  button.title = label.title;
  button.setAttribute("aria-expanded", "false");
  button.append(...label.childNodes);
  label.replaceWith(button);
  button.addEventListener("click", () => drawer.click());
  drawer.addEventListener("change", () => button.setAttribute("aria-expanded", String(drawer.checked)));
  addEventListener("keydown", (event) => {
    if (event.key === "Escape" && drawer.checked) {
      drawer.click();
      button.focus();
    }
  });
}

/* The way back to the top is offered to those who scroll up again, a screen or more below it. */
const top_ = document.querySelector(".md-top");
if (top_) {
  let before = scrollY;
  addEventListener("scroll", () => {
    top_.hidden = scrollY >= before || scrollY < innerHeight;
    before = scrollY;
  }, { passive: true });
  top_.addEventListener("click", () => {
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    scrollTo({ top: 0, behavior: calm ? "auto" : "smooth" });
    document.querySelector("h1")?.focus?.({ preventScroll: true });
  });
}

/* In the table of contents the section that is being read is marked. */
const entries = new Map();
for (const link of document.querySelectorAll(".md-nav--secondary a[href^='#']")) {
  const section = document.getElementById(decodeURIComponent(link.hash.slice(1)));
  if (section) entries.set(section, link);
}
if (entries.size) {
  let asked = false;
  const mark = () => {
    asked = false;
    const above = [...entries.keys()].filter((section) => section.getBoundingClientRect().top < innerHeight / 3);
    const current = entries.get(above.at(-1));
    for (const link of entries.values()) link.classList.toggle("md-nav__link--active", link === current);
  };
  addEventListener("scroll", () => {
    if (!asked) requestAnimationFrame(mark);
    asked = true;
  }, { passive: true });
  mark();
}
