// Drawings of the sea, its harbours and its weather.
import { W, H, chance, n, at, poly, rect, line, circle, down, across, glow, blur, noise, ridge, under, heightAt, lights, sheet } from './kit.mjs';

/** Streaks of light on water between two heights, denser and wider towards the viewer. */
function streaks(random, count, top, bottom, colour, left = 0, right = W, strength = 0.4) {
  let out = '';
  for (let i = 0; i < count; i++) {
    const t = Math.pow(random(), 1.6), y = top + t * (bottom - top), w = random.between(12, 60) * (0.5 + t * 2.4);
    out += `<rect x="${n(random.between(left, right) - w / 2)}" y="${n(y)}" width="${n(w)}" height="${(1 + t * 3).toFixed(1)}" rx="1.5" fill="${colour}" opacity="${(random.between(0.2, 1) * strength).toFixed(2)}"/>`;
  }
  return out;
}

function fishingBoat(x, y, s, hull, band) {
  const p = (dx, dy) => at(x + dx * s, y + dy * s);
  const boat = up => `<g ${up ? '' : `transform="translate(0 ${n(2 * y)}) scale(1 -1)" opacity="0.32" filter="url(#ripple)"`}>`
    + `<path d="M${p(-62, -18)}Q${p(-50, 4)} ${p(-40, 6)}L${p(44, 6)}Q${p(58, 0)} ${p(70, -26)}Q${p(10, -10)} ${p(-62, -18)}Z" fill="${hull}"/>`
    + `<path d="M${p(-62, -18)}Q${p(10, -10)} ${p(70, -26)}L${p(69, -21)}Q${p(10, -5)} ${p(-60, -13)}Z" fill="${band}"/>`
    + `<path d="M${p(-30, -14)}L${p(-30, -40)}L${p(2, -40)}L${p(6, -12)}Z" fill="#d8cdbb"/><path d="M${p(-34, -40)}L${p(6, -40)}L${p(4, -45)}L${p(-32, -45)}Z" fill="${band}"/>`
    + `<rect x="${n(x - 25 * s)}" y="${n(y - 36 * s)}" width="${n(9 * s)}" height="${n(9 * s)}" fill="#ffcf7d"/><rect x="${n(x - 12 * s)}" y="${n(y - 36 * s)}" width="${n(9 * s)}" height="${n(9 * s)}" fill="#3a3742"/>`
    + `<path d="M${p(22, -14)}L${p(22, -92)}L${p(24, -92)}L${p(25, -14)}Z" fill="#2b2733"/>` + line([[x + 23 * s, y - 90 * s], [x + 66 * s, y - 26 * s]], '#2b2733', 1.4) + line([[x + 23 * s, y - 90 * s], [x - 32 * s, y - 45 * s]], '#2b2733', 1.4)
    + '</g>';
  return boat(false) + boat(true);
}

