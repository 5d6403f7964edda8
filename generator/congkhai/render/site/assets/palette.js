/* Light or dark before anything is painted: what the reader chose, else what the device asks for. */
"use strict";
{
  const device = matchMedia("(prefers-color-scheme: dark)");
  const apply = () => {
    document.body.dataset.mdColorScheme = window.__md_get("scheme") || (device.matches ? "slate" : "default");
  };
  device.addEventListener("change", apply);
  apply();
}
