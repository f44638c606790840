// Drawings of mountains, valleys and fields.
import { W, H, chance, n, at, poly, rect, line, circle, down, across, glow, blur, noise, ridge, under, heightAt, conifers, sheet } from './kit.mjs';

const haze = (id, y, h, colour, strength) => [down(id, [[0, colour, 0], [1, colour, strength]]), rect(0, y, W, h, `url(#${id})`)];

export function damValley() {
  const random = chance(11);
  const far = ridge(3, 300, 90, 0.5), mid = ridge(8, 385, 80, 0.5);
  const left = [[0, 250], [120, 290], [230, 372], [330, 420], [420, 520], [500, 640], [585, 760], [640, 900], [660, H], [0, H]];
  const right = [[W, 190], [1490, 240], [1390, 330], [1270, 400], [1180, 520], [1090, 650], [1010, 780], [965, 900], [950, H], [W, H]];
  const [h1, r1] = haze('h1', 200, 330, '#dfe3dc', 0.85);
  const [h2, r2] = haze('h2', 380, 200, '#cfd6cf', 0.6);
  const crest = 500, foot = 850;
  let joints = '';
  for (let i = 1; i < 16; i++) {
    const t = i / 16;
    joints += line([[395 + t * 800, crest + 14], [622 + t * 346, foot]], '#6d7370', 1.6, 'opacity="0.55"');
  }
  let stains = '';
  for (let i = 0; i < 26; i++) {
    const t = random(), x = 400 + t * 790, length = random.between(40, 190);
    stains += line([[x, crest + 16], [x + (620 + t * 340 - x) * length / 350, crest + 16 + length]], '#55605b', random.between(3, 11), 'opacity="0.16"');
  }
  const slope = (points, seed, a, b) => conifers(seed, points.slice(0, 9), a, 190, 26, 62, Math.min(points[0][0], points[8][0]), Math.max(points[0][0], points[8][0])) + b;
  const leftTop = left.slice(0, 9), rightTop = right.slice(0, 9).reverse();
  let forest = '';
  for (let row = 0; row < 12; row++) {
    const shift = line => line.map(([x, y]) => [x, y + 24 + row * 66]);
    const tone = ['#3f5348', '#3a4d43', '#35483e', '#31433a', '#2d3e36', '#293931', '#25342d', '#212f29', '#1e2b26', '#1c2824', '#1a2521', '#18221e'][row];
    forest += conifers(40 + row, shift(leftTop), tone, 70, 46 + row * 7, 84 + row * 9, 0, 600 - row * 6)
      + conifers(60 + row, shift(rightTop), tone, 70, 46 + row * 7, 84 + row * 9, 1000 + row * 6, W);
  }
  return sheet(
    down('sky', [[0, '#a9b8be'], [0.55, '#d9dcd5'], [1, '#e8e3d6']]) + h1 + h2 + noise('cloud', '0.003 0.012', 4, '#ffffff', 2.2, -1)
    + down('wall', [[0, '#b9bbb4'], [0.5, '#969b97'], [1, '#6f7773']]) + across('shade', [[0, '#1f2a28', 0.5], [0.35, '#1f2a28', 0], [0.8, '#fff5df', 0.14], [1, '#1f2a28', 0.25]])
    + down('wood', [[0, '#3f5348'], [0.55, '#2f4138'], [1, '#18221e']]) + down('river', [[0, '#b9c4c2'], [1, '#54676a']]) + noise('concrete', '0.03 0.05', 9, '#3a423f', 1.2, -0.55) + blur('soft', 8) + glow('sun', '#fff3d8', 0.9)
    + `<clipPath id="face"><polygon points="385,500 1205,500 968,860 622,860"/></clipPath>`,
    rect(0, 0, W, 600, 'url(#sky)') + rect(0, 0, W, 420, '#fff', 'filter="url(#cloud)" opacity="0.6"') + circle(1130, 170, 420, 'url(#sun)')
    + under(far, '#9aabae') + conifers(21, far, '#93a5a8', 160, 8, 18) + r1 + under(mid, '#778b88') + conifers(22, mid, '#6d817d', 220, 12, 28) + r2
    + rect(380, 470, 830, 34, '#8da3a6')
    + poly([[385, crest], [1205, crest], [968, foot], [622, foot]], 'url(#wall)')
    + `<g clip-path="url(#face)">${rect(380, 500, 830, 360, '#000', 'filter="url(#concrete)" opacity="0.5"')}${joints}${stains}${rect(380, 500, 830, 360, 'url(#shade)')}</g>`
    + poly([[372, crest - 10], [1218, crest - 10], [1205, crest + 12], [385, crest + 12]], '#d3d2c8') + rect(372, crest - 22, 846, 3, '#5d6461')
    + Array.from({ length: 43 }, (_, i) => rect(374 + i * 20, crest - 22, 2, 14, '#5d6461')).join('')
    + rect(690, crest - 62, 66, 54, '#8a8f8a') + poly([[684, crest - 62], [723, crest - 80], [762, crest - 62]], '#5d6461')
    + poly([[690, crest + 12], [756, crest + 12], [772, foot], [712, foot]], '#e9ecea', 'opacity="0.92"') + poly([[702, crest + 12], [716, crest + 12], [738, foot], [722, foot]], '#b7c2c3')
    + circle(742, foot + 4, 60, '#f4f6f4', 'filter="url(#soft)" opacity="0.85"')
    + poly([[622, foot], [968, foot], [1010, H], [560, H]], 'url(#river)')
    + Array.from({ length: 40 }, () => { const y = random.between(foot + 20, H), w = random.between(20, 120); return rect(random.between(620, 940), y, w, 2.5, '#eef2f0', 'opacity="0.35"'); }).join('')
    + poly(left, 'url(#wood)') + poly(right, 'url(#wood)') + forest);
}

