/* Light or dark as the reader chose. The page does not wait for it: without a choice the device decides, in the sheet. */
"use strict";
{
  const root = document.documentElement;
  const key = `${new URL("../..", document.currentScript.src).pathname}scheme`;
  const kept = (work) => {
    try {
      return work(localStorage);
    } catch {
      return null; // a browser that keeps nothing
    }
  };
  const chosen = kept((store) => store.getItem(key));
  if (chosen) root.dataset.ckScheme = chosen;
  addEventListener("click", ({ target }) => {
    if (!target.closest("[data-ck-action=palette]")) return;
    const night = (root.dataset.ckScheme || (matchMedia("(prefers-color-scheme: dark)").matches ? "night" : "day")) === "night";
    root.dataset.ckScheme = night ? "day" : "night";
    kept((store) => store.setItem(key, root.dataset.ckScheme));
  });
}
