// A step whose answers decide what else it asks: the server draws it again, and what is new or gone changes here.
// Nothing is judged or kept by that; fields that stay are left alone, with what was typed and the focus.

export default function forms(form) {
  const fields = form.querySelector("[data-fields]");
  const action = form.dataset.actionName;
  const status = document.createElement("p");
  status.className = "visually-hidden";
  status.setAttribute("role", "status");
  form.append(status);
  let latest = 0;

  const partsOf = (root) => [...root.querySelectorAll(":scope > [data-field]")];
  const named = (root) => new Map(partsOf(root).map((part) => [part.dataset.field, part]));

  async function drawn() {
    const sent = new FormData(form);
    for (const [name, value] of [...sent]) if (value instanceof File) sent.delete(name);
    sent.set(action, "check");
    const answer = await fetch(location.href, { method: "POST", body: sent, credentials: "omit" });
    if (!answer.ok) throw new Error(String(answer.status));
    return new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("[data-fields]");
  }

  function adopt(fresh) {
    const here = named(fields);
    const there = named(fresh);
    let added = "";
    for (const [name, part] of here) if (!there.has(name)) part.remove();
    let previous = null;
    for (const [name, part] of there) {
      let shown = here.get(name);
      const reckoned = part.querySelector("output") || shown?.querySelector("output");
      if (!shown || reckoned) {
        if (!shown) added ||= part.querySelector("label, legend")?.textContent.trim() ?? "";
        shown?.remove();
        shown = document.importNode(part, true);
        if (previous) previous.after(shown);
        else fields.prepend(shown);
      }
      previous = shown;
    }
    const list = "input[type=hidden][name=_shown]";
    fields.querySelector(list).value = fresh.querySelector(list).value;
    status.textContent = added;
  }

  form.addEventListener("change", async ({ target }) => {
    if (target.type === "file") return;
    const mine = ++latest;
    try {
      const fresh = await drawn();
      if (fresh && mine === latest) adopt(fresh);
    } catch {
      // Without the server the step is checked when it is sent, as without JavaScript.
    }
  });
}