export function harbourDusk() {
  const random = chance(12);
  const hill = [[0, 380], [180, 330], [360, 268], [560, 236], [760, 262], [930, 330], [1120, 400], [1320, 452], [W, 498]];
  const rough = ridge(4, 0, 22, 0.55, 7).map(([x, y]) => [x, heightAt(hill, x) + y * 0.7]);
  const far = ridge(9, 480, 18, 0.5, 6);
  let houses = '';
  for (let i = 0; i < 120; i++) {
    const t = random(), x = random.between(40, 1180), floor = 556 - Math.pow(random(), 2) * (500 - heightAt(hill, x)) * 0.42, w = random.between(22, 44), h = random.between(22, 48), tone = random.pick(['#4a4357', '#544a5c', '#5f5362', '#3f3a4e', '#675767']);
    houses += rect(x, floor - h, w, h, tone) + poly([[x - 3, floor - h], [x + w / 2, floor - h - 11], [x + w + 3, floor - h]], random.pick(['#5d3f46', '#6a444a', '#4e3a47']));
    for (let k = 0; k < 2; k++) if (random() < 0.42) houses += rect(x + 5 + k * w * 0.45, floor - h + 8, 5, 7, random.pick(['#ffd38a', '#ffc06b', '#ffe2ae']));
  }
  let paths = '';
  for (let i = 0; i < 24; i++) { const x = random.between(60, 1180); paths += streaks(random, 16, 576, 760, random.pick(['#ffcb7a', '#ffb765']), x - 12, x + 12, 0.75); }
  return sheet(
    down('sky', [[0, '#27304f'], [0.4, '#6a5a7d'], [0.72, '#c98a7c'], [1, '#f2bd86']]) + noise('cloud', '0.0025 0.016', 8, '#f7c4a4', 2.6, -1.25) + noise('cloud2', '0.003 0.018', 61, '#2c2f4d', 2.4, -1.2) + glow('sun', '#ffdca8', 1) + blur('ripple', 1.2, 5) + blur('soft', 6)
    + down('hill', [[0, '#463f58'], [1, '#2b2a40']]) + down('sea', [[0, '#e3a982'], [0.22, '#a7778a'], [0.6, '#504a6c'], [1, '#20243c']]) + noise('water', '0.004 0.07', 14, '#1b2038', 2.2, -1),
    rect(0, 0, W, 600, 'url(#sky)') + rect(0, 0, W, 520, '#fff', 'filter="url(#cloud)" opacity="0.75"') + rect(0, 0, W, 400, '#fff', 'filter="url(#cloud2)" opacity="0.6"') + circle(1400, 520, 420, 'url(#sun)') + circle(1400, 512, 30, '#fff0cf')
    + under(far, '#8f6f80', 570) + under(rough, 'url(#hill)', 570) + houses + rect(560, 470, 26, 90, '#6b5a66') + poly([[556, 470], [573, 430], [590, 470]], '#523c47') + rect(0, 552, 1230, 14, '#3a3346')
    + rect(0, 564, W, 503, 'url(#sea)') + rect(0, 564, W, 503, '#fff', 'filter="url(#water)" opacity="0.7"') + paths + streaks(random, 150, 570, 900, '#ffdba8', 1290, 1510, 0.85)
    + lights(random, 18, 40, 1200, 540, 556, ['#ffd38a', '#ffc06b'], 2, 3.6)
    + fishingBoat(1120, 640, 0.75, '#39405e', '#b9654f') + fishingBoat(760, 690, 1, '#7d3b3c', '#d9c6a6') + fishingBoat(300, 735, 1.35, '#2d4a5c', '#c98a4a') + fishingBoat(1010, 850, 1.9, '#26304a', '#c7b08d')
    + streaks(random, 90, 600, H, '#f3c9a8', 0, W, 0.25));
}

