// The editor of online forms. Of a condition the field is chosen among those that come before, the comparison
// among those that fit its kind, the value among its answers. What is chosen is typed into Wagtail's own boxes,
// so that everything works without this script as well, and on fields that were added just now.

const ROW = /^(?<owner>(?<stream>steps|prices)-(?<step>\d+)-value(?<rest>.*))-condition-rows-\d+-value-field$/;
const FIELD = /^steps-(?<step>\d+)-value-fields-(?<field>\d+)-type$/;
const read = (id) => JSON.parse(document.getElementById(id)?.textContent ?? "null");
const named = (name) => document.getElementsByName(name)[0];
const text = (name) => named(name)?.value.trim() ?? "";
const isDeleted = (prefix) => Boolean(text(`${prefix}-deleted`));

/** Fields that are there, in the order of the page: `{prefix, step, kind, label, name, title}`. */
function fieldsOfForm() {
  return [...document.querySelectorAll('input[name^="steps-"][name$="-type"]')].flatMap((input) => {
    const found = FIELD.exec(input.name)?.groups;
    const prefix = input.name.replace(/-type$/, "");
    if (!found || isDeleted(prefix) || isDeleted(`steps-${found.step}`)) return [];
    const value = `${prefix}-value`;
    const label = text(`${value}-label`);
    const title = text(`steps-${found.step}-value-title`);
    return label ? [{ prefix, step: found.step, kind: input.value, label, name: text(`${value}-name`), title }] : [];
  });
}

/** Those that are asked before the condition whose row is `input`. */
function earlierFields(input) {
  const { stream, step, rest } = ROW.exec(input.name).groups;
  const asked = fieldsOfForm().filter((field) => field.kind !== "info");
  if (stream === "prices") return asked;
  const own = /^-fields-(\d+)-value$/.exec(rest);
  const end = own ? named(`steps-${step}-value-fields-${own[1]}-type`) : named(`steps-${step}-type`);
  const isBefore = (field) => {
    if (rest.startsWith("-stops-") && field.step === step) return true;
    const mark = named(`${field.prefix}-type`);
    return mark !== end && Boolean(mark.compareDocumentPosition(end) & Node.DOCUMENT_POSITION_FOLLOWING);
  };
  return asked.filter(isBefore);
}

function answersOf(field) {
  if (field.kind === "yesno" || field.kind === "consent") return ["ja", "nein"].map((each) => [each, each]);
  const rows = document.querySelectorAll(`input[name^="${field.prefix}-value-choices-"][name$="-value-label"]`);
  return [...rows]
    .filter((row) => !isDeleted(row.name.replace(/-value-label$/, "")) && row.value.trim())
    .map((row) => [text(row.name.replace(/label$/, "value")) || row.value.trim(), row.value.trim()]);
}

function write(input, value) {
  if (input.value === value) return;
  input.value = value;
  for (const kind of ["input", "change"]) input.dispatchEvent(new Event(kind, { bubbles: true }));
}

function option(value, label, selected) {
  return new Option(label, value, selected, selected);
}

class Row {
  constructor(input, comparisons, withoutValue) {
    Object.assign(this, { input, comparisons, withoutValue });
    const prefix = input.name.replace(/-field$/, "");
    this.comparison = named(`${prefix}-comparison`);
    this.value = named(`${prefix}-value`);
    this.allComparisons = [...this.comparison.options].map((each) => [each.value, each.text]);
    this.field = this.chooser(input, "Feld");
    this.answer = this.chooser(this.value, "Wert");
    this.field.addEventListener("change", () => {
      write(this.input, this.field.value);
      this.fitComparison();
      this.fitAnswer(true);
    });
    this.comparison.addEventListener("change", () => this.fitAnswer(false));
    this.answer.addEventListener("change", () => {
      write(this.value, [...this.answer.selectedOptions].map((each) => each.value).filter(Boolean).join(";"));
    });
    this.input.addEventListener("change", () => this.draw());
    for (const each of [this.field, this.answer, this.comparison]) {
      each.addEventListener("focus", () => this.draw());
    }
    this.draw();
  }

  chooser(box, label) {
    const select = document.createElement("select");
    select.setAttribute("aria-label", label);
    select.id = `${box.id}-auswahl`;
    box.after(select);
    return select;
  }

