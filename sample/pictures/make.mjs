#!/usr/bin/env node
// Draws every picture as SVG (the drawings are in source/), renders it as JPEG with grain and a faint vignette, and inscribes it.
// Needs the npm package sharp: `npm install --no-save sharp` in this folder, then `node make.mjs [--svg] [name…]`;
// with --svg the drawing is also written beside its picture.
import { writeFile, stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import path from 'node:path';
import sharp from 'sharp';
import { inscribe } from './inscribe.mjs';
import { W, H, chance } from './source/kit.mjs';
import * as land from './source/land.mjs';
import * as sea from './source/sea.mjs';
import * as town from './source/town.mjs';
import * as indoors from './source/indoors.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const most = 118 * 1024; // bytes a picture

const kebab = name => name.replace(/[A-Z]/g, letter => '-' + letter.toLowerCase());

/** Film grain: grey noise, a little coarser than a pixel so that it survives compression. */
function grain() {
  const random = chance(1), pixels = Buffer.alloc(W / 2 * Math.ceil(H / 2));
  for (let i = 0; i < pixels.length; i++) pixels[i] = 128 + (random() + random() - 1) * 20;
  return sharp(pixels, { raw: { width: W / 2, height: Math.ceil(H / 2), channels: 1 } }).resize(W, H, { kernel: 'cubic' }).toColourspace('srgb').png().toBuffer();
}

const vignette = Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="${W}" height="${H}"><radialGradient id="v" r="0.75"><stop offset="0.6" stop-opacity="0"/><stop offset="1" stop-opacity="0.32"/></radialGradient><rect width="${W}" height="${H}" fill="url(#v)"/></svg>`);

const svgToo = process.argv.includes('--svg'), wanted = process.argv.slice(2).filter(word => word !== '--svg');
const noise = await grain();
for (const room of [land, sea, town, indoors]) {
  for (const [name, draw] of Object.entries(room)) {
    const file = kebab(name);
    if (wanted.length > 0 && !wanted.includes(file)) continue;
    const svg = draw();
    if (svgToo) await writeFile(path.join(here, file + '.svg'), svg);
    const flat = await sharp(Buffer.from(svg)).flatten().composite([{ input: vignette }, { input: noise, blend: 'soft-light' }]).removeAlpha().png().toBuffer();
    const target = path.join(here, file + '.jpg');
    for (let quality = 82; quality >= 50; quality -= 4) {
      await sharp(flat).jpeg({ quality, mozjpeg: true, chromaSubsampling: '4:2:0' }).toFile(target);
      if ((await stat(target)).size <= most) { await inscribe(file); console.log(file, Math.round((await stat(target)).size / 1024) + ' KB, quality ' + quality); break; }
    }
  }
}
