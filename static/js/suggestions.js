// Suggestions below a field: an editable combobox with a listbox (WAI-ARIA 1.2), fetched while one types.
// Those of the search are links; those of an address field (`data-source`) have a value that fills the field.

const WAIT_MS = 150;
const SHORTEST = 2;

export default function suggest(form) {
  const input = form.querySelector('input[name="q"]');
  const list = element("div", { className: "suggestions", hidden: true, id: `${input.id}-vorschlaege` });
  const status = element("p", { className: "visually-hidden" });
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", form.dataset.suggestions);
  status.setAttribute("role", "status");
  const row = form.querySelector(".search__row");
  if (row) row.after(list, status);
  else input.after(list, status);
  for (const [name, value] of Object.entries({
    role: "combobox", "aria-autocomplete": "list", "aria-controls": list.id, "aria-expanded": "false",
  })) input.setAttribute(name, value);

  let active = -1;
  let timer;
  let request;

  const options = () => [...list.children];
  const isOpen = () => !list.hidden;

  function setOpen(open) {
    list.hidden = !open;
    input.setAttribute("aria-expanded", String(open));
    activate(-1);
  }

  // Closed on purpose: what is still on its way must not open the list again.
  function close() {
    clearTimeout(timer);
    request?.abort();
    setOpen(false);
    status.textContent = "";
  }

  // -1 stands for the field itself, which comes before the first and after the last suggestion.
  function activate(position) {
    const all = options();
    active = all.length ? (position + 1 + all.length + 1) % (all.length + 1) - 1 : -1;
    all.forEach((option, place) => option.setAttribute("aria-selected", String(place === active)));
    if (active >= 0) input.setAttribute("aria-activedescendant", all[active].id);
    else input.removeAttribute("aria-activedescendant");
    all[active]?.scrollIntoView({ block: "nearest" });
  }

  function show(suggestions) {
    list.replaceChildren(...suggestions.map((suggestion, place) => {
      const made = option(suggestion, `${list.id}-${place}`);
      if (!suggestion.url) made.addEventListener("click", () => fill(suggestion.value));
      return made;
    }));
    setOpen(suggestions.length > 0);
    const { none, one, many } = form.dataset;
    status.textContent =
      suggestions.length > 1 ? many.replace("#", suggestions.length) : suggestions.length ? one : none;
  }

  // A value that ends with a blank waits for more: the number of the house.
  function fill(value) {
    close();
    input.value = value;
    input.focus();
    if (value.endsWith(" ")) fetchSuggestions();
  }

  async function fetchSuggestions() {
    const query = input.value.trim();
    request?.abort();
    if (query.length < SHORTEST) return close();
    request = new AbortController();
    const address = new URL(form.dataset.source ?? "vorschlaege/", form.action);
    address.searchParams.set("q", query);
    try {
      const answer = await fetch(address, { signal: request.signal, headers: { Accept: "application/json" } });
      if (answer.ok) show((await answer.json()).suggestions);
      else close();
    } catch (error) {
      // What is outdated was aborted by a newer request, which has the list now.
      if (error.name !== "AbortError") close();
    }
  }

  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(fetchSuggestions, WAIT_MS);
  });

  // Home, End and the rest stay keys of a text field.
  input.addEventListener("keydown", (event) => {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const vertical = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (vertical && isOpen()) activate(active + vertical);
    else if (vertical && options().length && input.value.trim().length >= SHORTEST) {
      setOpen(true);
      activate(vertical > 0 ? 0 : -2);
    } else if (event.key === "Escape" && isOpen()) close();
    else if (event.key === "Enter" && isOpen() && options()[active]) options()[active].click();
    else return;
    event.preventDefault();
  });

  form.addEventListener("submit", close);

  form.addEventListener("focusout", (event) => {
    if (!form.contains(event.relatedTarget)) close();
  });

  // Letters typed while this module was on its way.
  if (input.value !== input.defaultValue) fetchSuggestions();
}

function element(name, values) {
  return Object.assign(document.createElement(name), values);
}

// A link where it leads somewhere, so that it can be opened in a new tab as well; the second line says what can be
// done there. Never a stop of the Tab key, but able to take the focus of a click, which stays inside the form.
function option({ title, url, label, action }, id) {
  const link = element(url ? "a" : "div", url ? { href: url, tabIndex: -1, id } : { tabIndex: -1, id });
  link.setAttribute("role", "option");
  link.setAttribute("aria-selected", "false");
  link.append(
    element("span", { className: "suggestions__title", textContent: title }),
    element("span", { className: action ? "suggestions__action" : "suggestions__kind", textContent: action || label }),
  );
  return link;
}