export function glacier() {
  const random = chance(5);
  const far = ridge(14, 400, 120, 0.52, 8), main = [[0, 560], [120, 470], [210, 500], [330, 330], [390, 372], [470, 236], [520, 268], [585, 150], [640, 214], [690, 196], [770, 330], [850, 300], [930, 392], [1010, 286], [1075, 330], [1150, 205], [1230, 300], [1310, 268], [1420, 410], [1500, 380], [W, 470]];
  const rough = [];
  for (let i = 0; i < main.length - 1; i++) {
    const [a, b] = [main[i], main[i + 1]];
    for (let k = 0; k < 6; k++) rough.push([a[0] + (b[0] - a[0]) * k / 6, a[1] + (b[1] - a[1]) * k / 6 + (k ? random.between(-9, 9) : 0)]);
  }
  rough.push(main.at(-1));
  const peaks = [[330, 330], [470, 236], [585, 150], [850, 300], [1010, 286], [1150, 205], [1310, 268]];
  let facets = '';
  for (const [x, y] of peaks) {
    const reach = 560 - y * 0.4;
    let edge = [[x, y]], light = [];
    for (let k = 1; k <= 9; k++) edge.push([x + k * random.between(-2, 7) + (k % 2 ? 9 : -7), y + k * reach / 11]);
    for (let k = 9; k >= 1; k--) light.push([x + k * random.between(20, 27), y + k * reach / 10.4 + random.between(-10, 10)]);
    facets += poly([...edge, ...light], '#5f7387', 'opacity="0.62"');
    for (let r = 0; r < 16; r++) {
      const t = random.between(0.12, 0.9), side = random() < 0.55 ? -1 : 1, px = x + side * random.between(6, 150) * t, py = y + reach * t * 0.9, s = random.between(8, 34);
      facets += poly([[px, py], [px + s * 0.5, py - s * 0.9], [px + s * 0.9, py - s * 0.2], [px + s * 1.5, py + s * 0.5], [px + s * 0.5, py + s * 0.3]], random.pick(['#3f4a57', '#4c5865', '#596472']), 'opacity="0.8"');
    }
  }
  const tongue = `M600,470 C560,600 500,690 380,800 C300,880 200,960 120,${H} L1120,${H} C1080,940 1000,850 940,760 C880,670 880,560 900,480 C800,430 700,430 600,470Z`;
  let crevasses = '';
  for (let i = 0; i < 46; i++) {
    const t = i / 46, y = 540 + t * 500, spread = 150 + t * 380, cx = 750 - t * 130, x = cx + random.between(-spread, spread), w = random.between(24, 60) * (0.6 + t * 2.4);
    crevasses += `<path d="M${at(x - w, y)}Q${at(x, y + 10 + t * 26)} ${at(x + w, y - 4)}Q${at(x, y + 4 + t * 14)} ${at(x - w, y)}Z" fill="${random.pick(['#5b8aa6', '#7aa6bd', '#466f8c'])}" opacity="${random.between(0.35, 0.8).toFixed(2)}"/>`;
  }
  const moraineLeft = [[0, 720], [160, 700], [290, 742], [400, 790], [330, 860], [210, 950], [110, H], [0, H]];
  const moraineRight = [[W, 640], [1420, 660], [1250, 640], [1090, 700], [960, 770], [1040, 880], [1100, 970], [1130, H], [W, H]];
  return sheet(
    down('sky', [[0, '#5f7f9d'], [0.5, '#b7c8d2'], [1, '#f0e7da']]) + noise('cloud', '0.003 0.009', 21, '#ffffff', 2.4, -1.15) + noise('rock', '0.02 0.035', 3, '#1e2630', 1.6, -0.6) + noise('snow', '0.006 0.02', 12, '#ffffff', 1.8, -0.7)
    + down('peak', [[0, '#f4f2ec'], [0.6, '#cfdae2'], [1, '#a9bccb']]) + down('ice', [[0, '#eef4f6'], [0.45, '#c4dbe6'], [1, '#8fb6cb']]) + down('mist', [[0, '#e8eef2', 0], [0.5, '#e8eef2', 0.75], [1, '#e8eef2', 0]]) + glow('sun', '#fff1d6', 0.9)
    + `<clipPath id="t"><path d="${tongue}"/></clipPath><clipPath id="ml"><polygon points="${moraineLeft.map(p => at(...p)).join(' ')}"/><polygon points="${moraineRight.map(p => at(...p)).join(' ')}"/></clipPath><clipPath id="m"><polygon points="${[...rough, [W, H], [0, H]].map(p => at(...p)).join(' ')}"/></clipPath>`,
    rect(0, 0, W, 700, 'url(#sky)') + rect(0, 0, W, 460, '#fff', 'filter="url(#cloud)" opacity="0.8"') + circle(260, 190, 420, 'url(#sun)')
    + under(far, '#a9bccb') + under(rough, 'url(#peak)') + `<g clip-path="url(#m)">${facets}</g>` + rect(0, 430, W, 330, 'url(#mist)')
    + `<path d="${tongue}" fill="url(#ice)"/><g clip-path="url(#t)">${rect(0, 440, W, 640, '#fff', 'filter="url(#snow)" opacity="0.6"')}${crevasses}</g>`
    + poly(moraineLeft, '#5a5f63') + poly(moraineRight, '#4e545a') + `<g clip-path="url(#ml)">${rect(0, 600, W, 480, '#000', 'filter="url(#rock)"')}${rect(0, 600, W, 480, '#fff', 'filter="url(#snow)" opacity="0.35"')}</g>`);
}

