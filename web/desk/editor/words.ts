// The house's word list in the text: what the house writes otherwise is marked, and listed below with the reason; one press puts the preferred word.
import type { Node } from "prosemirror-model";
import { Plugin, TextSelection } from "prosemirror-state";
import { Decoration, DecorationSet, type EditorView } from "prosemirror-view";
import { onAction } from "../keys";
import { byId, make, say } from "../page";
import { schema } from "./schema";

interface Word {
  avoid: string;
  prefer: string;
  why: string;
}

interface Found {
  word: Word;
  from: number;
  to: number;
  written: string;
}

type Field = HTMLInputElement | HTMLTextAreaElement;

const list = JSON.parse(byId("house-words")?.textContent ?? "[]") as Word[];
const asWritten = new Map(list.map((word) => [word.avoid, word]));
const inSmall = new Map(list.filter((word) => word.avoid === word.avoid.toLowerCase()).map((word) => [word.avoid, word]));
const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\/-]/g, "\\$&");
const pattern = list.length === 0 ? null : new RegExp(`(?<![\\p{L}\\p{N}])(?:${[...list].sort((one, other) => other.avoid.length - one.avoid.length).map((word) => escaped(word.avoid)).join("|")})(?![\\p{L}\\p{N}])`, "giu");

/** The places of a text, as the newsroom's own check finds them. */
export function findWords(text: string): Found[] {
  const found: Found[] = [];
  for (const match of pattern ? text.matchAll(pattern) : []) {
    const written = match[0];
    const word = asWritten.get(written) ?? inSmall.get(written.toLowerCase());
    if (!word) continue;
    // What is avoided may be a part of what is preferred.
    const within = word.prefer.toLowerCase().indexOf(word.avoid.toLowerCase());
    const from = match.index;
    if (within >= 0 && from >= within && text.slice(from - within, from - within + word.prefer.length).toLowerCase() === word.prefer.toLowerCase()) continue;
    found.push({ word, from, to: from + written.length, written });
  }
  return found;
}

const instead = ({ word, written }: Found) => (written[0] !== written[0]?.toLowerCase() && written !== written.toUpperCase() ? word.prefer.charAt(0).toUpperCase() + word.prefer.slice(1) : word.prefer);

function inBody(doc: Node): Found[] {
  const found: Found[] = [];
  doc.descendants((node, at) => {
    if ((node.attrs["sug"] as { kind?: string } | null | undefined)?.kind === "del") return false;
    if (!node.isTextblock) return true;
    // What is struck is not looked through, and the words at its two sides stand side by side.
    const places: number[] = [];
    let text = "";
    node.forEach((child, offset) => {
      if (schema.marks.deletion.isInSet(child.marks)) return;
      for (let letter = 0; letter < child.nodeSize; letter++) places.push(at + 1 + offset + letter);
      text += child.text ?? "\ufffc";
    });
    for (const one of findWords(text)) found.push({ ...one, from: places[one.from]!, to: places[one.to - 1]! + 1 });
    return false;
  });
  return found;
}

const marked = (doc: Node) =>
  DecorationSet.create(
    doc,
    inBody(doc).map((one) => Decoration.inline(one.from, one.to, { class: "house-word", title: `The house writes “${instead(one)}”${one.word.why ? `: ${one.word.why}` : ""}` })),
  );

/** Marks the words in the text; it is looked through anew only where it has changed, and not whenever the cursor moves. */
export const wordMarks: Plugin<DecorationSet> = new Plugin<DecorationSet>({
  state: {
    init: (_, state) => marked(state.doc),
    apply: (transaction, marks) => (transaction.docChanged ? marked(transaction.doc) : marks),
  },
  props: { decorations: (state) => wordMarks.getState(state) },
});

/** Keeps the list below the text; returns what is to be called after each change. */
export function startWords(place: HTMLElement, view: EditorView, fields: Field[]): () => void {
  if (!pattern) return () => undefined;
  const heading = make("p", {});
  const rows = make("ul", {});
  const next = make("button", { type: "button", textContent: "Next", title: "Go to the next of them in the text (Ctrl/Cmd .)" });
  next.dataset["action"] = "next-word";
  const box = make("div", { className: "house-words", hidden: true }, heading, rows, next);
  place.append(box);
  let asked = 0;

  function everywhere(): { found: Found; put: () => void }[] {
    return [
      ...fields.flatMap((field) => findWords(field.value).map((found) => ({ found, put: () => inField(field, found) }))),
      ...inBody(view.state.doc).map((found) => ({ found, put: () => view.dispatch(view.state.tr.insertText(instead(found), found.from, found.to)) })),
    ];
  }

  function inField(field: Field, found: Found): void {
    field.setRangeText(instead(found), found.from, found.to, "end");
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }

  function show(): void {
    const all = everywhere();
    box.hidden = all.length === 0;
    heading.textContent = all.length === 1 ? "The house writes one word otherwise" : `The house writes ${all.length} words otherwise`;
    const kinds = new Map<string, Found[]>();
    for (const { found } of all) kinds.set(`${found.written}\n${instead(found)}`, [...(kinds.get(`${found.written}\n${instead(found)}`) ?? []), found]);
    rows.replaceChildren(
      ...[...kinds.values()].map((places) => {
        const [first] = places;
        if (!first) return "";
        const replace = make("button", { type: "button", textContent: places.length > 1 ? `Replace all ${places.length}` : "Replace", ariaLabel: `${places.length > 1 ? `Replace all ${places.length}` : "Replace"}: ${first.written} by ${instead(first)}` });
        replace.addEventListener("click", () => {
          // From the end, so that places before stay what they are.
          for (const one of everywhere().reverse()) if (one.found.written === first.written && one.found.word === first.word) one.put();
          say(`“${instead(first)}” stands there now.`);
          show();
          view.focus();
        });
        return make("li", {}, make("b", { textContent: `${first.written} → ${instead(first)}` }), make("span", { textContent: first.word.why ? ` ${first.word.why} ` : " " }), replace);
      }),
    );
  }

  function go(): void {
    const places = inBody(view.state.doc);
    const place = places.find((one) => one.from >= view.state.selection.to) ?? places[0];
    if (!place) return say("The house writes nothing in the text otherwise.");
    view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, place.from, place.to)).scrollIntoView());
    view.focus();
    say(`“${place.written}”: the house writes “${instead(place)}”${place.word.why ? `, ${place.word.why}` : ""}.`);
  }

  next.addEventListener("click", go);
  onAction("next-word", go);
  show();
  return () => {
    window.clearTimeout(asked);
    asked = window.setTimeout(show, 300);
  };
}
