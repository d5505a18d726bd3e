// Moves an entry of the tours' calendar by mouse or keyboard. Both end at the form, where the reason is given;
// without this script each entry leads there itself.

const grid = document.querySelector("[data-plan-grid]");
const says = document.querySelector("[data-plan-says]");

function chips(row) {
  return [...row.querySelectorAll("[data-chip]")];
}

function cellsOf(chip) {
  return [...chip.closest("[data-row]").querySelectorAll("[data-day]")];
}

// Where a chip is taken, and where it would be put down. Nothing is lifted while it is null.
let lifted = null;

function lift(chip) {
  lifted = { chip, from: chip.closest("[data-day]"), to: chip.closest("[data-day]") };
  chip.classList.add("is-lifted");
  says.textContent = `${chip.getAttribute("aria-label")} ist aufgenommen.`;
}

function aim(cell) {
  lifted.to.classList.remove("is-target");
  lifted.to = cell;
  cell.classList.toggle("is-target", cell !== lifted.from);
  says.textContent = cell === lifted.from ? "Wie bisher." : `Neuer Tag: ${cell.dataset.name}`;
}

function letGo() {
  if (!lifted) return;
  lifted.to.classList.remove("is-target");
  lifted.chip.classList.remove("is-lifted");
  lifted = null;
}

function drop() {
  const { chip, from, to } = lifted;
  letGo();
  const address = new URL(chip.href);
  if (to !== from) address.searchParams.set("nach", to.dataset.day);
  window.location.assign(address);
}

function beside(step) {
  const cells = cellsOf(lifted.chip);
  let place = cells.indexOf(lifted.to) + step;
  while (cells[place]?.dataset.closed) place += step;
  if (cells[place]) aim(cells[place]);
  else says.textContent = "Für einen Tag in einem anderen Monat öffnet die Eingabetaste das Formular.";
}

function nearest(chip, step) {
  const rows = [...grid.querySelectorAll("[data-row]")];
  const column = cellsOf(chip).indexOf(chip.closest("[data-day]"));
  let place = rows.indexOf(chip.closest("[data-row]")) + step;
  while (rows[place] && !chips(rows[place]).length) place += step;
  const found = rows[place] ? chips(rows[place]) : [];
  const distance = (each) => Math.abs(cellsOf(each).indexOf(each.closest("[data-day]")) - column);
  return found.sort((one, other) => distance(one) - distance(other))[0];
}

function go(chip) {
  if (!chip) return;
  grid.querySelector('[data-chip][tabindex="0"]').tabIndex = -1;
  chip.tabIndex = 0;
  chip.focus();
}

function walk(chip, key) {
  const row = chips(chip.closest("[data-row]"));
  const place = row.indexOf(chip);
  if (key === "ArrowRight") go(row[place + 1]);
  else if (key === "ArrowLeft") go(row[place - 1]);
  else if (key === "Home") go(row[0]);
  else if (key === "End") go(row.at(-1));
  else go(nearest(chip, key === "ArrowDown" ? 1 : -1));
}

const WALKS = ["ArrowRight", "ArrowLeft", "ArrowUp", "ArrowDown", "Home", "End"];

function pressed(event) {
  const chip = event.target.closest("[data-chip]");
  if (!chip || event.altKey || event.ctrlKey || event.metaKey) return;
  if (lifted && event.key === "Escape") {
    letGo();
    says.textContent = "Abgebrochen.";
  } else if (lifted && (event.key === "Enter" || event.key === " ")) drop();
  else if (lifted && (event.key === "ArrowLeft" || event.key === "ArrowRight")) {
    beside(event.key === "ArrowRight" ? 1 : -1);
  } else if (!lifted && event.key === " ") lift(chip);
  else if (!lifted && WALKS.includes(event.key)) walk(chip, event.key);
  else return;
  event.preventDefault();
}

function dragOver(event) {
  const cell = event.target.closest("[data-day]");
  if (!lifted || !cell || cell.closest("[data-row]") !== lifted.chip.closest("[data-row]")) return;
  if (cell.dataset.closed) return;
  event.preventDefault();
  if (cell !== lifted.to) aim(cell);
}

function start() {
  const all = [...grid.querySelectorAll("[data-chip]")];
  for (const chip of all) {
    chip.tabIndex = -1;
    chip.draggable = true;
  }
  if (all.length) all[0].tabIndex = 0;
  for (const hint of document.querySelectorAll("[data-with-script]")) hint.hidden = false;
  grid.addEventListener("keydown", pressed);
  grid.addEventListener("focusout", letGo);
  grid.addEventListener("dragstart", (event) => {
    const chip = event.target.closest("[data-chip]");
    if (chip) lift(chip);
  });
  grid.addEventListener("dragover", dragOver);
  grid.addEventListener("drop", (event) => {
    event.preventDefault();
    if (lifted) drop();
  });
  grid.addEventListener("dragend", letGo);
}

// On a narrow screen the grid is a list: links follow each other, and there is nowhere to drag to.
if (grid && window.matchMedia("(width >= 48rem)").matches) start();