export function containerPort() {
  const random = chance(41);
  const colours = ['#8a4b3d', '#3f6375', '#b08d4c', '#55705f', '#7b7f86', '#9c5b45', '#2f4b63', '#a9a394'];
  let stack = '';
  for (let col = 0; col < 17; col++) for (let row = 0; row < 2 + Math.floor(random() * 4.6); row++) {
    const x = 250 + col * 56, y = 716 - (row + 1) * 33, c = random.pick(colours);
    stack += rect(x, y, 54, 31, c) + Array.from({ length: 8 }, (_, k) => rect(x + 4 + k * 6.4, y + 3, 2, 25, '#000', 'opacity="0.13"')).join('') + rect(x, y, 54, 4, '#fff', 'opacity="0.12"');
  }
  const crane = (x, s, tone, boomUp) => {
    const p = (dx, dy) => [x + dx * s, 830 - dy * s], bar = (a, b, w) => line([p(...a), p(...b)], tone, w * s);
    const boom = boomUp ? bar([-40, 372], [-170, 610], 11) + bar([-10, 520], [-150, 570], 3) : bar([110, 372], [-330, 372], 12) + bar([-5, 520], [-310, 376], 3) + bar([-5, 520], [-160, 376], 3);
    let lattice = '';
    if (!boomUp) for (let k = 0; k < 20; k++) lattice += bar([-320 + k * 20, 366], [-310 + k * 20, 380], 2);
    return bar([-70, 0], [-56, 380], 12) + bar([70, 0], [56, 380], 12) + bar([-66, 90], [66, 90], 9) + bar([-60, 250], [60, 250], 9) + bar([-64, 90], [60, 250], 5) + bar([64, 90], [-60, 250], 5) + bar([-50, 380], [-5, 525], 8) + bar([55, 380], [-5, 525], 8) + boom + lattice
      + bar([-56, 372], [150, 372], 12) + bar([-5, 520], [150, 378], 3) + poly([p(70, 400), p(130, 400), p(130, 372), p(70, 372)], tone)
      + (boomUp ? '' : poly([p(-205, 366), p(-180, 366), p(-180, 346), p(-205, 346)], tone) + bar([-200, 350], [-200, 230], 1.6) + bar([-186, 350], [-186, 230], 1.6) + poly([p(-216, 230), p(-170, 230), p(-170, 204), p(-216, 204)], '#8a4b3d'))
      + rect(x - 92 * s, 824, 40 * s, 12, tone) + rect(x + 52 * s, 824, 40 * s, 12, tone);
  };
  const hills = ridge(16, 560, 60, 0.5), near = ridge(26, 620, 34, 0.5);
  return sheet(
    down('sky', [[0, '#8fa7b5'], [0.55, '#d8cfbd'], [1, '#f0d8b2']]) + noise('cloud', '0.0025 0.012', 72, '#fff6e6', 2.3, -1.1) + glow('sun', '#fff3d0', 1) + down('sea', [[0, '#b9b5a4'], [0.5, '#6f8288'], [1, '#36474f']]) + noise('water', '0.005 0.08', 5, '#20323c', 2.2, -1) + down('mist', [[0, '#ead9bb', 0], [1, '#ead9bb', 0.9]])
    + down('hull', [[0, '#2e4152'], [0.78, '#24323f'], [0.79, '#7d3a30'], [1, '#5f2b25']]) + noise('rust', '0.01 0.04', 7, '#0e151b', 1.6, -0.75) + blur('soft', 7),
    rect(0, 0, W, 760, 'url(#sky)') + rect(0, 0, W, 480, '#fff', 'filter="url(#cloud)" opacity="0.8"') + circle(330, 380, 430, 'url(#sun)') + circle(330, 384, 34, '#fffbe9')
    + under(hills, '#a9a89c', 760) + rect(0, 480, W, 260, 'url(#mist)') + under(near, '#8b9390', 760) + rect(0, 560, W, 200, 'url(#mist)')
    + `<g opacity="0.5">${crane(1500, 0.72, '#7f868a', true)}</g>` + rect(0, 745, W, 330, 'url(#sea)') + rect(0, 745, W, 330, '#fff', 'filter="url(#water)" opacity="0.75"')
    + stack + rect(1215, 470, 92, 250, '#ddd8cb') + Array.from({ length: 6 }, (_, i) => rect(1222, 486 + i * 36, 78, 8, '#3d4c57')).join('') + rect(1200, 462, 122, 14, '#c3bdaf') + rect(1330, 560, 44, 150, '#8a4b3d') + rect(1330, 580, 44, 16, '#ddd8cb')
    + `<path d="M120,690 Q150,720 240,714 L1420,714 L1404,832 L220,832 Q160,800 120,690Z" fill="url(#hull)"/><path d="M120,690 Q150,720 240,714 L1420,714 L1404,832 L220,832 Q160,800 120,690Z" filter="url(#rust)" opacity="0.3"/>` + rect(230, 722, 1180, 3, '#5a6c7a')
    + crane(520, 1, '#51616d', false) + crane(1010, 1.06, '#43525e', false) + crane(1440, 1.12, '#37454f', true)
    + rect(0, 832, W, 30, '#3b444a') + rect(0, 830, W, 5, '#8d9290') + rect(0, 862, W, 210, 'url(#sea)', 'opacity="0.9"') + rect(0, 862, W, 210, '#fff', 'filter="url(#water)" opacity="0.8"')
    + Array.from({ length: 20 }, (_, i) => rect(30 + i * 82, 838, 22, 24, '#1f262b')).join('') + streaks(random, 120, 866, H, '#f3e2c0', 0, W, 0.35));
}

