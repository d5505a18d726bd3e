// Print, copy the address, hand the page to the device: shown only where the browser can do it.

export default function share(bar) {
  const { title, url } = bar.dataset;
  const button = (name) => bar.querySelector(`[data-share="${name}"]`);

  function offer(name, act) {
    button(name).hidden = false;
    button(name).addEventListener("click", act);
  }

  offer("print", () => window.print());
  if (navigator.share) offer("native", () => navigator.share({ title, url }).catch(() => {}));
  if (navigator.clipboard) {
    offer("copy", async ({ currentTarget }) => {
      await navigator.clipboard.writeText(url);
      const words = currentTarget.querySelector("span:last-child");
      words.setAttribute("role", "status");
      words.textContent = currentTarget.dataset.done;
    });
  }
}
