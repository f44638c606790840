// Suggestions: while they are switched on, what is typed is put in as proposed, and what is deleted stays, struck, until somebody accepts or rejects it. Each
// change of the text is looked at as what it would have made of it, and the difference is written down as a suggestion, whatever made the change.
import { closeHistory } from "prosemirror-history";
import { Fragment, type Mark, type Node, Slice } from "prosemirror-model";
import { type Command, type EditorState, Plugin, Selection, TextSelection, type Transaction } from "prosemirror-state";
import { Mapping, ReplaceAroundStep, ReplaceStep, type Step } from "prosemirror-transform";
import { Decoration, DecorationSet } from "prosemirror-view";
import { pieces, replace } from "./pieces";
import { schema, type Suggested, titleOf } from "./schema";

/** A suggestion as it stands in the text. */
export interface Suggestion extends Suggested {
  from: number;
  to: number;
  inserted: string;
  deleted: string;
}

const { insertion, deletion } = schema.marks;
const asItIs = "as it is";

interface Switch {
  on: boolean;
  me: string;
}

/** Whether what is typed is a suggestion, and of whom. */
export const suggesting: Plugin<Switch> = new Plugin<Switch>({
  state: {
    init: () => ({ on: false, me: "" }),
    apply: (transaction, now) => (transaction.getMeta(suggesting) as Switch | undefined) ?? now,
  },
  props: {
    // Whole blocks that are proposed or struck, whatever draws them.
    decorations(state) {
      const marks: Decoration[] = [];
      state.doc.descendants((node, at) => {
        const sug = node.attrs["sug"] as (Suggested & { kind: "ins" | "del" }) | null | undefined;
        if (sug) marks.push(Decoration.node(at, at + node.nodeSize, { class: sug.kind === "ins" ? "suggested-in" : "suggested-out", title: titleOf(sug.kind, sug) }));
        return !node.isTextblock;
      });
      return DecorationSet.create(state.doc, marks);
    },
    // What is struck does not come along when it is copied.
    transformCopied: (slice) => new Slice(unstruck(slice.content), slice.openStart, slice.openEnd),
  },
});

/** Lets a change stand as it is: one that comes from the newsroom, an undo, or the settling of a suggestion. */
export const plainly = (tr: Transaction) => tr.setMeta(asItIs, true);

/** The change as a suggestion, where suggestions are switched on. */
export function asSuggestion(state: EditorState, transaction: Transaction): Transaction {
  const { on, me } = suggesting.getState(state)!;
  if (!on || !transaction.docChanged || transaction.getMeta(asItIs) || transaction.getMeta("history$")) return transaction;
  const tr = state.tr;
  const weaver = new Weaver(tr, me, transaction.time);
  const head = transaction.selection.head;
  const cursor = state.selection.empty ? state.selection.head : -1;
  if (transaction.steps.length > 1 && transaction.steps.every((step, at) => isWithinLine(step, transaction.docs[at]!))) {
    // Places of one text, as when every place of a word is replaced: each for itself. From the text as it would have become to the text with its suggestions.
    let across = new Mapping();
    for (const step of transaction.steps) {
      const made = step.map(across)?.apply(tr.doc).doc;
      const before = tr.steps.length;
      if (made) weaver.weave(0, tr.doc, made, -1, cursor);
      across = new Mapping([step.getMap().invert(), ...across.maps, ...tr.mapping.maps.slice(before)]);
    }
  } else weaver.weave(0, state.doc, transaction.doc, head, cursor);

  const at = weaver.cursor;
  if (at !== null) tr.setSelection(Selection.near(tr.doc.resolve(Math.min(at, tr.doc.content.size)), -1));
  else if (tr.docChanged) tr.setSelection(Selection.near(tr.doc.resolve(Math.min(tr.mapping.map(state.selection.head), tr.doc.content.size)), -1));
  else tr.setSelection(Selection.near(tr.doc.resolve(Math.min(transaction.selection.head, tr.doc.content.size))));
  return tr.scrollIntoView();
}