export function stormSea() {
  const random = chance(90);
  let waves = '';
  const tones = ['#5d7480', '#4d6470', '#415662', '#364a56', '#2b3d49', '#22323e', '#192732'];
  tones.forEach((tone, i) => {
    const y = 640 + i * i * 9 + i * 22, length = 90 + i * 56, height = 7 + i * 9, shift = random() * 400;
    let path = `M-50,${H}L-50,${y}`, foam = '';
    for (let x = -50 - shift; x < W + length; x += length) {
      const h = height * random.between(0.5, 1.35), l = length;
      path += `C${at(x + l * 0.35, y)} ${at(x + l * 0.45, y - h)} ${at(x + l * 0.62, y - h)}C${at(x + l * 0.74, y - h)} ${at(x + l * 0.72, y - h * 0.2)} ${at(x + l, y)}`;
      if (random() < 0.62) foam += `<path d="M${at(x + l * 0.42, y - h * 0.74)}Q${at(x + l * 0.62, y - h * 1.22)} ${at(x + l * 0.78, y - h * 0.5)}Q${at(x + l * 0.62, y - h * 0.82)} ${at(x + l * 0.42, y - h * 0.74)}Z" fill="#dfe7e8" opacity="${random.between(0.45, 0.9).toFixed(2)}"/>`
        + line([[x + l * 0.4, y - h * 0.5], [x + l * 0.2, y - h * 0.1]], '#cfdadd', 1 + i * 0.5, 'opacity="0.35"');
    }
    waves += `<path d="${path}L${W + 200},${H}Z" fill="${tone}"/>` + foam;
  });
  let rain = '';
  for (let i = 0; i < 260; i++) { const x = random.between(520, 1500), y = random.between(330, 620), l = random.between(40, 130); rain += `<path d="M${at(x, y)}L${at(x - l * 0.28, y + l)}" stroke="#c2ccd0" stroke-width="1" opacity="${random.between(0.08, 0.3).toFixed(2)}"/>`; }
  const bolt = [[1060, 318], [1040, 372], [1068, 404], [1022, 470], [1046, 500], [1008, 566], [1022, 590], [1000, 646]];
  return sheet(
    down('sky', [[0, '#1d2830'], [0.5, '#46555c'], [0.85, '#9aa39b'], [1, '#c5c2ae']]) + noise('c1', '0.0022 0.005', 13, '#10181e', 2.8, -1.05, 6) + noise('c2', '0.004 0.008', 27, '#b9c1bf', 2.6, -1.35, 5) + noise('c3', '0.002 0.01', 3, '#0c1318', 2.6, -1.0, 5)
    + glow('flash', '#eef3ff', 0.9) + glow('gap', '#f1ead0', 0.85) + blur('b', 3) + down('curtain', [[0, '#3b4a52', 0.9], [1, '#6f7d80', 0.15]]) + blur('wide', 26) + down('fadeLow', [[0, '#fff'], [0.45, '#fff'], [0.62, '#000']]) + down('fadeHigh', [[0, '#fff'], [0.2, '#fff'], [0.42, '#000']])
    + `<mask id="low"><rect width="${W}" height="${H}" fill="url(#fadeLow)"/></mask><mask id="high"><rect width="${W}" height="${H}" fill="url(#fadeHigh)"/></mask>` + noise('spray', '0.01 0.03', 19, '#e6edee', 2.2, -1.3),
    rect(0, 0, W, 760, 'url(#sky)') + circle(240, 590, 460, 'url(#gap)') + `<g mask="url(#low)">${rect(0, 0, W, 640, '#fff', 'filter="url(#c2)" opacity="0.5"')}${rect(0, 0, W, 640, '#fff', 'filter="url(#c1)"')}</g><g mask="url(#high)">${rect(0, 0, W, 460, '#fff', 'filter="url(#c3)" opacity="0.9"')}</g>`
    + poly([[640, 330], [1480, 320], [1380, 680], [520, 680]], 'url(#curtain)', 'filter="url(#wide)"') + rain + circle(1030, 400, 330, 'url(#flash)', 'opacity="0.75"')
    + line(bolt, '#dfe8ff', 9, 'filter="url(#b)" opacity="0.8"') + line(bolt, '#ffffff', 3) + line([[1068, 404], [1110, 450], [1098, 486], [1136, 530]], '#f2f6ff', 1.8) + line([[1046, 500], [1070, 540]], '#f2f6ff', 1.4)
    + rect(0, 628, W, 60, '#7d8d92') + waves + rect(0, 640, W, 427, '#fff', 'filter="url(#spray)" opacity="0.35"'));
}

