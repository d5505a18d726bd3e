// Solves the task of a page that slows attackers down (ALTCHA), then sends its form. Without script there are turns.

const SLICE = 2000;
const encoder = new TextEncoder();

async function sha256(text) {
  const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", encoder.encode(text)));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

async function solve({ challenge, salt, maxnumber }) {
  for (let start = 0; start <= maxnumber; start += SLICE) {
    const numbers = Array.from({ length: Math.min(SLICE, maxnumber - start + 1) }, (_, index) => start + index);
    const hashes = await Promise.all(numbers.map((number) => sha256(salt + number)));
    const found = hashes.indexOf(challenge);
    if (found >= 0) return numbers[found];
  }
  return null;
}

export default async function proof(form) {
  const state = form.querySelector("[data-proof-state]");
  if (form.elements.turn.value) {
    // The proof was good, but all were used: the turn comes by itself.
    setTimeout(() => form.requestSubmit(), Number(form.dataset.wait));
    return;
  }
  if (!globalThis.crypto?.subtle) return;
  state.textContent = form.dataset.working;
  const task = JSON.parse(form.dataset.challenge);
  const number = await solve(task);
  if (number === null) return;
  const { algorithm, challenge, salt, signature } = task;
  form.elements.proof.value = btoa(JSON.stringify({ algorithm, challenge, number, salt, signature }));
  form.requestSubmit();
}
