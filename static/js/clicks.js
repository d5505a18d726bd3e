// Tells which result was followed, so that editors see which ones help. No cookie, nothing about the visitor.

export default function clicks(list) {
  const { address, query, language, first, records } = list.dataset;
  const keys = records.split(" ");

  function report({ target, type, button }) {
    const link = target.closest("a[href]");
    if (!link || (type === "auxclick" && button !== 1)) return;
    const row = [...list.children].findIndex((child) => child.contains(link));
    if (row < 0 || !keys[row]) return;
    const body = new URLSearchParams({ q: query, language, rank: Number(first) + row, record: keys[row] });
    navigator.sendBeacon(address, body);
  }

  list.addEventListener("click", report);
  list.addEventListener("auxclick", report);
}
