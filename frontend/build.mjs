// Builds static/vendor/: KERN UX reduced to what the site uses, and Fira Sans cut to the letters it needs.
// Run with `npm ci && npm run build` in this folder. The results are committed; the site runs without Node.js.
import { copyFile, mkdir, readFile, writeFile } from "node:fs/promises";
import { gzipSync } from "node:zlib";
import { transform } from "esbuild";
import * as sass from "sass";
import subsetFont from "subset-font";
import { BASIC, EXTENDED, EXTENDED_BASES, unicodeRange } from "./letters.mjs";

const VENDOR = new URL("../static/vendor/", import.meta.url);
const MODULES = new URL("./node_modules/", import.meta.url);
const BROWSERS = ["chrome123", "firefox120", "safari17.5"];
// Kerning and figures of one width; marks on letters only where there are such letters.
const BASIC_FEATURES = ["kern", "liga", "tnum"];
const EXTENDED_FEATURES = [...BASIC_FEATURES, "ccmp", "locl", "mark", "mkmk"];
// Variants of KERN's components that no template uses, and a prefix that our browsers do not need.
const UNUSED = /--x-small|--tertiary|sr-only|--striped|table--small|__footer|--width-\d|list--col|label--large|label--small/;
const CUTS = { 400: "Regular", 600: "SemiBold" };

/** Every KERN token is defined here, so the fallbacks in `var(--kern-x, 8px)` only cost bytes. */
function withoutFallbacks(css) {
  let shorter = css;
  let before;
  do {
    before = shorter;
    shorter = shorter.replace(/var\((--kern-[\w-]+),(?:[^()]|\([^()]*\))*\)/g, "var($1)");
  } while (shorter !== before);
  return shorter;
}

/** Drops definitions of tokens that nothing reads any more, until none is left. */
function withoutUnusedTokens(css) {
  let shorter = css;
  let before;
  do {
    before = shorter;
    const used = new Set([...shorter.matchAll(/var\((--kern-[\w-]+)/g)].map((match) => match[1]));
    shorter = shorter.replace(/(--kern-[\w-]+):[^;{}]*(;|(?=\}))/g, (all, name) => (used.has(name) ? all : ""));
  } while (shorter !== before);
  return shorter;
}

/** Drops selectors of unused variants, and rules that have none left. */
function withoutUnusedRules(css) {
  return css
    .replace(/-webkit-mask:url\("[^"]*"\);?/g, "")
    .replace(/([^{}]+)\{([^{}]*)\}/g, (rule, selectors, declarations) => {
      if (selectors.trimStart().startsWith("@")) return rule;
      const [, before, list] = selectors.match(/^(.*;)?(.*)$/s);
      const kept = list.split(/,(?![^(]*\))/).filter((selector) => !UNUSED.test(selector));
      return kept.length && declarations.trim() ? `${before ?? ""}${kept.join(",")}{${declarations}}` : (before ?? "");
    });
}

/** One stylesheet for both, fonts first: one request less. */
async function buildKern(fontFaces) {
  const source = sass.compile(new URL("kern.scss", import.meta.url).pathname, {
    silenceDeprecations: ["if-function"],
    logger: sass.Logger.silent,
  });
  const minify = (css) => transform(css, { loader: "css", minify: true, target: BROWSERS, legalComments: "none" });
  const plain = withoutFallbacks(source.css.replace(/--kern-component-kopfzeile[^;]*;/g, ""));
  const used = withoutUnusedRules((await minify(plain)).code);
  const { code } = await minify(withoutUnusedTokens(used));
  await mkdir(new URL("kern/", VENDOR), { recursive: true });
  const head = "/* KERN UX 2.7.2, EUPL-1.2, reduced: see frontend/build.mjs */\n";
  const css = fontFaces + head + code;
  await writeFile(new URL("kern/kern.css", VENDOR), css);
  await copyFile(new URL("@kern-ux/native/LICENSE.md", MODULES), new URL("kern/LICENSE.md", VENDOR));
  report("kern/kern.css", Buffer.from(css), true);
}

async function cut(name, source, text, keepFeatures) {
  const font = await subsetFont(await readFile(new URL(source, MODULES)), text, {
    targetFormat: "woff2",
    keepFeatures,
    noHinting: true,
  });
  await writeFile(new URL(`fira-sans/${name}`, VENDOR), font);
  report(`fira-sans/${name}`, font, false);
}

async function buildFonts() {
  await mkdir(new URL("fira-sans/", VENDOR), { recursive: true });
  const faces = [];
  for (const [weight, cutName] of Object.entries(CUTS)) {
    const basic = `fira-sans-${weight}.woff2`;
    const extended = `fira-sans-${weight}-extended.woff2`;
    await cut(basic, `@fontsource/fira-sans/files/fira-sans-latin-${weight}-normal.woff2`, BASIC, BASIC_FEATURES);
    // KERN's own copy is the complete family: only it has the combining marks of DIN 91379.
    const complete = `@kern-ux/native/dist/fonts/fira-sans/FiraSans-${cutName}.woff2`;
    await cut(extended, complete, EXTENDED + EXTENDED_BASES, EXTENDED_FEATURES);
    for (const [file, letters] of [[extended, EXTENDED], [basic, BASIC]]) {
      faces.push(
        `@font-face{font-family:"Fira Sans";font-weight:${weight};font-display:swap;` +
          `src:url("../fira-sans/${file}") format("woff2");unicode-range:${unicodeRange(letters)}}`,
      );
    }
  }
  await copyFile(new URL("@fontsource/fira-sans/LICENSE", MODULES), new URL("fira-sans/LICENSE", VENDOR));
  return `/* Fira Sans, SIL OFL 1.1, cut to Latin and DIN 91379: see frontend/build.mjs */\n${faces.join("\n")}\n`;
}

/** One module for pages that show a map; its pictures are not used, since marks are drawn by CSS. */
async function buildLeaflet() {
  await mkdir(new URL("leaflet/", VENDOR), { recursive: true });
  const source = new URL("leaflet/dist/", MODULES);
  const script = await readFile(new URL("leaflet-src.esm.js", source), "utf8");
  const { code } = await transform(script.replace(/\/\/# sourceMappingURL.*/, ""), {
    minify: true, format: "esm", target: BROWSERS, legalComments: "inline",
  });
  const styles = (await readFile(new URL("leaflet.css", source), "utf8"))
    .replace(/background-image:\s*url\([^)]*\);?/g, "")
    .replace(/behavior:\s*url\([^)]*\);?/g, "");
  const { code: css } = await transform(styles, { loader: "css", minify: true, target: BROWSERS });
  const layered = `/* Leaflet 1.9.4, BSD-2-Clause */\n@layer kern{${css.trim()}}\n`;
  for (const [name, content] of [["leaflet.js", code], ["leaflet.css", layered]]) {
    await writeFile(new URL(`leaflet/${name}`, VENDOR), content);
    report(`leaflet/${name}`, Buffer.from(content), true);
  }
  await copyFile(new URL("leaflet/LICENSE", MODULES), new URL("leaflet/LICENSE", VENDOR));
}

function report(name, content, packed) {
  const zipped = packed ? `, ${gzipSync(content, { level: 9 }).length} gzipped` : "";
  console.log(`${name}: ${content.length} bytes${zipped}`);
}

await buildKern(await buildFonts());
await buildLeaflet();
