/* What the theme's script expects to find: where the site begins, and a small store in the browser. */
"use strict";
window.__md_scope = new URL(document.currentScript.dataset.base, location);
window.__md_hash = (text) => [...text].reduce((sum, letter) => (sum << 5) - sum + letter.charCodeAt(0), 0);
window.__md_get = (key, store, scope = window.__md_scope) => {
  try {
    return JSON.parse((store || localStorage).getItem(scope.pathname + "." + key));
  } catch {
    return null; // a browser that keeps nothing
  }
};
window.__md_set = (key, value, store, scope = window.__md_scope) => {
  try {
    (store || localStorage).setItem(scope.pathname + "." + key, JSON.stringify(value));
  } catch {
    // a browser that keeps nothing
  }
};
