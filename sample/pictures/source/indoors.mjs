// Drawings of rooms: an exchange, a laboratory, a concert hall.
import { W, H, chance, n, at, poly, rect, line, circle, down, across, glow, blur, noise, figure, sheet } from './kit.mjs';

export function exchange() {
  const random = chance(19);
  const screen = (x, y, w, h) => {
    const up = random() < 0.5, colour = up ? '#7fc9a0' : '#e08a72';
    let value = random.between(0.35, 0.65), points = [], bars = '';
    for (let i = 0; i <= 40; i++) { value = Math.min(0.88, Math.max(0.14, value + random.between(-0.08, 0.08) + (up ? -0.007 : 0.007))); points.push([x + 12 + i * (w - 24) / 40, y + 16 + value * (h - 44)]); }
    for (let i = 0; i < 30; i++) { const t = random.between(3, 22); bars += rect(x + 12 + i * (w - 24) / 30, y + h - 8 - t, (w - 24) / 46, t, '#6f93a8', 'opacity="0.45"'); }
    return rect(x, y, w, h, '#0d1823', 'rx="4"') + Array.from({ length: 4 }, (_, i) => rect(x + 10, y + 20 + i * h / 5, w - 20, 1, '#33495a')).join('') + poly([...points, [x + w - 12, y + h - 8], [x + 12, y + h - 8]], colour, 'opacity="0.12"') + bars + line(points, colour, 3) + circle(...points.at(-1), 5, '#fff') + rect(x + 12, y + 9, w * 0.22, 6, '#9fb4c2') + rect(x + w * 0.72, y + 9, w * 0.2, 6, colour);
  };
  let wall = '';
  for (let r = 0; r < 2; r++) for (let c = 0; c < 5; c++) wall += screen(110 + c * 280, 120 + r * 176, 262, 160);
  let ticker = '';
  for (let i = 0; i < 34; i++) ticker += rect(96 + i * 42, 490, random.between(12, 30), 9, random.pick(['#f0c069', '#7fc9a0', '#e08a72', '#d6dde2']));
  const desks = (y, s, count, tone) => {
    let out = '';
    const step = W / count;
    for (let i = 0; i < count; i++) {
      const x = step * (i + 0.5) + (y % 7) * 6;
      for (const d of [-1, 0, 1]) out += rect(x + d * 66 * s - 30 * s, y - 86 * s, 60 * s, 42 * s, '#141d27', 'rx="2"') + rect(x + d * 66 * s - 26 * s, y - 82 * s, 52 * s, 34 * s, random.pick(['#29536b', '#1f4358', '#356a72', '#6b4a3a']), 'opacity="0.9"') + line(Array.from({ length: 7 }, (_, k) => [x + d * 66 * s - 24 * s + k * 8 * s, y - 66 * s + random.between(-9, 9) * s]), '#cfe6ea', 1.4, 'opacity="0.8"') + rect(x + d * 66 * s - 3 * s, y - 44 * s, 6 * s, 14 * s, '#141d27');
      out += `<ellipse cx="${n(x)}" cy="${n(y - 60 * s)}" rx="${n(150 * s)}" ry="${n(56 * s)}" fill="#6fb0c6" opacity="0.08" filter="url(#soft)"/>`;
      if (random() < 0.8) out += figure(x + random.between(-46, 46) * s, y + 34 * s, 150 * s, '#0c131b');
      out += rect(x - 128 * s, y - 30 * s, 256 * s, 9 * s, tone) + rect(x - 122 * s, y - 21 * s, 244 * s, 60 * s, '#111922');
    }
    return out;
  };
  return sheet(
    down('room', [[0, '#1b2733'], [0.5, '#263745'], [1, '#0f161e']]) + glow('lamp', '#ffe3b0', 0.8) + down('floor', [[0, '#2b3946'], [1, '#0c1218']]) + blur('soft', 16) + blur('ripple', 3, 14) + down('beam', [[0, '#ffe9c2', 0.35], [1, '#ffe9c2', 0]]) + down('front', [[0, '#05080c', 0], [1, '#05080c', 0.7]]),
    rect(0, 0, W, H, 'url(#room)') + poly([[0, 0], [W, 0], [1500, 84], [100, 84]], '#131c25') + Array.from({ length: 7 }, (_, i) => { const x = 200 + i * 200; return rect(x - 46, 42, 92, 8, '#ffeccb', 'rx="4"') + circle(x, 48, 110, 'url(#lamp)') + poly([[x - 46, 50], [x + 46, 50], [x + 190, 540], [x - 190, 540]], 'url(#beam)', 'opacity="0.5"'); }).join('')
    + poly([[0, 0], [100, 84], [100, 560], [0, 680]], '#18222c') + poly([[W, 0], [1500, 84], [1500, 560], [W, 680]], '#18222c') + Array.from({ length: 4 }, (_, i) => rect(24 + i * 20, 60 + i * 14, 6, 560 - i * 30, '#202d39') + rect(1570 - i * 20, 60 + i * 14, 6, 560 - i * 30, '#202d39')).join('')
    + rect(96, 104, 1408, 374, '#0a1119') + wall + rect(86, 482, 1428, 26, '#070c11') + ticker + poly([[100, 520], [1500, 520], [W + 200, H], [-200, H]], 'url(#floor)')
    + `<g transform="translate(0 1030) scale(1 -1)" opacity="0.25" filter="url(#ripple)">${wall}</g>` + desks(610, 0.62, 9, '#56636f') + desks(730, 0.95, 6, '#4a5763') + desks(905, 1.45, 4, '#3c4853') + desks(1120, 2.1, 3, '#2f3943') + rect(0, 520, W, 547, 'url(#front)'));
}

