#!/usr/bin/env node
// Writes into each picture what its photographer's desk would: caption, credit, place, keywords and rights, as XMP (ISO 16684-1) with the properties of the
// IPTC Photo Metadata Standard. `node inscribe.mjs [name…]`; what was inscribed before is replaced. make.mjs does it for every picture that it renders.
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import path from 'node:path';

const here = path.dirname(fileURLToPath(import.meta.url));
const houses = {
  Maestral: { holder: 'Maestral News Agency', terms: 'For editorial use with the story. Credit required.', site: 'https://maestral.example/rights' },
  Halyard: { holder: 'Halyard International', terms: 'Editorial use only. No sales, no archive after 30 days.', site: 'https://halyard.example/terms' },
  'Drava Bureau': { holder: 'Drava Bureau', terms: 'Editorial use. Credit required.', site: 'https://drava.example/pictures' },
  'Plimsoll Dispatch': { holder: 'Plimsoll Dispatch', terms: 'Members may crop. Credit required.', site: 'https://plimsoll.example/licence' },
};

/** name: [photographer, house, city, country, keywords, caption, people] */
const facts = {
  'concert-hall': ['Klara Voss', 'Drava Bureau', 'Graz', 'Austria', ['music', 'concert hall'], 'The restored hall on the evening of the first rehearsal.', ['Mirta Zelenko']],
  'container-port': ['Damir Krešić', 'Maestral', 'Rijeka', 'Croatia', ['ports', 'containers'], 'Cranes at work on the Adriatic quay of the port of Rijeka.'],
  'dam-valley': ['Damir Krešić', 'Maestral', 'Ključ', 'Bosnia and Herzegovina', ['dams', 'Studena'], 'The Studena dam above Ključ, in a picture taken before the breach.'],
  exchange: ['Klara Voss', 'Drava Bureau', 'Vienna', 'Austria', ['stock exchange'], 'Prices on the board of an exchange in Vienna.'],
  'flood-town': ['Iva Lovrek', 'Halyard', 'Ključ', 'Bosnia and Herzegovina', ['floods', 'Studena'], 'Houses stand in water in the Sana valley below Ključ after the Studena dam gave way.'],
  glacier: ['Aldo Ferluga', 'Plimsoll Dispatch', 'Ramsau am Dachstein', 'Austria', ['glaciers', 'climate'], 'The Dachstein group seen from the north.'],
  'harbour-dusk': ['Tonka Marušić', 'Maestral', 'Komiža', 'Croatia', ['harbours', 'islands'], 'Fishing boats lie in the harbour of Komiža on the island of Vis at dusk.'],
  laboratory: ['Joris Haverkamp', 'Halyard', 'Utrecht', 'Netherlands', ['laboratories', 'medicine'], 'Cell cultures on a bench of the laboratory in Utrecht.'],
  'night-train': ['Joris Haverkamp', 'Halyard', 'Semmering', 'Austria', ['railways', 'night trains'], 'A sleeping-car train on its way through the Alps.'],
  observatory: ['Aldo Ferluga', 'Plimsoll Dispatch', 'Višnjan', 'Croatia', ['astronomy'], 'The dome of the observatory at Višnjan in Istria.'],
  'old-town': ['Tonka Marušić', 'Maestral', 'Dubrovnik', 'Croatia', ['old towns', 'walls'], 'The walls of Dubrovnik seen from the sea.'],
  'parliament-square': ['Joris Haverkamp', 'Halyard', 'Strasbourg', 'France', ['parliaments'], 'Lamps are lit on the square before a parliament building.'],
  regatta: ['Nives Brkan', 'Plimsoll Dispatch', 'Trieste', 'Italy', ['sailing', 'regattas'], 'The fleet on the first leg off Trieste.'],
  stadium: ['Nives Brkan', 'Plimsoll Dispatch', 'Split', 'Croatia', ['football', 'stadiums'], 'The ground was full an hour before the start.'],
  'storm-sea': ['Aldo Ferluga', 'Plimsoll Dispatch', 'Trieste', 'Italy', ['storms', 'weather'], 'A squall moves in over the Gulf of Trieste.'],
  vineyard: ['Klara Voss', 'Drava Bureau', 'Villány', 'Hungary', ['wine', 'vineyards'], 'Vines on the slopes above Villány in southern Hungary.'],
};

const space = 'http://ns.adobe.com/xap/1.0/\0';
const xml = text => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const alternative = text => `<rdf:Alt><rdf:li xml:lang="x-default">${xml(text)}</rdf:li></rdf:Alt>`;
const bag = words => `<rdf:Bag>${words.map(word => `<rdf:li>${xml(word)}</rdf:li>`).join('')}</rdf:Bag>`;

function packet(name) {
  const [by, house, city, country, keywords, caption, people = []] = facts[name];
  const { holder, terms, site } = houses[house];
  return `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" xmlns:xmpRights="http://ns.adobe.com/xap/1.0/rights/" xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/" photoshop:Credit="${xml(`${by}/${house}`)}" photoshop:City="${xml(city)}" photoshop:Country="${xml(country)}" xmpRights:WebStatement="${site}"><dc:description>${alternative(caption)}</dc:description><dc:creator><rdf:Seq><rdf:li>${xml(by)}</rdf:li></rdf:Seq></dc:creator><dc:subject>${bag(keywords)}</dc:subject><dc:rights>${alternative(`© ${holder}`)}</dc:rights><xmpRights:UsageTerms>${alternative(terms)}</xmpRights:UsageTerms><xmpRights:Owner>${bag([holder])}</xmpRights:Owner>${people.length > 0 ? `<Iptc4xmpExt:PersonInImage>${bag(people)}</Iptc4xmpExt:PersonInImage>` : ''}</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="r"?>`;
}

/** The JPEG with the packet right behind its beginning, in place of one that stood there (XMP Specification part 3, section 1.1.3). */
function inscribed(jpeg, name) {
  const text = Buffer.from(space + packet(name), 'utf8'), kept = [];
  let at = 2;
  for (; jpeg[at] === 0xff && jpeg[at + 1] !== 0xda; at += 2 + jpeg.readUInt16BE(at + 2)) {
    const segment = jpeg.subarray(at, at + 2 + jpeg.readUInt16BE(at + 2));
    if (!(segment[1] === 0xe1 && segment.includes(space))) kept.push(segment);
  }
  const head = Buffer.from([0xff, 0xd8, 0xff, 0xe1, (text.length + 2) >> 8, (text.length + 2) & 0xff]);
  return Buffer.concat([head, text, ...kept, jpeg.subarray(at)]);
}

export async function inscribe(name) {
  const file = path.join(here, `${name}.jpg`);
  await writeFile(file, inscribed(await readFile(file), name));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) for (const name of process.argv.length > 2 ? process.argv.slice(2) : Object.keys(facts)) await inscribe(name);
