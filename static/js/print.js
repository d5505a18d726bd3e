// A button that prints the page: shown only where JavaScript runs.

export default function print(button) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}