export function laboratory() {
  const random = chance(37);
  const bokeh = Array.from({ length: 60 }, () => circle(random() * W, random() * 640, random.between(12, 70), random.pick(['#cfe3e6', '#a7c6cf', '#f1e6cf', '#e8f0ee']), `opacity="${random.between(0.06, 0.24).toFixed(2)}"`)).join('');
  const flask = (x, y, s, liquid, level) => {
    const p = (dx, dy) => at(x + dx * s, y + dy * s);
    const top = -40 - level * 110, half = 22 + (1 - (-(top) - 0) / 190) * 92;
    return `<ellipse cx="${n(x)}" cy="${n(y + 4 * s)}" rx="${n(118 * s)}" ry="${n(12 * s)}" fill="#1f3038" opacity="0.35" filter="url(#soft)"/>`
      + `<path d="M${p(-104, -8)}Q${p(-116, 2)} ${p(-96, 2)}L${p(96, 2)}Q${p(116, 2)} ${p(104, -8)}L${p(half, top)}L${p(-half, top)}Z" fill="${liquid}" opacity="0.88"/><ellipse cx="${n(x)}" cy="${n(y + top * s)}" rx="${n(half * s)}" ry="${n(7 * s)}" fill="#fff" opacity="0.35"/>`
      + `<path d="M${p(-22, -270)}L${p(-22, -196)}L${p(-108, -14)}Q${p(-116, 4)} ${p(-96, 4)}L${p(96, 4)}Q${p(116, 4)} ${p(108, -14)}L${p(22, -196)}L${p(22, -270)}" fill="#eaf4f5" fill-opacity="0.16" stroke="#eef6f6" stroke-width="${3 * s}" stroke-opacity="0.75"/>`
      + `<rect x="${n(x - 29 * s)}" y="${n(y - 280 * s)}" width="${n(58 * s)}" height="${n(13 * s)}" rx="6" fill="#eef6f6" opacity="0.7"/><path d="M${p(-14, -190)}L${p(-78, -40)}" stroke="#fff" stroke-width="${7 * s}" stroke-linecap="round" opacity="0.5"/>`
      + Array.from({ length: 4 }, (_, i) => rect(x + (10 + i * 2) * s, y - (60 + i * 26) * s, (26 - i * 3) * s, 2, '#fff', 'opacity="0.6"')).join('');
  };
  const tube = (x, y, liquid, level) => `<path d="M${x - 17},${y - 230} L${x - 17},${y - 18} Q${x},${y + 14} ${x + 17},${y - 18} L${x + 17},${y - 230}Z" fill="#f3f8f8" fill-opacity="0.22" stroke="#f3f8f8" stroke-width="2.4" stroke-opacity="0.8"/><path d="M${x - 15},${y - level} L${x - 15},${y - 18} Q${x},${y + 11} ${x + 15},${y - 18} L${x + 15},${y - level}Z" fill="${liquid}" opacity="0.9"/><rect x="${x - 22}" y="${y - 236}" width="44" height="9" rx="4" fill="#f3f8f8" opacity="0.8"/><rect x="${x - 10}" y="${y - 216}" width="5" height="180" rx="2.5" fill="#fff" opacity="0.5"/>`;
  const dish = (x, y, w, tone) => `<ellipse cx="${x}" cy="${y + 9}" rx="${w}" ry="${w * 0.22}" fill="#20323a" opacity="0.3"/><ellipse cx="${x}" cy="${y}" rx="${w}" ry="${w * 0.22}" fill="${tone}"/><ellipse cx="${x}" cy="${y}" rx="${w}" ry="${w * 0.22}" fill="none" stroke="#f5fafa" stroke-width="4" opacity="0.85"/>` + Array.from({ length: 14 }, () => { const a = random() * 6.28, r = random(); return `<ellipse cx="${n(x + Math.cos(a) * r * w * 0.75)}" cy="${n(y + Math.sin(a) * r * w * 0.16)}" rx="6" ry="2.4" fill="#fff" opacity="0.65"/>`; }).join('');
  const scope = `<g fill="url(#metal)"><path d="M1180,846 Q1180,812 1220,812 L1440,812 Q1478,812 1478,846Z"/><path d="M1404,815 Q1488,700 1440,540 L1396,500 L1366,530 Q1420,600 1416,680 Q1410,760 1352,812Z"/><path d="M1208,690 L1404,690 L1404,714 L1208,714Z" fill="#2c3a44"/><path d="M1252,380 L1318,352 L1376,520 L1310,548Z"/><path d="M1238,322 L1300,296 L1322,356 L1256,380Z" fill="#1d2830"/><path d="M1318,546 L1374,522 L1384,556 L1330,580Z" fill="#2c3a44"/><path d="M1330,580 L1352,570 L1368,626 L1346,634Z" fill="#c9a85c"/><path d="M1358,570 L1378,562 L1404,612 L1386,620Z" fill="#8f9aa1"/></g><circle cx="1436" cy="640" r="30" fill="#1d2830"/><circle cx="1436" cy="640" r="18" fill="#52626c"/><rect x="1262" y="676" width="92" height="14" fill="#dff0f0" opacity="0.8"/><ellipse cx="1306" cy="690" rx="60" ry="20" fill="#fff6d8" opacity="0.7" filter="url(#soft)"/>`;
  return sheet(
    down('room', [[0, '#7fa0aa'], [0.6, '#b9ced0'], [1, '#dfe6e0']]) + down('bench', [[0, '#e9ece8'], [0.2, '#c5d0d1'], [1, '#7f949b']]) + blur('soft', 12) + blur('far', 9) + across('metal', [[0, '#f0f2f0'], [0.5, '#b5c0c4'], [1, '#5d6d76']]) + glow('lamp', '#ffffff', 0.9) + across('side', [[0, '#2c4450', 0.55], [0.4, '#2c4450', 0], [1, '#2c4450', 0.2]]) + blur('ripple', 4, 10),
    rect(0, 0, W, 860, 'url(#room)') + `<g filter="url(#far)">${rect(0, 70, W, 14, '#5f7d88')}${Array.from({ length: 26 }, (_, i) => rect(20 + i * 62, random.between(90, 150), random.between(26, 48), 200, random.pick(['#93b0b8', '#7e9fa9', '#c49d63', '#a9bfc2', '#5d8290'])) ).join('')}${rect(0, 290, W, 16, '#5f7d88')}${Array.from({ length: 20 }, (_, i) => rect(40 + i * 80, random.between(330, 400), random.between(30, 60), 180, random.pick(['#9fb9bf', '#86a5ae', '#b8c9c9', '#d2b27b']))).join('')}${rect(0, 520, W, 16, '#5f7d88')}</g>`
    + circle(620, 160, 560, 'url(#lamp)', 'opacity="0.6"') + `<g filter="url(#far)">${bokeh}</g>` + rect(0, 700, W, 367, 'url(#bench)') + rect(0, 698, W, 4, '#fff', 'opacity="0.7"')
    + `<g transform="translate(0 1690) scale(1 -1)" opacity="0.2" filter="url(#ripple)">${scope}${flask(330, 850, 1.25, '#2f7fa3', 0.5)}${flask(640, 805, 0.95, '#d08d3c', 0.4)}</g>`
    + rect(760, 770, 330, 12, '#8a6d47') + rect(760, 640, 330, 10, '#a3835a') + rect(766, 640, 10, 190, '#8a6d47') + rect(1074, 640, 10, 190, '#8a6d47') + rect(752, 824, 346, 14, '#7a5f3d')
    + tube(810, 806, '#2f7fa3', 130) + tube(872, 806, '#d08d3c', 90) + tube(934, 806, '#2f7fa3', 60) + tube(996, 806, '#b5533f', 150) + tube(1048, 806, '#d6b35a', 110)
    + flask(640, 805, 0.95, '#d08d3c', 0.4) + flask(140, 800, 0.8, '#7fb1a5', 0.6) + flask(330, 850, 1.25, '#2f7fa3', 0.5) + scope + dish(700, 950, 130, '#d9b56a') + dish(980, 985, 160, '#9cc4cb') + dish(480, 1000, 110, '#c98572') + rect(0, 0, W, H, 'url(#side)'));
}

