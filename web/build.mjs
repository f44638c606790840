// Bundles what browsers get: every web/<room>/<room>.ts and .css, with the fonts they name, into hashed files,
// and writes assets.json, from which the program learns the hashed names.
import { build } from "esbuild";
import { existsSync } from "node:fs";
import { mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync } from "node:zlib";
import { cutFonts } from "./fonts.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const out = join(here, "../src/Newsroom/wwwroot/assets");
const themes = join(here, "../src/Newsroom/Site/Themes");
// A theme's stylesheet is named as its folder: Themes/Agency/agency.css.
const looks = (await readdir(themes, { withFileTypes: true })).filter((one) => one.isDirectory()).map((one) => join(themes, one.name, `${one.name.toLowerCase()}.css`));
const entries = ["site/site.ts", "site/arabic.css", "desk/desk.ts", "desk/desk.css"]
  .map((entry) => join(here, entry))
  .filter((entry) => existsSync(entry))
  .concat(looks);

await cutFonts();
await mkdir(out, { recursive: true });
const common = {
  outdir: out,
  bundle: true,
  minify: true,
  target: ["es2022", "chrome120", "firefox121", "safari17"],
  entryNames: "[name]-[hash]",
  metafile: true,
  logLevel: "warning",
};
const modules = {
  entryPoints: entries,
  splitting: true,
  format: "esm",
  loader: { ".woff2": "file" },
  publicPath: "/assets",
  chunkNames: "[name]-[hash]",
  assetNames: "[name]-[hash]",
};

// Classic scripts that stand alone: the worker, which browsers take as nothing else, and what must run before the desk's module.
const scripts = { entryPoints: ["worker/worker.ts", "desk/early.ts"].map((entry) => join(here, entry)), format: "iife" };
const outputs = (await Promise.all([modules, scripts].map((options) => build({ ...common, ...options })))).flatMap((made) => Object.entries(made.metafile.outputs));

// The name that the program asks for, and the address that answers: entries by their own name, files by the name of their source.
const manifest = {};
const written = new Set(["assets.json"]);
for (const [path, output] of outputs) {
  const name = basename(path);
  written.add(name);
  const inputs = Object.keys(output.inputs);
  if (output.entryPoint) manifest[basename(output.entryPoint).replace(/\.ts$/, ".js")] = `/assets/${name}`;
  else if (!name.endsWith(".js") && inputs.length === 1) manifest[basename(inputs[0])] = `/assets/${name}`;
}

// Compressed once, here, as small as it goes; the program sends what lies there.
for (const name of [...written].filter((name) => /\.(css|js|svg)$/.test(name))) {
  written.add(`${name}.br`);
  await writeFile(join(out, `${name}.br`), brotliCompressSync(await readFile(join(out, name))));
}

await writeFile(join(out, "assets.json"), `${JSON.stringify(manifest, Object.keys(manifest).sort(), 2)}\n`);
for (const old of await readdir(out)) if (!written.has(old)) await rm(join(out, old), { recursive: true });
console.log(`${written.size - 1} files in ${relative(process.cwd(), out) || out}`);
