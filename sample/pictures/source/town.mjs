// Drawings of squares, walls and grounds.
import { W, H, chance, n, at, poly, rect, line, circle, down, across, glow, blur, noise, ridge, under, figure, sheet } from './kit.mjs';

export function parliamentSquare() {
  const random = chance(52);
  const wing = (x, w, bays) => {
    let out = rect(x, 430, w, 286, 'url(#stone)') + rect(x - 8, 418, w + 16, 16, '#b5a78f') + rect(x - 4, 404, w + 8, 15, '#9d9079') + rect(x - 6, 690, w + 12, 26, '#857a67') + rect(x - 6, 556, w + 12, 7, '#8d806b');
    for (let i = 0; i < bays; i++) {
      const bx = x + 18 + i * (w - 36) / bays, lit = random() < 0.6, glass = lit ? 'url(#pane)' : '#39404d', bw = (w - 36) / bays - 20;
      out += `<path d="M${n(bx)},545 L${n(bx)},478 Q${n(bx + bw / 2)},446 ${n(bx + bw)},478 L${n(bx + bw)},545Z" fill="${glass}"/>` + rect(bx + bw / 2 - 1.5, 462, 3, 84, '#6b604f') + rect(bx, 584, bw, 74, random() < 0.4 ? 'url(#pane)' : '#343b48') + rect(bx + bw / 2 - 1.5, 584, 3, 74, '#6b604f') + rect(bx - 6, 660, bw + 12, 4, '#8d806b');
    }
    return out;
  };
  let columns = '';
  for (let i = 0; i < 8; i++) { const x = 618 + i * 50; columns += rect(x, 440, 24, 224, 'url(#column)') + rect(x - 5, 432, 34, 10, '#cfc0a3') + rect(x - 5, 660, 34, 10, '#cfc0a3'); }
  const building = wing(130, 470, 8) + wing(1000, 470, 8) + rect(600, 430, 400, 250, '#3a352f') + Array.from({ length: 7 }, (_, i) => rect(648 + i * 50, 470, 18, 190, 'url(#pane)')).join('') + columns
    + rect(586, 404, 428, 30, '#bfb095') + poly([[578, 406], [800, 318], [1022, 406]], '#a89a81') + poly([[618, 400], [800, 330], [982, 400]], '#8b7e68') + rect(690, 262, 220, 76, '#a6987f') + Array.from({ length: 9 }, (_, i) => rect(700 + i * 23.5, 274, 11, 52, i % 3 ? '#4a4740' : 'url(#pane)')).join('') + rect(682, 254, 236, 10, '#c4b598')
    + `<path d="M694,256 Q700,120 800,104 Q900,120 906,256Z" fill="url(#dome)"/>` + Array.from({ length: 5 }, (_, i) => `<path d="M800,104 Q${720 + i * 40},150 ${716 + i * 42},256" fill="none" stroke="#2f4b4a" stroke-width="2.4" opacity="0.6"/>`).join('')
    + rect(784, 70, 32, 38, '#b7a98e') + rect(790, 78, 20, 24, 'url(#pane)') + poly([[782, 70], [800, 46], [818, 70]], '#4f6d69') + rect(799, 4, 2.4, 44, '#3a352f') + poly([[801, 6], [842, 12], [836, 20], [842, 30], [801, 28]], '#2f4f86')
    + Array.from({ length: 5 }, (_, i) => rect(586 - i * 12, 680 + i * 7, 428 + i * 24, 7, i % 2 ? '#8f826d' : '#a89a81')).join('');
  const lamp = (x, y, s) => rect(x - 2.5 * s, y - 150 * s, 5 * s, 150 * s, '#20242d') + rect(x - 9 * s, y - 8 * s, 18 * s, 8 * s, '#20242d') + circle(x, y - 158 * s, 11 * s, '#fff0cb') + circle(x, y - 158 * s, 90 * s, 'url(#lamp)');
  let sets = '';
  for (let i = 0; i < 30; i++) { const t = i / 30, y = 716 + t * t * 351; sets += rect(0, y, W, 1 + t * 2, '#11161f', 'opacity="0.25"'); }
  for (let i = -20; i <= 20; i++) sets += line([[800 + i * 42, 716], [800 + i * 190, H]], '#11161f', 1.4, 'opacity="0.22"');
  return sheet(
    down('sky', [[0, '#27365a'], [0.5, '#6d7795'], [0.85, '#d3a78d'], [1, '#e8bf94']]) + noise('cloud', '0.0025 0.011', 15, '#f0c9b2', 2.4, -1.2) + noise('cloud2', '0.003 0.013', 88, '#1e2b4b', 2.4, -1.2) + across('stone', [[0, '#8a7d69'], [0.5, '#b1a289'], [1, '#91836e']]) + across('column', [[0, '#7d715e'], [0.4, '#ddcfb2'], [1, '#6f6452']]) + across('dome', [[0, '#3d5c5a'], [0.4, '#7a9c93'], [1, '#2d4747']])
    + down('pane', [[0, '#ffdf9d'], [1, '#f5b863']]) + down('square', [[0, '#6e6f7b'], [1, '#2b303c']]) + glow('lamp', '#ffdf9f', 0.75) + blur('ripple', 3, 9) + noise('wet', '0.006 0.03', 10, '#1a1f2a', 2.2, -0.95) + down('mist', [[0, '#e5b48f', 0], [1, '#e5b48f', 0.5]]),
    rect(0, 0, W, 720, 'url(#sky)') + rect(0, 0, W, 560, '#fff', 'filter="url(#cloud)" opacity="0.8"') + rect(0, 0, W, 420, '#fff', 'filter="url(#cloud2)" opacity="0.6"')
    + Array.from({ length: 26 }, (_, i) => rect(i * 64 - 10, 560 - random.between(0, 90), 66, 280, random.pick(['#5b5c70', '#66647a', '#54566a']))).join('') + rect(0, 460, W, 250, 'url(#mist)')
    + building + rect(0, 714, W, 360, 'url(#square)') + `<g transform="translate(0 1428) scale(1 -1)" opacity="0.4" filter="url(#ripple)">${building}</g>` + rect(0, 714, W, 360, '#fff', 'filter="url(#wet)" opacity="0.8"') + sets
    + [[250, 770, 0.8], [520, 742, 0.6], [1080, 742, 0.6], [1350, 770, 0.8], [90, 880, 1.3], [1510, 880, 1.3]].map(([x, y, s]) => lamp(x, y, s) + `<ellipse cx="${x}" cy="${y + 60 * s}" rx="${16 * s}" ry="${90 * s}" fill="#ffdf9f" opacity="0.28" filter="url(#ripple)"/>`).join('')
    + [[420, 772, 52], [452, 774, 50], [930, 800, 62], [1190, 760, 44], [700, 850, 84], [1240, 900, 104], [1284, 906, 100], [300, 930, 112]].map(([x, y, h]) => `<g transform="translate(0 ${2 * y}) scale(1 -1)" opacity="0.3" filter="url(#ripple)">${figure(x, y, h, '#151923')}</g>` + figure(x, y, h, '#151923')).join('')
    + `<path d="M640,778 Q700,730 760,778Z" fill="#8c2f2b"/><path d="M1236,812 Q1296,762 1350,812Z" fill="#23416b"/>`);
}