/** True for a step that changes the words of one line and nothing else. */
function isWithinLine(step: Step, doc: Node): boolean {
  let within = true;
  step.getMap().forEach((from, to) => {
    const [start, end] = [doc.resolve(from), doc.resolve(to)];
    within &&= start.parent.isTextblock && start.sameParent(end);
  });
  return within && !(step instanceof ReplaceStep && (step.slice.openStart > 0 || step.slice.openEnd > 0 || step.slice.content.firstChild?.isText === false)) && !(step instanceof ReplaceAroundStep);
}

const isText = (node: Node) => node.isTextblock && node.type.allowsMarkType(insertion);
/** A speaker carries no marks: where another is named, the whole quotation is another. */
const sameSpeaker = (one: Node, other: Node) => one.type !== schema.nodes.quote || one.lastChild!.eq(other.lastChild!);
const sameKind = (one: Node, other: Node) => one.type === other.type && one.sameMarkup(other);

/** Writes a difference into the text as a suggestion. */
class Weaver {
  cursor: number | null = null;
  private readonly tr: Transaction;
  private readonly me: string;
  private readonly now: number;

  constructor(tr: Transaction, me: string, now: number) {
    this.tr = tr;
    this.me = me;
    this.now = now;
  }

  /** What stands from that place on in the text would become the other; both hold blocks, lines or items. */
  weave(start: number, was: Node, is: Node, head: number, cursor: number): void {
    const [old, made] = [was.children, is.children];
    let first = 0;
    let [at, atMade] = [start, start];
    while (first < old.length && first < made.length && old[first]!.eq(made[first]!)) {
      at += old[first]!.nodeSize;
      atMade += made[first]!.nodeSize;
      first++;
    }

    let [last, lastMade] = [old.length, made.length];
    while (last > first && lastMade > first && old[last - 1]!.eq(made[lastMade - 1]!)) {
      last--;
      lastMade--;
    }

    const [gone, come] = [old.slice(first, last), made.slice(first, lastMade)];
    const [one, other] = [gone[0], come[0]];
    // One's own proposal is changed as it is.
    if (gone.length === 1 && come.length === 1 && one && other && this.isMine(one) && this.isMine(other)) {
      replace(this.tr, at, at + one.nodeSize, [other]);
      if (head >= 0) this.cursor = head;
      return;
    }

    let place = at;
    if (one && other && sameKind(one, other) && (isText(one) || (gone.length === 1 && come.length === 1 && !one.isLeaf && !one.isTextblock && sameSpeaker(one, other)))) {
      const size = this.tr.doc.content.size;
      if (isText(one)) this.words(at + 1, one, other, head - atMade - 1, cursor);
      else this.weave(at + 1, one, other, head, cursor);
      place += one.nodeSize + this.tr.doc.content.size - size;
      atMade += other.nodeSize;
      gone.shift();
      come.shift();
    }

    for (const node of gone) {
      if (this.isMine(node) && !this.isOnly(place, node)) this.tr.delete(place, place + node.nodeSize);
      else {
        if (this.kindOf(node) !== "del") this.strike(place, node);
        place += node.nodeSize;
      }
    }

    const sug = { kind: "ins", ...this.suggested(null) };
    for (const node of come) {
      const bare = node.type === schema.nodes.quote_by ? node : proposed(node, this.kindOf(node) === "ins" ? node.attrs["sug"] : sug);
      this.tr.insert(place, bare);
      if (head >= atMade && head <= atMade + node.nodeSize) this.cursor = Math.min(place + bare.nodeSize - 1, place + head - atMade);
      place += bare.nodeSize;
      atMade += node.nodeSize;
    }
  }