export function vineyard() {
  const random = chance(17);
  const far = ridge(6, 420, 40, 0.5, 6), hill2 = Array.from({ length: 41 }, (_, i) => [i * 40, 500 + Math.sin(i / 41 * 5 + 1) * 42]);
  let rows = '';
  // Rows run to a vanishing point behind the crest of the near hill.
  const crest = x => 610 - Math.sin((x - 150) / W * 3.1) * 70;
  for (let i = -26; i <= 26; i++) {
    const xTop = 860 + i * 30, xBottom = 700 + i * 165, yTop = crest(xTop);
    const steps = 26, left = [], right = [];
    for (let k = 0; k <= steps; k++) {
      const t = k / steps, e = t * t, x = xTop + (xBottom - xTop) * e, y = yTop + (H + 60 - yTop) * e, w = 3 + e * 46, h = 5 + e * 74;
      left.push([x - w + random.between(-1, 1) * w * 0.35, y - h + random.between(-1, 1) * h * 0.28]);
      right.push([x + w, y + h * 0.12]);
    }
    rows += poly([...left, ...right.reverse()], i % 2 ? '#49532b' : '#515c30');
    rows += line(left.map(([x, y]) => [x - 2, y + 3]), '#c9a95a', 3.4, 'opacity="0.6" stroke-dasharray="5 11"');
  }
  let stripes = '';
  for (let i = 0; i < 60; i++) { const x = i * 30; stripes += line([[x, heightAt(hill2, x) + 4], [x - 50, 640]], i % 2 ? '#6f7140' : '#5d6238', 7, 'opacity="0.75"'); }
  return sheet(
    down('sky', [[0, '#7f93a3'], [0.45, '#d9c5a5'], [0.8, '#f1cf97'], [1, '#f3d9ae']]) + glow('sun', '#fff0c4', 1) + noise('cloud', '0.002 0.014', 33, '#fff3dc', 2.6, -1.3) + down('earth', [[0, '#a2844f'], [1, '#54431f']]) + down('mist', [[0, '#f6dfb5', 0], [1, '#f6dfb5', 0.75]])
    + down('dark', [[0, '#1d1a0c', 0], [1, '#1d1a0c', 0.55]]) + noise('leaf', '0.05 0.06', 8, '#22260f', 1.6, -0.75),
    rect(0, 0, W, 700, 'url(#sky)') + rect(0, 0, W, 420, '#fff', 'filter="url(#cloud)"') + circle(1130, 400, 480, 'url(#sun)') + circle(1130, 404, 40, '#fff6dd')
    + under(far, '#a79a86') + rect(0, 330, W, 190, 'url(#mist)') + under(hill2, '#7d7747') + stripes
    + `<g fill="#4a4433" transform="translate(0 ${n(heightAt(hill2, 540) - 458)})"><rect x="512" y="424" width="46" height="40"/><polygon points="506,426 535,402 564,426"/><rect x="500" y="398" width="18" height="66"/><polygon points="497,400 509,368 521,400"/></g>`
    + Array.from({ length: 7 }, (_, i) => `<ellipse cx="${590 + i * 19}" cy="${n(448 + (i % 3) * 4)}" rx="6" ry="${22 + (i % 3) * 6}" fill="#3d4430" transform="translate(0 ${n(heightAt(hill2, 640) - 458)})"/>`).join('')
    + rect(0, 400, W, 200, 'url(#mist)', 'opacity="0.6"')
    + `<path d="M0,${n(crest(0))} ${Array.from({ length: 40 }, (_, i) => `L${i * 41},${n(crest(i * 41))}`).join('')} L${W},${H} L0,${H}Z" fill="url(#earth)"/>` + rows
    + rect(0, 560, W, 510, '#000', 'filter="url(#leaf)" opacity="0.5"') + rect(0, 560, W, 507, 'url(#dark)') + circle(1130, 460, 640, 'url(#sun)', 'opacity="0.35"'));
}