export function oldTown() {
  const random = chance(66);
  const hill = ridge(45, 230, 60, 0.5), roofs = [];
  const house = (x, y, w, h) => {
    const wall = random.pick(['#d9c6a0', '#cdb78f', '#e2d2b0', '#c2ab84']), roof = random.pick(['#b2603f', '#a35238', '#bf6f48', '#964a33']);
    let out = rect(x, y - h, w, h, wall) + poly([[x - 4, y - h], [x + w * 0.18, y - h - 24], [x + w * 0.82, y - h - 24], [x + w + 4, y - h]], roof) + rect(x + w * 0.62, y - h, w * 0.38, h, '#6b563d', 'opacity="0.28"');
    for (let i = 0; i < 3; i++) for (let k = 0; k < 2; k++) if (random() < 0.7) out += rect(x + 8 + i * (w - 14) / 3, y - h + 10 + k * 26, 8, 13, random.pick(['#4d4a41', '#3d6156', '#5b564a']));
    return out;
  };
  let town = '';
  for (let row = 0; row < 6; row++) for (let i = 0; i < 25; i++) { const x = 120 + i * 56 + random.between(-14, 14), y = 470 + row * 44 + Math.abs(x - 800) * 0.03; town += house(x, y, random.between(44, 70), random.between(48, 78)); }
  const tower = (x, y, w, h) => { let out = rect(x, y - h, w, h, 'url(#wall)') + rect(x - 6, y - h - 10, w + 12, 16, '#bfa87e'); for (let i = 0; i < w / 16; i++) out += rect(x - 4 + i * 16, y - h - 22, 9, 13, '#bfa87e'); return out + rect(x + w / 2 - 4, y - h + 36, 8, 26, '#3a3226'); };
  const round = (x, y, w, h) => { let out = `<path d="M${x},${y - h} Q${x + w / 2},${y - h - 16} ${x + w},${y - h} L${x + w + 14},${y} L${x - 14},${y}Z" fill="url(#round)"/>` + rect(x - 6, y - h - 14, w + 12, 18, '#c4ad83'); for (let i = 0; i < w / 20; i++) out += rect(x - 2 + i * 20, y - h - 26, 11, 14, '#c4ad83'); return out; };
  const wallTop = [[60, 690], [330, 672], [330, 690], [700, 690], [700, 664], [1080, 664], [1080, 690], [1540, 676]];
  let merlons = '';
  for (let x = 70; x < 1540; x += 18) merlons += rect(x, (x > 700 && x < 1080 ? 664 : 684) - 10, 10, 14, '#bfa87e');
  let stones = '';
  for (let i = 0; i < 900; i++) { const x = random.between(60, 1540), y = random.between(696, 850); stones += rect(x, y, random.between(10, 26), random.between(6, 11), random.pick(['#8f7a55', '#c9b48a', '#a99269', '#7d6a49']), 'opacity="0.35"'); }
  let rocks = 'M0,900';
  for (let x = 0; x <= W; x += 24) rocks += `L${x},${n(858 - random.between(0, 36))}`;
  return sheet(
    down('sky', [[0, '#6f8faa'], [0.6, '#dccab0'], [1, '#f3d6a6']]) + noise('cloud', '0.003 0.011', 39, '#fff2df', 2.4, -1.2) + glow('sun', '#ffedc2', 1) + across('wall', [[0, '#e0c999'], [0.6, '#bfa679'], [1, '#80694a']]) + across('round', [[0, '#d8c294'], [0.35, '#e6d2a6'], [1, '#735e41']]) + down('long', [[0, '#d3bc8f'], [1, '#98825b']])
    + down('sea', [[0, '#7a97a0'], [0.4, '#3d6a7d'], [1, '#17394f']]) + noise('water', '0.006 0.06', 71, '#0e2a3d', 2.4, -1.1) + noise('rock', '0.02 0.04', 30, '#2b241a', 1.8, -0.75) + down('mist', [[0, '#f1d9b2', 0], [0.6, '#f1d9b2', 0.7], [1, '#f1d9b2', 0]]) + blur('ripple', 3, 8) + noise('grit', '0.04 0.06', 82, '#40331e', 1.5, -0.72)
    + `<clipPath id="rk"><path d="${rocks}L${W},930L0,930Z"/></clipPath>`,
    rect(0, 0, W, 760, 'url(#sky)') + rect(0, 0, W, 400, '#fff', 'filter="url(#cloud)" opacity="0.9"') + circle(1500, 330, 460, 'url(#sun)')
    + under(hill, '#8d8f82', 900) + under(hill.map(([x, y]) => [x, y + 90 + Math.sin(x / 170) * 22]), '#7c7d69', 900) + rect(0, 240, W, 520, 'url(#mist)')
    + town + rect(770, 300, 54, 240, 'url(#wall)') + rect(764, 292, 66, 12, '#bfa87e') + rect(776, 236, 42, 58, 'url(#wall)') + rect(786, 250, 9, 24, '#3a3226') + rect(800, 250, 9, 24, '#3a3226') + `<path d="M772,238 Q797,190 822,238Z" fill="#5f7f77"/>` + rect(796, 178, 2.5, 20, '#3a3226')
    + rect(1090, 390, 110, 120, '#d7c49c') + `<path d="M1086,394 Q1094,316 1145,308 Q1196,316 1204,394Z" fill="#6e8b84"/>` + rect(1138, 276, 14, 34, '#cdb78f') + rect(420, 380, 40, 120, 'url(#wall)') + poly([[416, 380], [440, 338], [464, 380]], '#a35238')
    + rect(60, 420, W - 120, 300, 'url(#mist)', 'opacity="0.35"') + poly([...wallTop, [1560, 870], [40, 870]], 'url(#long)') + stones + merlons + tower(250, 850, 96, 236) + tower(1210, 850, 88, 214) + tower(700, 850, 74, 222) + round(20, 868, 190, 226) + round(1400, 872, 210, 240)
    + rect(0, 640, W, 230, '#fff', 'filter="url(#grit)" opacity="0.5"')
    + `<g clip-path="url(#rk)"><path d="${rocks}L${W},930L0,930Z" fill="#8d7f66"/>${rect(0, 800, W, 140, '#fff', 'filter="url(#rock)"')}</g>`
    + rect(0, 896, W, 180, 'url(#sea)') + `<g transform="translate(0 1782) scale(1 -1)" opacity="0.3" filter="url(#ripple)">${poly([...wallTop, [1560, 870], [40, 870]], '#d3bc8f')}</g>` + rect(0, 896, W, 180, '#fff', 'filter="url(#water)" opacity="0.8"')
    + Array.from({ length: 130 }, () => rect(random() * W, random.between(898, 1060), random.between(14, 80), 2, '#f5e2bb', `opacity="${random.between(0.15, 0.6).toFixed(2)}"`)).join('')
    + Array.from({ length: 40 }, (_, i) => `<ellipse cx="${i * 41}" cy="${n(897 + random.between(-3, 4))}" rx="${n(random.between(14, 40))}" ry="3" fill="#eef2ee" opacity="0.6"/>`).join('')
    + `<path d="M980,985 L1090,985 L1076,1008 L996,1008Z" fill="#7d3b3c"/><path d="M1034,985 L1034,905 L1085,975Z" fill="#efe6d2"/><path d="M1028,985 L1028,925 L994,976Z" fill="#e0d4ba"/>`);
}