export function concertHall() {
  const random = chance(45);
  let seats = '';
  for (let row = 0; row < 13; row++) {
    const t = row / 12, y = 640 + Math.pow(t, 1.45) * 440, s = 0.34 + t * 1.15, step = 54 * s, half = 300 + t * 720;
    for (let x = 800 - half; x <= 800 + half; x += step) {
      if (Math.abs(x - 800) < 34 * s) continue;
      const bend = Math.pow((x - 800) / 900, 2) * -46;
      seats += `<path d="M${at(x - 23 * s, y + 60 * s + bend)}L${at(x - 23 * s, y + 8 * s + bend)}Q${at(x, y - 12 * s + bend)} ${at(x + 23 * s, y + 8 * s + bend)}L${at(x + 23 * s, y + 60 * s + bend)}Z" fill="${random.pick(['#7a2226', '#842a2b', '#6f1d22'])}"/>` + `<path d="M${at(x - 19 * s, y + 9 * s + bend)}Q${at(x, y - 8 * s + bend)} ${at(x + 19 * s, y + 9 * s + bend)}" fill="none" stroke="#c26a55" stroke-width="${(2.2 * s).toFixed(1)}" opacity="0.55"/>`;
    }
    seats += rect(800 - half, y + 52 * s, half * 2, 10 * s, '#1a0c0b', 'opacity="0.35"');
  }
  let pipes = '';
  const pipe = (x, top, w, foot) => rect(x, top, w, foot - top, 'url(#pipe)') + poly([[x, foot], [x + w, foot], [x + w / 2 + 2, foot + 20], [x + w / 2 - 2, foot + 20]], '#a98b52') + `<ellipse cx="${x + w / 2}" cy="${foot - 16}" rx="${w / 4}" ry="4" fill="#2c1d10"/>`;
  for (let i = 0; i < 9; i++) pipes += pipe(710 + i * 20, 196 + Math.abs(i - 4) * 20, 16, 380);
  for (let i = 0; i < 10; i++) pipes += pipe(560 + i * 14, 264 + Math.abs(i - 8) * 10, 11, 380) + pipe(902 + i * 14, 264 + Math.abs(i - 1) * 10, 11, 380);
  const balcony = (side, y, depth) => {
    const m = x => side < 0 ? x : W - x, near = 40 + depth * 46;
    let out = `<path d="M${m(-20)},${y - 90} Q${m(330)},${y - 10} ${m(430)},${y - 40 + depth * 6} L${m(430)},${y - 4 + depth * 6} Q${m(330)},${y + 52} ${m(-20)},${y + 60}Z" fill="url(#gilt)"/><path d="M${m(-20)},${y - 90} Q${m(330)},${y - 10} ${m(430)},${y - 40 + depth * 6} L${m(430)},${y - 34 + depth * 6} Q${m(330)},${y} ${m(-20)},${y - 70}Z" fill="#7a2226"/>`;
    for (let i = 0; i < 8; i++) { const t = i / 8, x = 10 + t * 400, cy = y - 14 + t * 2 + Math.sin(t * 3) * 26; out += `<ellipse cx="${n(m(x))}" cy="${n(cy)}" rx="${n(20 - t * 10)}" ry="${n(26 - t * 13)}" fill="none" stroke="#f0d693" stroke-width="3" opacity="0.75"/>` + circle(m(x), cy - 46 + t * 10, 7 - t * 3, '#fff1c9') + circle(m(x), cy - 46 + t * 10, 60 - t * 26, 'url(#lamp)'); }
    return out + `<path d="M${m(-20)},${y + 60} Q${m(330)},${y + 52} ${m(430)},${y - 4 + depth * 6} L${m(430)},${y + 40} L${m(-20)},${y + 130}Z" fill="#1d0f0c" opacity="0.55"/>`;
  };
  const chandelier = (x, y, s) => { let out = rect(x - 1, 0, 2, y, '#7d6334') + circle(x, y, 190 * s, 'url(#lamp)'); for (let r = 0; r < 3; r++) for (let i = 0; i < 13; i++) { const a = i / 12 * Math.PI; out += circle(x - Math.cos(a) * (70 - r * 20) * s, y + Math.sin(a) * 16 * s + r * 15 * s - 10 * s, 3.4 * s, '#fff6dc'); } return out + `<path d="M${x - 72 * s},${y - 8 * s} Q${x},${y + 70 * s} ${x + 72 * s},${y - 8 * s}" fill="none" stroke="#d9b866" stroke-width="3"/>`; };
  const players = Array.from({ length: 34 }, () => { const x = random.between(560, 1040), y = 520 + random.between(0, 56); return figure(x, y, 56, '#140c0c') + line([[x - 12, y - 30], [x + 14, y - 40]], '#8a4f24', 3); }).join('');
  return sheet(
    down('hall', [[0, '#5a3320'], [0.5, '#8a5a33'], [1, '#2b1510']]) + down('pipe', [[0, '#f2e2b4'], [1, '#a98b52']]) + across('gilt', [[0, '#8f6a2c'], [0.5, '#e0bd6f'], [1, '#8f6a2c']]) + glow('lamp', '#ffdf9a', 0.7) + glow('stage', '#ffe3a8', 0.95) + down('wood', [[0, '#c98f4e'], [1, '#7b4c22']]) + noise('plaster', '0.01 0.02', 68, '#2b150b', 1.5, -0.7) + down('front', [[0, '#0d0504', 0], [1, '#0d0504', 0.72]]) + blur('soft', 14),
    rect(0, 0, W, H, 'url(#hall)') + poly([[0, 0], [W, 0], [1160, 150], [440, 150]], '#6b4327') + Array.from({ length: 7 }, (_, i) => line([[i * 266, 0], [440 + i * 120, 150]], '#d9b866', 2.4, 'opacity="0.55"')).join('') + [30, 74, 112].map(y => rect(440 - (150 - y) * 2.9, y, 720 + (150 - y) * 5.8, 3, '#d9b866', 'opacity="0.4"')).join('') + poly([[0, 0], [440, 150], [440, 620], [0, 900]], '#54301d') + poly([[W, 0], [1160, 150], [1160, 620], [W, 900]], '#54301d') + rect(440, 150, 720, 480, '#7d5230') + rect(0, 0, W, 700, '#fff', 'filter="url(#plaster)" opacity="0.6"')
    + circle(800, 420, 460, 'url(#stage)', 'opacity="0.75"') + `<path d="M520,400 L520,250 Q540,180 640,220 Q700,120 800,116 Q900,120 960,220 Q1060,180 1080,250 L1080,400Z" fill="#4a2a17"/><path d="M520,250 Q540,180 640,220 Q700,120 800,116 Q900,120 960,220 Q1060,180 1080,250" fill="none" stroke="#e0bd6f" stroke-width="6"/>` + pipes + rect(512, 398, 576, 16, '#d9b866') + rect(520, 412, 560, 66, '#4a2a17')
    + poly([[470, 478], [1130, 478], [1190, 604], [410, 604]], 'url(#wood)') + Array.from({ length: 12 }, (_, i) => line([[480 + i * 60, 478], [420 + i * 70, 604]], '#5f3a19', 1.2, 'opacity="0.5"')).join('') + players + figure(800, 600, 76, '#0d0707') + line([[812, 556], [846, 528]], '#f6eedb', 2) + rect(410, 604, 780, 22, '#3d2212') + rect(410, 602, 780, 4, '#e0bd6f')
    + balcony(-1, 300, 0) + balcony(1, 300, 0) + balcony(-1, 500, 1) + balcony(1, 500, 1) + poly([[300, 626], [1300, 626], [W + 300, H], [-300, H]], '#2a1310') + seats + chandelier(800, 96, 1.1) + chandelier(430, 60, 0.9) + chandelier(1170, 60, 0.9) + rect(0, 560, W, 507, 'url(#front)'));
}