export function observatory() {
  const random = chance(77);
  let stars = '';
  for (let i = 0; i < 620; i++) {
    const r = Math.pow(random(), 5) * 2.6 + 0.5;
    stars += circle(random() * W, random() * 820, r, random.pick(['#ffffff', '#dfe8ff', '#fff0d6']), `opacity="${random.between(0.35, 1).toFixed(2)}"`);
  }
  for (let i = 0; i < 700; i++) {
    const t = random(), x = -60 + t * 1720, y = 860 - t * 820 + (random() + random() + random() - 1.5) * 150;
    stars += circle(x, y, random.between(0.4, 1.2), '#f4ecff', `opacity="${random.between(0.3, 0.8).toFixed(2)}"`);
  }
  const hill = ridge(31, 850, 28, 0.5), back = ridge(13, 800, 40, 0.5);
  return sheet(
    down('sky', [[0, '#0b1226'], [0.6, '#1f2c4c'], [0.85, '#54506a'], [1, '#a87a68']]) + noise('milk', '0.004 0.006', 18, '#cfc6e8', 2.4, -0.9, 6) + noise('dust', '0.006 0.009', 44, '#0b1024', 2.6, -1.15, 5) + blur('wide', 46) + blur('soft', 10) + glow('town', '#ffb877', 0.6)
    + across('dome', [[0, '#e9e6df'], [0.45, '#b4b3b6'], [1, '#4b4f5f']]) + across('drum', [[0, '#cfccc6'], [0.5, '#8d8d94'], [1, '#383c4b']]) + down('red', [[0, '#6b1f1a'], [1, '#d2603a']])
    + `<mask id="band"><polygon points="-200,1010 -200,760 1500,-120 1900,-120 1900,100 200,1010" fill="#fff" filter="url(#wide)"/></mask>`,
    rect(0, 0, W, H, 'url(#sky)') + `<g mask="url(#band)">${rect(0, 0, W, H, '#fff', 'filter="url(#milk)" opacity="0.75"')}${rect(0, 0, W, H, '#fff', 'filter="url(#dust)" opacity="0.7"')}</g>` + stars
    + circle(260, 880, 420, 'url(#town)') + under(back, '#232841') + under(hill, '#12152a') + conifers(9, hill, '#0e1122', 70, 30, 80, 0, 620) + conifers(10, hill, '#0e1122', 60, 30, 70, 1330, W)
    + `<path d="M820,860 L820,640 L1240,640 L1240,860Z" fill="url(#drum)"/><path d="M800,640 A230,232 0 0 1 1260,640Z" fill="url(#dome)"/>`
    + Array.from({ length: 5 }, (_, i) => `<path d="M${1030},408 Q${n(860 + i * 84 - (i < 2 ? 30 : -30))},500 ${n(830 + i * 100)},640" fill="none" stroke="#6d6f7c" stroke-width="2" opacity="0.6"/>`).join('')
    + `<path d="M1000,410 L1062,410 Q1092,520 1096,640 L966,640 Q968,520 1000,410Z" fill="url(#red)"/><path d="M1008,640 L1016,470 L1050,458 L1062,640Z" fill="#2a1416"/><path d="M1012,500 L1048,420 L1076,430 L1054,520Z" fill="#39343d"/>`
    + rect(796, 632, 468, 16, '#6f707b') + rect(880, 740, 60, 120, '#1d1f2e') + rect(884, 744, 52, 116, '#f0b56a', 'opacity="0.85"') + circle(910, 800, 110, 'url(#town)')
    + rect(0, 980, W, 90, '#0a0c18', 'filter="url(#soft)"'));
}