export function stadium() {
  const random = chance(83);
  const mast = (x, top, foot, s) => {
    let out = line([[x - 8 * s, foot], [x - 3 * s, top]], '#2b3547', 3 * s) + line([[x + 8 * s, foot], [x + 3 * s, top]], '#2b3547', 3 * s);
    for (let y = foot; y > top; y -= 26 * s) out += line([[x - 7 * s, y], [x + 6 * s, y - 22 * s]], '#2b3547', 1.2);
    out += rect(x - 48 * s, top - 66 * s, 96 * s, 66 * s, '#1d2533') + circle(x, top - 34 * s, 230 * s, 'url(#flood)');
    for (let r = 0; r < 4; r++) for (let c = 0; c < 6; c++) out += circle(x - 40 * s + c * 16 * s, top - 58 * s + r * 16 * s, 6 * s, '#fffdf0');
    return out;
  };
  const crowd = (count, inside) => { let out = ''; for (let i = 0; i < count; i++) { const [x, y, s] = inside(); out += circle(x, y, s, random.pick(['#c9b79c', '#8d2f2c', '#e8e2d4', '#33465e', '#b34a3a', '#5c6776', '#d8c7a8', '#222c3b']), `opacity="${random.between(0.55, 1).toFixed(2)}"`); } return out; };
  const far = crowd(2300, () => { const t = random(), x = random.between(190 - t * 60, 1410 + t * 60); return [x, 382 + t * 132, 2.6 + t * 1.4]; });
  const leftStand = crowd(1000, () => { const t = random(), u = random(); return [u * 190 - 20 + t * 40 * u, 402 + u * 60 + t * (250 + (1 - u) * 180) - 40, 3 + t * 3 + (1 - u) * 2]; });
  const rightStand = crowd(1000, () => { const t = random(), u = random(); return [W - (u * 190 - 20 + t * 40 * u), 402 + u * 60 + t * (250 + (1 - u) * 180) - 40, 3 + t * 3 + (1 - u) * 2]; });
  const pitch = [[220, 560], [1380, 560], [1760, 1080], [-160, 1080]];
  const on = (u, v) => { const w = 1160 + 760 * Math.pow(v, 1.5), y = 560 + 520 * Math.pow(v, 1.5); return [800 + (u - 0.5) * w, y]; };
  let stripes = '';
  for (let i = 0; i < 14; i++) stripes += poly([on(i / 14, 0), on((i + 1) / 14, 0), on((i + 1) / 14, 1), on(i / 14, 1)], i % 2 ? '#3f7d43' : '#478a49');
  const chalk = points => line(points.map(p => on(...p)), '#eef3e6', 3.4, 'opacity="0.9"');
  const ring = Array.from({ length: 41 }, (_, i) => { const a = i / 40 * 2 * Math.PI; return [0.5 + Math.cos(a) * 0.1, 0.42 + Math.sin(a) * 0.22]; });
  const player = (u, v, shirt, step) => { const [x, y] = on(u, v), h = 40 + v * 62; return `<ellipse cx="${n(x)}" cy="${n(y)}" rx="${n(h * 0.4)}" ry="${n(h * 0.07)}" fill="#1b3a1f" opacity="0.5"/>` + line([[x, y - h * 0.45], [x - h * 0.16 * step, y]], '#e7c9a6', h * 0.09) + line([[x, y - h * 0.45], [x + h * 0.2 * step, y - h * 0.04]], '#e7c9a6', h * 0.09) + rect(x - h * 0.11, y - h * 0.52, h * 0.22, h * 0.16, '#f1efe8') + `<path d="M${at(x - h * 0.13, y - h * 0.42)}L${at(x - h * 0.15, y - h * 0.8)}L${at(x + h * 0.15, y - h * 0.8)}L${at(x + h * 0.13, y - h * 0.42)}Z" fill="${shirt}"/>` + line([[x - h * 0.13, y - h * 0.76], [x - h * 0.26, y - h * 0.5]], shirt, h * 0.08) + line([[x + h * 0.13, y - h * 0.76], [x + h * 0.27, y - h * 0.56]], shirt, h * 0.08) + circle(x, y - h * 0.9, h * 0.085, '#e2bd95'); };
  const [bx, by] = on(0.545, 0.4);
  return sheet(
    down('sky', [[0, '#0d1526'], [0.7, '#24344f'], [1, '#4b5f7a']]) + noise('cloud', '0.003 0.009', 58, '#5b6e8a', 2.4, -1.25) + glow('flood', '#eaf2ff', 0.95) + down('roof', [[0, '#3a465a'], [1, '#1b2331']]) + down('tier', [[0, '#2a3140'], [1, '#394255']]) + noise('turf', '0.05 0.08', 16, '#1d4a24', 1.6, -0.75) + down('dim', [[0, '#04130a', 0], [1, '#04130a', 0.45]]) + blur('soft', 20),
    rect(0, 0, W, 700, 'url(#sky)') + rect(0, 0, W, 400, '#fff', 'filter="url(#cloud)" opacity="0.7"') + mast(300, 150, 400, 0.8) + mast(1300, 150, 400, 0.8)
    + poly([[150, 372], [1450, 372], [1500, 540], [100, 540]], 'url(#tier)') + far + poly([[130, 318], [1470, 318], [1462, 372], [138, 372]], 'url(#roof)') + rect(130, 366, 1340, 6, '#dfe7f2', 'opacity="0.75"') + Array.from({ length: 12 }, (_, i) => rect(180 + i * 112, 372, 5, 60, '#1b2331')).join('')
    + poly([[-20, 330], [200, 420], [230, 520], [-20, 860]], 'url(#tier)') + leftStand + poly([[W + 20, 330], [1400, 420], [1370, 520], [W + 20, 860]], 'url(#tier)') + rightStand + poly([[-20, 290], [205, 396], [205, 424], [-20, 350]], 'url(#roof)') + poly([[W + 20, 290], [1395, 396], [1395, 424], [W + 20, 350]], 'url(#roof)')
    + rect(0, 528, W, 40, '#1f2836') + Array.from({ length: 9 }, (_, i) => rect(150 + i * 146, 532, 138, 26, random.pick(['#8d2f2c', '#23416b', '#d8c7a8', '#2f5d57']), 'opacity="0.85"')).join('') + poly([[0, 556], [W, 556], [W, H], [0, H]], '#2f6535') + poly(pitch, '#3f7d43') + stripes + rect(0, 556, W, 511, '#fff', 'filter="url(#turf)" opacity="0.6"')
    + chalk([[0.03, 0.03], [0.97, 0.03], [0.97, 0.98], [0.03, 0.98], [0.03, 0.03]]) + chalk([[0.5, 0.03], [0.5, 0.98]]) + chalk(ring) + chalk([[0.03, 0.2], [0.16, 0.2], [0.16, 0.68], [0.03, 0.68]]) + chalk([[0.97, 0.2], [0.84, 0.2], [0.84, 0.68], [0.97, 0.68]])
    + player(0.2, 0.2, '#b34a3a', 1) + player(0.34, 0.3, '#e8e2d4', -1) + player(0.41, 0.16, '#b34a3a', 1) + player(0.47, 0.36, '#b34a3a', 1) + player(0.56, 0.34, '#e8e2d4', -1) + player(0.64, 0.2, '#e8e2d4', 1) + player(0.72, 0.42, '#b34a3a', -1) + player(0.83, 0.26, '#e8e2d4', 1) + player(0.3, 0.56, '#e8e2d4', 1) + player(0.63, 0.62, '#b34a3a', 1)
    + circle(bx, by - 6, 6, '#fdfdf8') + mast(60, 110, 480, 1.2) + mast(1540, 110, 480, 1.2) + rect(0, 560, W, 507, 'url(#dim)') + `<ellipse cx="800" cy="640" rx="760" ry="120" fill="#eaf6dc" opacity="0.12" filter="url(#soft)"/>`);
}