export function regatta() {
  const random = chance(64);
  const coast = ridge(48, 470, 34, 0.5), back = ridge(58, 410, 50, 0.5);
  const yacht = (x, y, s, lean, tint) => `<g transform="translate(${n(x)} ${n(y)}) scale(${s}) rotate(${lean})">`
    + '<ellipse cx="6" cy="9" rx="86" ry="7" fill="#dfeef2" opacity="0.75"/>'
    + '<path d="M-70,-6 L78,-12 Q60,12 30,13 L-48,13 Q-64,8 -70,-6Z" fill="#f2efe8"/><path d="M-70,-6 L78,-12 L74,-6 L-69,-1Z" fill="' + tint + '"/><path d="M-48,13 L30,13 Q60,12 70,0 L-62,5Z" fill="#23333f" opacity="0.55"/>'
    + '<path d="M-4,-8 L0,-238 L3,-238 L2,-8Z" fill="#39424a"/><path d="M-6,-20 L-3,-232 Q-70,-130 -84,-22Z" fill="url(#sail)"/><path d="M5,-14 L4,-206 Q52,-110 70,-16Z" fill="url(#jib)"/>'
    + '<path d="M-40,-70 L-5,-74 M-62,-44 L-6,-48 M-22,-128 L-4,-130" stroke="#b9b6ad" stroke-width="1.4"/><circle cx="-30" cy="-14" r="6" fill="#b5533f"/><circle cx="-14" cy="-15" r="6" fill="#26394a"/><circle cx="-46" cy="-12" r="6" fill="#d0a24c"/></g>';
  let small = '';
  for (let i = 0; i < 26; i++) { const x = random.between(60, W - 60), s = random.between(0.12, 0.24); small += yacht(x, 566 + s * 120, s, random.between(3, 9), '#456'); }
  let chop = '';
  for (let i = 0; i < 240; i++) { const t = Math.pow(random(), 1.5), y = 590 + t * 470, w = 8 + t * 60, x = random() * W; chop += `<path d="M${at(x - w, y)}Q${at(x, y - 3 - t * 10)} ${at(x + w, y)}Q${at(x, y + 1)} ${at(x - w, y)}Z" fill="${random.pick(['#e8f1f2', '#12405c', '#0f3750'])}" opacity="${random.between(0.25, 0.7).toFixed(2)}"/>`; }
  return sheet(
    down('sky', [[0, '#4f86ab'], [0.6, '#a9cbd8'], [1, '#e6ebe0']]) + noise('cloud', '0.003 0.008', 36, '#ffffff', 2.8, -1.35) + down('sea', [[0, '#5e9bb0'], [0.35, '#2b6b8a'], [1, '#123f5c']]) + noise('water', '0.006 0.05', 77, '#0b3048', 2.4, -1.1)
    + across('sail', [[0, '#ffffff'], [0.6, '#ebe7dc'], [1, '#b9b8b0']]) + across('jib', [[0, '#d6d4ca'], [1, '#ffffff']]) + down('mist', [[0, '#dfe8e4', 0], [1, '#dfe8e4', 0.7]]),
    rect(0, 0, W, 600, 'url(#sky)') + rect(0, 0, W, 430, '#fff', 'filter="url(#cloud)"') + under(back, '#8fa9ac', 580) + rect(0, 400, W, 170, 'url(#mist)') + under(coast, '#6d8577', 580)
    + Array.from({ length: 70 }, () => { const x = random.between(100, 1500), y = random.between(515, 545); return rect(x, y, random.between(8, 18), random.between(8, 16), random.pick(['#e6ddc9', '#d9cbb1', '#c4b8a3'])) + rect(x - 1, y - 3, 16, 4, '#a5604a'); }).join('')
    + poly([[1322, 546], [1330, 402], [1350, 402], [1358, 546]], '#efece4') + poly([[1325, 500], [1327, 464], [1353, 464], [1355, 500]], '#b5533f') + rect(1328, 386, 24, 17, '#39424a') + poly([[1326, 386], [1340, 370], [1354, 386]], '#b5533f')
    + rect(0, 556, W, 511, 'url(#sea)') + rect(0, 556, W, 511, '#fff', 'filter="url(#water)" opacity="0.8"') + small + chop
    + streaks(random, 160, 600, H, '#ffffff', 0, W, 0.3)
    + yacht(1230, 690, 0.66, 10, '#b5533f') + yacht(860, 736, 0.9, 12, '#26394a') + yacht(1480, 800, 0.95, 9, '#d0a24c') + yacht(430, 850, 1.75, 13, '#8c2f2b') + yacht(1090, 985, 1.35, 11, '#2f5d57'));
}