  draw() {
    this.earlier = earlierFields(this.input);
    const current = this.input.value.trim();
    const known = this.chosen();
    const groups = new Map();
    for (const field of this.earlier) {
      const group = groups.get(field.step) ?? document.createElement("optgroup");
      group.label = field.title || "Schritt ohne Titel";
      groups.set(field.step, group);
      const label = field.name ? `${field.label} (${field.name})` : field.label;
      group.append(option(field.name || field.label, label, field === known));
    }
    const lost = current && !known ? [option(current, `${current} – kommt nicht vorher`, true)] : [];
    this.field.replaceChildren(option("", "Bitte wählen", !current), ...lost, ...groups.values());
    this.input.hidden = true;
    this.fitComparison();
    this.fitAnswer(false);
  }

  chosen() {
    const current = this.input.value.trim();
    return this.earlier.find((each) => each.name === current) ?? this.earlier.find((each) => each.label === current);
  }

  fitComparison() {
    const fitting = this.comparisons[this.chosen()?.kind];
    const current = this.comparison.value;
    const offered = this.allComparisons.filter(([value]) => !fitting || fitting.includes(value));
    this.comparison.replaceChildren(...offered.map(([value, label]) => option(value, label, value === current)));
    if (!offered.some(([value]) => value === current)) write(this.comparison, offered[0]?.[0] ?? "eq");
  }

  fitAnswer(isOther) {
    const field = this.chosen();
    const op = this.comparison.value;
    const needed = !this.withoutValue.includes(op);
    const answers = field && needed && !/_/.test(op) ? answersOf(field) : [];
    if (isOther || !needed) write(this.value, "");
    const several = op === "in";
    const current = several ? this.value.value.split(";").map((each) => each.trim()) : [this.value.value.trim()];
    this.answer.multiple = several;
    const first = several ? [] : [option("", "Bitte wählen", !current[0])];
    const known = answers.map(([value, label]) => {
      return option(value, label, current.includes(value) || current.includes(label));
    });
    this.answer.replaceChildren(...first, ...known);
    this.answer.hidden = answers.length === 0;
    this.value.hidden = answers.length > 0 || !needed;
    this.value.placeholder = this.example(field?.kind, op);
  }

  example(kind, op) {
    if (/_/.test(op)) return "Ganze Zahl";
    if (kind === "date") return "31.12.2026 oder heute";
    if (kind === "time") return "08:00";
    return ["number", "money", "calculated"].includes(kind) ? "Zum Beispiel 12,50" : "";
  }
}

const comparisons = read("form-comparisons");
const withoutValue = read("form-comparisons-without-value");
const known = new WeakSet();

function enhance() {
  hideEmptyJson();
  revealErrors();
  for (const input of document.querySelectorAll('input[name$="-value-field"]')) {
    if (!ROW.test(input.name) || known.has(input)) continue;
    known.add(input);
    new Row(input, comparisons, withoutValue);
  }
}

/** The JSON is for conditions that were imported: nobody starts with it. */
function hideEmptyJson() {
  for (const box of document.querySelectorAll('textarea[name$="-condition-expression"]')) {
    if (!box.value && !box.matches("[aria-invalid]")) box.closest("[data-contentpath]").hidden = true;
  }
}

/** Opens whatever hides an element: its tab, folded panels, the settings behind the cog. */
function reveal(target) {
  const tab = target.closest("[role=tabpanel]");
  if (tab?.hidden) document.querySelector(`[role=tab][href="#${tab.id}"]`)?.click();
  for (let each = target; each; each = each.parentElement) {
    const toggle = each.matches("section") && each.querySelector("[data-panel-toggle][aria-expanded=false]");
    if (toggle && toggle.closest("section") === each && !each.contains(document.activeElement)) toggle.click();
    if (each.getAttribute("hidden") === "until-found") each.removeAttribute("hidden");
  }
}

function revealErrors() {
  for (const error of document.querySelectorAll(".w-field__errors .error-message")) {
    if (error.dataset.revealed) continue;
    error.dataset.revealed = "yes";
    for (let each = error; each && each.role !== "tabpanel"; each = each.parentElement) {
      if (each.getAttribute("hidden") === "until-found") each.removeAttribute("hidden");
    }
  }
}

document.addEventListener("click", (event) => {
  const link = event.target.closest(".form-findings a");
  const target = link && document.getElementById(link.hash.slice(1));
  if (!target) return;
  event.preventDefault();
  reveal(target);
  // Once the tab is drawn, which itself moves the page.
  setTimeout(() => {
    target.scrollIntoView();
    (target.querySelector("[data-panel-toggle]") ?? target).focus({ preventScroll: true });
  }, 100);
});

if (comparisons) {
  // Wagtail draws its blocks later, and new ones on request.
  new MutationObserver(enhance).observe(document.body, { childList: true, subtree: true });
  enhance();
}