  /** The words of one line would become others. */
  private words(start: number, was: Node, is: Node, head: number, cursor: number): void {
    const first = was.content.findDiffStart(is.content);
    const ends = was.content.findDiffEnd(is.content);
    if (first === null || ends === null) return;
    const overlap = Math.max(0, first - Math.min(ends.a, ends.b));
    // "A ferry has" became "A has": " ferry" went or "ferry ". It is what ends where the cursor stands, for there the next letter comes in.
    const back = head >= 0 ? ends.b + overlap - head : 0;
    const isHere = back > 0 && back <= first && was.content.cut(first - back, first).eq(was.content.cut(ends.a + overlap - back, ends.a + overlap));
    const [from, to, toMade] = isHere ? [first - back, ends.a + overlap - back, head] : [first, ends.a + overlap, ends.b + overlap];
    const sug = this.suggested(was.content.cut(Math.max(0, from - 1), Math.min(was.content.size, to + 1)));
    const parts: { at: number; node: Node }[] = [];
    was.content.cut(from, to).forEach((node, offset) => parts.push({ at: start + from + offset, node }));
    let struck = 0;
    for (const { at, node } of parts.reverse()) {
      if (insertion.isInSet(node.marks)?.attrs["by"] === this.me) this.tr.delete(at, at + node.nodeSize);
      else {
        struck += node.nodeSize;
        if (!deletion.isInSet(node.marks)) this.tr.addMark(at, at + node.nodeSize, deletion.create(sug));
      }
    }

    const end = start + from + struck;
    const inserted: Node[] = [];
    is.content.cut(from, toMade).forEach((node) => {
      inserted.push(node.mark(insertion.create(sug).addToSet(bareMarks(node.marks))));
    });
    const before = this.tr.doc.resolve(end).nodeBefore;
    const [only] = inserted;
    // What was struck and is typed again stands as it stood.
    if (inserted.length === 1 && only && before && before.text === only.text && deletion.isInSet(before.marks)?.attrs["by"] === this.me && bareText(before).eq(bareText(only))) {
      this.tr.removeMark(end - before.nodeSize, end, deletion);
      this.cursor = end;
      return;
    }

    if (inserted.length > 0) this.tr.insert(end, inserted);
    const size = inserted.reduce((sum, node) => sum + node.nodeSize, 0);
    this.cursor = size > 0 ? end + size : cursor === start + from ? end : start + from;
  }

  /** Goes on with one's own suggestion where that stands beside, so that what is typed in one go is one. */
  private suggested(beside: Fragment | null): Suggested {
    let found: Suggested | null = null;
    beside?.forEach((node) => {
      for (const mark of node.marks) if ((mark.type === insertion || mark.type === deletion) && mark.attrs["by"] === this.me) found ??= mark.attrs as unknown as Suggested;
    });
    return found ?? { id: crypto.randomUUID().slice(0, 8), by: this.me, at: this.now };
  }

  private kindOf(node: Node): string {
    return ((node.attrs["sug"] as { kind?: string } | null | undefined)?.kind ?? "") as string;
  }

  private isMine(node: Node): boolean {
    return this.kindOf(node) === "ins" && (node.attrs["sug"] as Suggested).by === this.me;
  }

  /** True for the last child that its parent must have. */
  private isOnly(at: number, node: Node): boolean {
    const parent = this.tr.doc.resolve(at).parent;
    return parent.childCount === 1 && parent.firstChild === node;
  }

  private strike(at: number, node: Node): void {
    if (node.type === schema.nodes.quote_by) return;
    this.tr.setNodeMarkup(at, null, { ...node.attrs, sug: { kind: "del", ...this.suggested(null) } });
  }
}

function unstruck(content: Fragment): Fragment {
  const left: Node[] = [];
  content.forEach((node) => {
    if (!node.isText) left.push(node.copy(unstruck(node.content)));
    else if (!deletion.isInSet(node.marks)) left.push(bareText(node));
  });
  return Fragment.from(left);
}

const bareMarks = (marks: readonly Mark[]) => marks.filter((mark) => mark.type !== insertion && mark.type !== deletion);
const bareText = (node: Node) => node.mark(bareMarks(node.marks));

/** A block that is proposed: without what was struck in it, and without suggestions of its own. */
function proposed(node: Node, sug: unknown): Node {
  const attrs = "sug" in node.attrs ? { ...node.attrs, sug } : node.attrs;
  if (node.isLeaf) return node.type.create(attrs);
  const inside: Node[] = [];
  node.forEach((child) => {
    if (!child.isText) inside.push(proposed(child, null));
    else if (!deletion.isInSet(child.marks)) inside.push(bareText(child));
  });
  return node.type.create(attrs, Fragment.from(inside));
}

