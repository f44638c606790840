// Makes src/Wire/Topics/mediatopics.tsv from IPTC's MediaTopics in JSON (https://cv.iptc.org/newscodes/mediatopic/?format=json&lang=en-GB):
//   node scripts/mediatopics.mjs cptall-en-GB.json
// A line a topic: code, code of its parent, "retired" or nothing, the older subject codes that mean the same, name. Definitions are left out.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const [, , source] = process.argv;
if (!source) {
  console.error('usage: node scripts/mediatopics.mjs FILE');
  process.exit(2);
}

const scheme = JSON.parse(readFileSync(source, 'utf8'));
const last = (address) => address.slice(Math.max(address.lastIndexOf('/'), address.lastIndexOf(':')) + 1);
const olderCodes = (topic) => (topic.exactMatch ?? []).filter((match) => match.includes('/subjectcode/')).map(last);
const lines = scheme.conceptSet
  .map((topic) => [last(topic.uri), (topic.broader ?? []).map(last)[0] ?? '', topic.retired ? 'retired' : '', olderCodes(topic).join(' '), topic.prefLabel['en-GB']])
  .sort((a, b) => (a[0] < b[0] ? -1 : 1))
  .map((columns) => columns.join('\t'));
const notice = [
  `# IPTC Media Topics (codes, names, parents and mappings to IPTC Subject Codes), released ${scheme.dateReleased.slice(0, 10)}.`,
  '# Copyright IPTC, International Press Telecommunications Council, https://iptc.org; licence: CC BY 4.0, https://creativecommons.org/licenses/by/4.0/.',
  '# Changed: cut down to these columns by scripts/mediatopics.mjs.',
];
writeFileSync(fileURLToPath(new URL('../src/Wire/Topics/mediatopics.tsv', import.meta.url)), [...notice, ...lines, ''].join('\n'));
