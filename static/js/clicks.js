// Tells which result was followed, so that editors see which ones help. No cookie, nothing about the visitor.

export default function clicks(list) {
  const { address, query, language } = list.dataset;

  function report({ target, type, button }) {
    const link = target.closest("a[data-hit]");
    if (!link || (type === "auxclick" && button !== 1)) return;
    const { hit, rank } = link.dataset;
    navigator.sendBeacon(address, new URLSearchParams({ q: query, language, rank, record: hit }));
  }

  list.addEventListener("click", report);
  list.addEventListener("auxclick", report);
}
