// Suggestions below a search field: a combobox with a list (WAI-ARIA 1.2), fetched while one types.

const WAIT_MS = 150;
const SHORTEST = 2;

export default function suggest(form) {
  const input = form.querySelector('input[name="q"]');
  const list = Object.assign(document.createElement("div"), { className: "suggestions", hidden: true });
  const status = Object.assign(document.createElement("p"), { className: "visually-hidden" });
  list.id = `${input.id}-vorschlaege`;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", form.dataset.suggestions);
  status.setAttribute("role", "status");
  form.append(list, status);
  for (const [name, value] of Object.entries({
    role: "combobox", "aria-autocomplete": "list", "aria-controls": list.id, "aria-expanded": "false",
  })) input.setAttribute(name, value);

  let active = -1;
  let timer;
  let request;

  const options = () => [...list.children];

  function close() {
    list.hidden = true;
    active = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  }

  function activate(index) {
    const all = options();
    active = (index + all.length + 1) % (all.length + 1);
    all.forEach((option, position) => option.setAttribute("aria-selected", String(position === active)));
    if (all[active]) input.setAttribute("aria-activedescendant", all[active].id);
    else input.removeAttribute("aria-activedescendant");
    all[active]?.scrollIntoView({ block: "nearest" });
  }

  function show(suggestions) {
    list.replaceChildren(
      ...suggestions.map(({ title, url }, index) => {
        const option = Object.assign(document.createElement("a"), { textContent: title, href: url, tabIndex: -1 });
        option.id = `${list.id}-${index}`;
        option.setAttribute("role", "option");
        option.setAttribute("aria-selected", "false");
        return option;
      }),
    );
    active = -1;
    input.removeAttribute("aria-activedescendant");
    list.hidden = suggestions.length === 0;
    input.setAttribute("aria-expanded", String(!list.hidden));
    status.textContent = list.hidden ? "" : `${suggestions.length} ${form.dataset.suggestions}`;
  }

  async function fetchSuggestions() {
    const query = input.value.trim();
    request?.abort();
    if (query.length < SHORTEST) return close();
    request = new AbortController();
    const address = new URL("vorschlaege/", form.action);
    address.searchParams.set("q", query);
    try {
      const answer = await fetch(address, { signal: request.signal, headers: { Accept: "application/json" } });
      if (answer.ok) show((await answer.json()).suggestions);
    } catch {
      close();
    }
  }

  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(fetchSuggestions, WAIT_MS);
  });

  input.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !list.hidden) close();
    else if (event.key === "ArrowDown" && !list.hidden) activate(active + 1);
    else if (event.key === "ArrowUp" && !list.hidden) activate(active === -1 ? options().length - 1 : active - 1);
    else if (event.key === "Enter" && options()[active]) options()[active].click();
    else return;
    event.preventDefault();
  });

  // Letters typed while this module was on its way.
  if (input.value !== input.defaultValue) fetchSuggestions();

  form.addEventListener("focusout", (event) => {
    if (!form.contains(event.relatedTarget)) close();
  });
}