/** The text with those suggestions (or all) accepted or rejected; null where nothing is left of it. */
export function settled(node: Node, ids: ReadonlySet<string> | null, accept: boolean): Node | null {
  const sug = node.attrs["sug"] as (Suggested & { kind: "ins" | "del" }) | null | undefined;
  const ends = sug && (ids === null || ids.has(sug.id));
  if (ends && (sug.kind === "ins") !== accept) return null;
  const attrs = ends ? { ...node.attrs, sug: null } : node.attrs;
  if (node.isLeaf) return ends ? node.type.create(attrs) : node;
  const inside: Node[] = [];
  for (const child of node.children) {
    if (!child.isText) {
      const left = settled(child, ids, accept);
      if (left) inside.push(left);
      continue;
    }

    let marks: readonly Mark[] = child.marks;
    let stays = true;
    for (const [type, isIn] of [
      [insertion, true],
      [deletion, false],
    ] as const) {
      const mark = type.isInSet(marks);
      if (!mark || !(ids === null || ids.has(String(mark.attrs["id"])))) continue;
      if (isIn === accept) marks = mark.removeFromSet(marks);
      else stays = false;
    }

    if (stays) inside.push(child.mark(marks));
  }

  // A list or a quotation of which every line is gone is gone itself; a text is at least an empty paragraph.
  const lines = inside.filter((child) => child.type !== schema.nodes.quote_by);
  if ((node.type === schema.nodes.list || node.type === schema.nodes.quote) && lines.length === 0) return null;
  if (node.type === schema.nodes.doc && inside.length === 0) inside.push(schema.nodes.paragraph.create());
  return node.type.create(attrs, Fragment.from(inside), node.marks);
}

/** Every suggestion of the text, in its order. */
export function suggestionsOf(doc: Node): Suggestion[] {
  const found = new Map<string, Suggestion>();
  function add(sug: Suggested, from: number, to: number, words: string, isIn: boolean): void {
    const one = found.get(sug.id) ?? { ...sug, from, to, inserted: "", deleted: "" };
    one.to = Math.max(one.to, to);
    if (isIn) one.inserted += words;
    else one.deleted += words;
    found.set(sug.id, one);
  }

  doc.descendants((node, at) => {
    const sug = node.attrs["sug"] as (Suggested & { kind: "ins" | "del" }) | null | undefined;
    if (sug) add(sug, at, at + node.nodeSize, wordsOf(node), sug.kind === "ins");
    for (const mark of node.marks) if (mark.type === insertion || mark.type === deletion) add(mark.attrs as unknown as Suggested, at, at + node.nodeSize, node.text ?? "", mark.type === insertion);
    return true;
  });
  return [...found.values()].sort((one, other) => one.from - other.from);
}

/** What a block says, for a list of suggestions. */
function wordsOf(node: Node): string {
  const words = node.isLeaf ? String(node.attrs["caption"] ?? node.attrs["title"] ?? "") : node.textBetween(0, node.content.size, " ");
  return node.type === schema.nodes.picture ? `[picture] ${words}` : node.type === schema.nodes.table ? "[table]" : node.type === schema.nodes.embed ? `[embed] ${words}` : words || "¶";
}

/** Accepts or rejects those suggestions, or all. */
export function settle(ids: ReadonlySet<string> | null, accept: boolean): Command {
  return (state, dispatch) => {
    const doc = settled(state.doc, ids, accept);
    if (!doc || doc.eq(state.doc)) return false;
    if (dispatch) {
      const tr = state.tr;
      for (const { from, to, nodes } of pieces(state.doc, doc)) replace(tr, from, to, nodes);
      // One press of undo takes this back, and nothing that was written just before.
      dispatch(closeHistory(plainly(tr)).scrollIntoView());
    }

    return true;
  };
}

/** True where any of it is struck. */
export function isStruck(doc: Node, from: number, to: number): boolean {
  let struck = doc.rangeHasMark(from, to, deletion);
  doc.nodesBetween(from, to, (node) => {
    struck ||= (node.attrs["sug"] as { kind?: string } | null | undefined)?.kind === "del";
  });
  return struck;
}

/** Selects a suggestion, so that it is seen. */
export function select(suggestion: Suggestion): Command {
  return (state, dispatch) => {
    const [from, to] = [state.doc.resolve(suggestion.from), state.doc.resolve(suggestion.to)];
    dispatch?.(state.tr.setSelection(TextSelection.between(from, to)).scrollIntoView());
    return true;
  };
}