export function floodTown() {
  const random = chance(29);
  const hill = ridge(34, 400, 60, 0.5), hill2 = ridge(36, 470, 40, 0.5);
  const house = (x, y, s, wall, roof) => {
    const w = 190 * s, h = 96 * s;
    const one = `${rect(x, y - h, w, h, wall)}<polygon points="${at(x - 16 * s, y - h)} ${at(x + w * 0.5, y - h - 88 * s)} ${at(x + w + 16 * s, y - h)}" fill="${wall}"/>`
      + poly([[x - 22 * s, y - h + 6 * s], [x + w * 0.5, y - h - 98 * s], [x + w * 0.5, y - h - 84 * s], [x - 10 * s, y - h + 10 * s]], roof) + poly([[x + w + 22 * s, y - h + 6 * s], [x + w * 0.5, y - h - 98 * s], [x + w * 0.5 + 240 * s, y - h - 98 * s], [x + w + 262 * s, y - h + 6 * s]], roof)
      + rect(x + w, y - h + 5 * s, 236 * s, h - 5 * s, '#6d675f') + Array.from({ length: 9 }, (_, k) => line([[x + w * 0.5 + 16 * s + k * 26 * s, y - h - 97 * s], [x + w + 30 * s + k * 26 * s, y - h + 4 * s]], '#000', 1.2, 'opacity="0.16"')).join('')
      + rect(x + 70 * s, y - h - 26 * s, 44 * s, 46 * s, '#2d3136') + rect(x + 89 * s, y - h - 26 * s, 4 * s, 46 * s, '#c5c0b4') + rect(x + 40 * s, y - h + 34 * s, 40 * s, 40 * s, '#2d3136') + rect(x + 112 * s, y - h + 34 * s, 40 * s, 40 * s, '#2d3136') + rect(x + w + 60 * s, y - h + 30 * s, 42 * s, 38 * s, '#2a2e33') + rect(x + w + 150 * s, y - h + 30 * s, 42 * s, 38 * s, '#2a2e33')
      + rect(x + w * 0.5 + 130 * s, y - h - 132 * s, 26 * s, 46 * s, '#6b4a40') + rect(x, y - 16 * s, w + 236 * s, 16 * s, '#5d4d3c', 'opacity="0.7"');
    return `<g transform="translate(0 ${n(2 * y)}) scale(1 -1)" opacity="0.38" filter="url(#ripple)">${one}</g>${one}`;
  };
  const tree = (x, y, s) => { const c = chance(x); let out = rect(x - 4 * s, y - 70 * s, 8 * s, 70 * s, '#3a352d'); for (let i = 0; i < 26; i++) out += circle(x + c.between(-52, 52) * s, y - 70 * s + c.between(-56, 40) * s, c.between(14, 30) * s, c.pick(['#414c3a', '#38432f', '#4c5742', '#333d2c'])); return `<g transform="translate(0 ${n(2 * y)}) scale(1 -1)" opacity="0.32" filter="url(#ripple)">${out}</g>${out}`; };
  const pole = (x, y, s) => rect(x - 4 * s, y - 260 * s, 8 * s, 260 * s, '#3b3732') + rect(x - 50 * s, y - 246 * s, 100 * s, 6 * s, '#3b3732');
  return sheet(
    down('sky', [[0, '#7f8a8f'], [0.7, '#b7bab5'], [1, '#cbc8bc']]) + noise('cloud', '0.002 0.007', 24, '#5e686d', 2.4, -1.05, 6) + noise('cloud2', '0.003 0.01', 65, '#e9e8e2', 2.4, -1.25) + down('water', [[0, '#a89e8a'], [0.35, '#85755d'], [1, '#4c4030']]) + noise('flow', '0.004 0.05', 91, '#3b301f', 2.4, -1.1) + noise('glint', '0.003 0.06', 52, '#e3d9c3', 2.4, -1.35) + blur('ripple', 2, 6) + down('mist', [[0, '#c9c9c1', 0], [1, '#c9c9c1', 0.85]]),
    rect(0, 0, W, 620, 'url(#sky)') + rect(0, 0, W, 460, '#fff', 'filter="url(#cloud)" opacity="0.8"') + rect(0, 0, W, 460, '#fff', 'filter="url(#cloud2)" opacity="0.7"')
    + under(hill, '#87928f', 600) + rect(0, 340, W, 230, 'url(#mist)') + under(hill2, '#6d7a72', 600) + rect(0, 420, W, 150, 'url(#mist)') + rect(0, 545, W, 522, 'url(#water)') + rect(0, 545, W, 522, '#fff', 'filter="url(#flow)" opacity="0.8"') + rect(0, 545, W, 522, '#fff', 'filter="url(#glint)" opacity="0.6"')
    + pole(180, 580, 0.45) + pole(520, 592, 0.55) + pole(960, 612, 0.7) + pole(1500, 650, 0.95) + line([[180, 470], [350, 486], [520, 458], [740, 480], [960, 442], [1230, 460], [1500, 416], [W, 420]], '#3b3732', 2)
    + Array.from({ length: 34 }, () => { const x = random() * W, y = random.between(640, 1040), w = random.between(14, 70); return `<g transform="rotate(${n(random.between(-14, 14))} ${n(x)} ${n(y)})">${rect(x, y, w, random.between(3, 7), random.pick(['#4a3b29', '#5b4933', '#39301f']))}</g>`; }).join('')
    + tree(90, 600, 0.7) + house(250, 590, 0.42, '#b3aa98', '#7d5a4b') + tree(520, 612, 0.8) + house(1130, 600, 0.46, '#bcb5a6', '#6f4d42') + tree(1420, 618, 0.9) + tree(1530, 606, 0.75) + house(640, 668, 0.72, '#c2b9a5', '#87594a') + tree(1060, 690, 1.1) + house(1130, 800, 1.1, '#cabfa8', '#7a4a3d') + tree(150, 760, 1.5) + house(250, 880, 1.25, '#b8ae9b', '#6b4438')
    + streaks(random, 140, 620, H, '#ece3cf', 0, W, 0.3));
}
