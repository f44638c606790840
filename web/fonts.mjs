// Cuts the two families down to what pages use, so that an article loads two files of together under 100 KB even where it names
// Željko or Łódź: the Latin letters of Europe, upright, in the weights that the styles ask for. Other scripts have files of their own.
import { existsSync, statSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import subset from "subset-font";

const here = dirname(fileURLToPath(import.meta.url));
const out = join(here, "node_modules/.fonts");

const range = (from, to) => String.fromCodePoint(...Array.from({ length: to - from + 1 }, (_, at) => from + at));
const letters =
  range(0x20, 0x7e) + range(0xa0, 0x17f) + "ȘșȚțẞ" + range(0x2010, 0x2015) + "‘’‚“”„†‡•…‰′″‹›⁄€№™←↑→↓−≈≤≥";

const families = [
  ["source-serif-4.woff2", "source-serif/VAR/SourceSerif4Variable-Roman.ttf", { wght: { min: 400, max: 800, default: 400 }, opsz: 20 }],
  ["ibm-plex-sans.woff2", "@ibm/plex-sans-variable/fonts/complete/ttf/IBM Plex Sans Var-Roman.ttf", { wght: { min: 400, max: 700, default: 400 }, wdth: 100 }],
];

/** Makes the files that are missing or older than this one. */
export async function cutFonts() {
  await mkdir(out, { recursive: true });
  const rules = statSync(fileURLToPath(import.meta.url)).mtimeMs;
  for (const [name, source, variationAxes] of families) {
    const file = join(out, name);
    if (existsSync(file) && statSync(file).mtimeMs >= rules) continue;
    const whole = await readFile(join(here, "node_modules", source));
    await writeFile(file, await subset(whole, letters, { targetFormat: "woff2", variationAxes, noLayoutClosure: true }));
  }
}