export function nightTrain() {
  const random = chance(23);
  const far = ridge(2, 300, 190, 0.52, 8), mid = ridge(19, 460, 120, 0.5, 8), near = ridge(27, 985, 40, 0.5);
  let arches = '';
  for (let i = 0; i < 9; i++) {
    const x = -60 + i * 200;
    arches += `<path d="M${x + 34},1010 L${x + 34},700 A66,76 0 0 1 ${x + 166},700 L${x + 166},1010Z" fill="#1c2736"/>` + `<path d="M${x + 34},1010 L${x + 34},700 A66,76 0 0 1 ${x + 100},624 A60,72 0 0 0 ${x + 48},700 L${x + 48},1010Z" fill="#4c5563"/>`;
  }
  let cars = '';
  for (let c = 0; c < 6; c++) {
    const x = 60 + c * 262;
    cars += rect(x, 496, 250, 78, 'url(#car)', 'rx="9"') + rect(x + 4, 548, 242, 5, '#b99b54') + rect(x, 574, 250, 6, '#10151d');
    for (let w = 0; w < 9; w++) {
      const lit = random() < 0.72, wx = x + 14 + w * 25.5;
      cars += rect(wx, 514, 18, 24, lit ? random.pick(['#ffd98c', '#ffcb73', '#ffe3ad']) : '#243041', 'rx="2"');
      if (lit) cars += circle(wx + 9, 526, 30, 'url(#lamp)', 'opacity="0.55"');
    }
    for (const b of [40, 210]) cars += circle(x + b - 12, 583, 8, '#0d1118') + circle(x + b + 12, 583, 8, '#0d1118');
  }
  return sheet(
    down('sky', [[0, '#1a2b4d'], [0.55, '#54739a'], [1, '#c9b7ac']]) + noise('cloud', '0.003 0.012', 51, '#e9d7d0', 2.2, -1.15) + noise('stone', '0.03 0.06', 6, '#141b27', 1.5, -0.6) + glow('lamp', '#ffc96b', 0.7) + glow('head', '#fff2cf', 1)
    + down('car', [[0, '#2c3d5e'], [0.5, '#213050'], [1, '#18233b']]) + down('mist', [[0, '#b9c3d2', 0], [0.6, '#b9c3d2', 0.6], [1, '#b9c3d2', 0]]) + across('pier', [[0, '#6a6f78'], [1, '#565c68']])
    + `<clipPath id="via"><rect x="0" y="590" width="${W}" height="430"/></clipPath>`,
    rect(0, 0, W, H, 'url(#sky)') + rect(0, 0, W, 400, '#fff', 'filter="url(#cloud)" opacity="0.7"')
    + under(far, '#7388a5') + under(far.map(([x, y]) => [x, y + 60 + Math.abs(Math.sin(x / 60)) * 40]), '#5d7492') + rect(0, 260, W, 330, 'url(#mist)') + under(mid, '#3b5068') + conifers(4, mid, '#34485f', 260, 20, 52) + rect(0, 470, W, 380, 'url(#mist)')
    + rect(0, 590, W, 430, 'url(#pier)') + `<g clip-path="url(#via)">${rect(0, 590, W, 430, '#000', 'filter="url(#stone)" opacity="0.55"')}${arches}</g>` + rect(0, 586, W, 22, '#7d828a') + rect(0, 606, W, 5, '#2b323d')
    + Array.from({ length: 5 }, (_, i) => rect(120 + i * 340, 400, 5, 188, '#1b2534') + rect(120 + i * 340, 410, 70, 4, '#1b2534')).join('') + line([[0, 432], [W, 428]], '#1b2534', 2)
    + cars + circle(1640, 540, 200, 'url(#head)', 'opacity="0.7"')
    + rect(0, 760, W, 260, 'url(#mist)', 'opacity="0.8"') + under(near, '#111a26') + conifers(71, near, '#0e1621', 90, 50, 130));
}
