// Loads what a page asks for: `<form data-module="…/suggestions.js" data-when="focusin">`. Everything works without.

async function start(element) {
  const module = await import(element.dataset.module);
  module.default(element);
}

for (const element of document.querySelectorAll("[data-module]")) {
  const when = element.dataset.when;
  if (when) element.addEventListener(when, () => start(element), { once: true });
  else start(element);
}

// The menu on phones closes with Escape and when the focus leaves it.
const menu = document.querySelector("[data-menu]");
if (menu) {
  const summary = menu.querySelector("summary");
  const folded = () => summary.offsetParent !== null;
  menu.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !menu.open || !folded()) return;
    menu.open = false;
    summary.focus();
  });
  menu.addEventListener("focusout", (event) => {
    if (folded() && event.relatedTarget && !menu.contains(event.relatedTarget)) menu.open = false;
  });
}
