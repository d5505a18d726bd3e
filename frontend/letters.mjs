// Which letters lie in which font file.

const range = (from, to) =>
  Array.from({ length: to - from + 1 }, (_, offset) => String.fromCodePoint(from + offset)).join("");

/** What German pages are written in: ASCII, umlauts, the accents of common loan words and names, typographic marks. */
export const BASIC = [
  range(0x20, 0x7e),
  "ÄÖÜäöüßẞ" + "ÀÂÇÈÉÊàáâçèéêëíîïñóôúû",
  "\u00a0§©«°²³·»½×–—‘’‚“”„†•…‰‹›€−→←≤≥\u202f\u00ad",
].join("");

/** The rest of DIN 91379 (Latin letters in names in Europe), with combining marks. */
export const EXTENDED = [
  range(0xa1, 0xff), range(0x100, 0x17f), // Latin-1 and Latin Extended-A
  range(0x180, 0x24f), // Latin Extended-B
  range(0x259, 0x259), range(0x292, 0x292), range(0x2b9, 0x2bf), range(0x2c6, 0x2dd),
  range(0x300, 0x36f), // combining diacritical marks
  range(0x1e00, 0x1eff), // Latin Extended Additional
  "\u02c8\u02cc",
]
  .flatMap((letters) => [...letters])
  .filter((letter) => !BASIC.includes(letter))
  .join("");

/** Base letters of combined characters: a mark can only be placed on a letter of its own font. */
export const EXTENDED_BASES = range(0x41, 0x5a) + range(0x61, 0x7a);

/** `U+20-7E,U+A0-FF,…` of the letters of `text`. */
export function unicodeRange(text) {
  const points = [...new Set([...text].map((letter) => letter.codePointAt(0)))].sort((a, b) => a - b);
  const runs = [];
  for (const point of points) {
    const last = runs.at(-1);
    if (last && point === last[1] + 1) last[1] = point;
    else runs.push([point, point]);
  }
  const hex = (number) => number.toString(16).toUpperCase();
  return runs.map(([from, to]) => `U+${hex(from)}${from === to ? "" : `-${hex(to)}`}`).join(",");
}
