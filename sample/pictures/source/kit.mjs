// The drawing kit: a seeded chance, ridges, trees, water and light, as pieces of SVG.

export const W = 1600, H = 1067;

/** A seeded chance, so that every drawing comes out the same each time. */
export function chance(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  next.between = (low, high) => low + (high - low) * next();
  next.pick = list => list[Math.floor(next() * list.length)];
  return next;
}

export const n = value => Math.round(value);
export const at = (x, y) => `${n(x)},${n(y)}`;
export const poly = (points, fill, more = '') => `<polygon points="${points.map(p => at(p[0], p[1])).join(' ')}" fill="${fill}" ${more}/>`;
export const rect = (x, y, w, h, fill, more = '') => `<rect x="${n(x)}" y="${n(y)}" width="${n(w)}" height="${n(h)}" fill="${fill}" ${more}/>`;
export const line = (points, stroke, width, more = '') =>
  `<polyline points="${points.map(p => at(p[0], p[1])).join(' ')}" fill="none" stroke="${stroke}" stroke-width="${width}" stroke-linecap="round" ${more}/>`;
export const circle = (x, y, r, fill, more = '') => `<circle cx="${n(x)}" cy="${n(y)}" r="${r.toFixed(1)}" fill="${fill}" ${more}/>`;

/** A gradient from top to bottom; stops as [offset, colour, opacity]. */
export const down = (id, stops) => `<linearGradient id="${id}" x1="0" y1="0" x2="0" y2="1">${stopsOf(stops)}</linearGradient>`;
export const across = (id, stops) => `<linearGradient id="${id}" x1="0" y1="0" x2="1" y2="0">${stopsOf(stops)}</linearGradient>`;
export const glow = (id, colour, strength = 1) => `<radialGradient id="${id}">${stopsOf([[0, colour, strength], [0.35, colour, strength * 0.45], [1, colour, 0]])}</radialGradient>`;
const stopsOf = stops => stops.map(([o, c, a = 1]) => `<stop offset="${o}" stop-color="${c}" stop-opacity="${a}"/>`).join('');
export const blur = (id, x, y = x) => `<filter id="${id}" x="-50%" y="-50%" width="200%" height="200%"><feGaussianBlur stdDeviation="${x} ${y}"/></filter>`;

/** Fractal noise as a colour with a wavering opacity: clouds, water, plaster. */
export function noise(id, frequency, seed, colour, gain, offset, octaves = 5) {
  const [r, g, b] = [1, 3, 5].map(i => (parseInt(colour.slice(i, i + 2), 16) / 255).toFixed(3));
  return `<filter id="${id}" x="0" y="0" width="100%" height="100%"><feTurbulence type="fractalNoise" baseFrequency="${frequency}" numOctaves="${octaves}" seed="${seed}"/>`
    + `<feColorMatrix values="0 0 0 0 ${r} 0 0 0 0 ${g} 0 0 0 0 ${b} ${gain} 0 0 0 ${offset}"/></filter>`;
}

/** A jagged line from the left to the right edge, by halving. */
export function ridge(seed, y, amplitude, roughness = 0.5, steps = 7, left = 0, right = W) {
  const random = chance(seed);
  let points = [[left, y + random.between(-1, 1) * amplitude], [right, y + random.between(-1, 1) * amplitude]];
  let reach = amplitude;
  for (let i = 0; i < steps; i++) {
    const finer = [points[0]];
    for (let j = 1; j < points.length; j++) {
      const [a, b] = [points[j - 1], points[j]];
      finer.push([(a[0] + b[0]) / 2, (a[1] + b[1]) / 2 + random.between(-1, 1) * reach], b);
    }
    points = finer;
    reach *= roughness;
  }
  return points;
}

export const under = (points, fill, floor = H, more = '') => poly([...points, [points.at(-1)[0], floor], [points[0][0], floor]], fill, more);

export function heightAt(points, x) {
  for (let i = 1; i < points.length; i++) {
    if (points[i][0] >= x) {
      const [a, b] = [points[i - 1], points[i]];
      return a[1] + (b[1] - a[1]) * (x - a[0]) / (b[0] - a[0] || 1);
    }
  }
  return points.at(-1)[1];
}

/** Conifers along a ridge. */
export function conifers(seed, points, fill, count, low, high, left = 0, right = W) {
  const random = chance(seed);
  let path = '';
  for (let i = 0; i < count; i++) {
    const x = random.between(left, right), y = heightAt(points, x) + 8, h = random.between(low, high), w = h * 0.26;
    path += `M${at(x - w, y)}L${at(x - w * 0.55, y - h * 0.42)}L${at(x - w * 0.7, y - h * 0.4)}L${at(x, y - h)}L${at(x + w * 0.7, y - h * 0.4)}L${at(x + w * 0.55, y - h * 0.42)}L${at(x + w, y)}Z`;
  }
  return `<path d="${path}" fill="${fill}"/>`;
}

/** A crown of leaves: circles that overlap. */
export function crown(random, x, y, size, dark, light) {
  let out = '';
  for (let i = 0; i < 16; i++) {
    const a = random.between(0, 6.28), r = random.between(0, size * 0.75);
    out += circle(x + Math.cos(a) * r, y + Math.sin(a) * r * 0.7, size * random.between(0.22, 0.42), i < 9 ? dark : light, i < 9 ? '' : 'opacity="0.5"');
  }
  return out;
}

/** Small lit windows or lamps. */
export function lights(random, count, left, right, top, bottom, colours, low = 1.5, high = 3.2) {
  let out = '';
  for (let i = 0; i < count; i++) {
    const x = random.between(left, right), y = random.between(top, bottom), r = random.between(low, high), c = random.pick(colours);
    out += circle(x, y, r * 3, c, 'opacity="0.18"') + circle(x, y, r, c);
  }
  return out;
}

/** A person from behind, h tall, feet at x, y. */
export const figure = (x, y, h, fill) =>
  `<path d="M${at(x - h * 0.13, y)}L${at(x - h * 0.15, y - h * 0.45)}L${at(x - h * 0.19, y - h * 0.5)}Q${at(x - h * 0.2, y - h * 0.8)} ${at(x, y - h * 0.82)}Q${at(x + h * 0.2, y - h * 0.8)} ${at(x + h * 0.19, y - h * 0.5)}L${at(x + h * 0.15, y - h * 0.45)}L${at(x + h * 0.13, y)}Z" fill="${fill}"/>` + circle(x, y - h * 0.91, h * 0.085, fill);

export const sheet = (defs, body) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${W} ${H}" width="${W}" height="${H}"><defs>${defs}</defs>${body}</svg>\n`;
