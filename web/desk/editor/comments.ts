// Comments on passages: marked in the text, listed beside it. A passage goes along with every change of the text, whoever makes it; where it is deleted its
// comment stays. The newsroom follows the passages from version to version by itself; here they are followed between two versions.
import type { Node } from "prosemirror-model";
import { Plugin, TextSelection } from "prosemirror-state";
import { Decoration, DecorationSet, type EditorView } from "prosemirror-view";
import { onAction } from "../keys";
import { type Answer, byId, make, post, say } from "../page";

const shortestMoved = 8;
const fresh = "new";
let moved: (view: EditorView) => void = () => undefined;

/** The places of the comments in the text. */
export const commentMarks: Plugin<DecorationSet> = new Plugin<DecorationSet>({
  state: {
    init: () => DecorationSet.empty,
    apply(transaction, marks) {
      return (transaction.getMeta(commentMarks) as DecorationSet | undefined) ?? marks.map(transaction.mapping, transaction.doc);
    },
  },
  props: { decorations: (state) => commentMarks.getState(state) },
  view: () => ({ update: (view) => moved(view) }),
});

/** The text as the newsroom counts it: each line with words, a line's end between two; and what stands where. */
function linesOf(doc: Node): { text: string; lines: { start: number; from: number; length: number }[] } {
  const lines: { start: number; from: number; length: number }[] = [];
  let text = "";
  doc.descendants((node, at) => {
    if (!node.isTextblock) return true;
    const words = node.textContent;
    if (words.trim() !== "") {
      if (lines.length > 0) text += "\n";
      lines.push({ start: text.length, from: at + 1, length: words.length });
      text += words;
    }

    return false;
  });
  return { text, lines };
}

/** The place in the document of an offset in the text. */
function placeOf({ lines }: ReturnType<typeof linesOf>, offset: number): number | null {
  const line = lines.find(({ start, length }) => offset >= start && offset <= start + length);
  return line ? line.from + offset - line.start : null;
}

/** The offset in the text of a place in the document: in a line without words, that of the next line. */
function offsetOf({ text, lines }: ReturnType<typeof linesOf>, place: number): number {
  const line = lines.find(({ from, length }) => place <= from + length);
  return line ? line.start + Math.max(0, place - line.from) : text.length;
}

/** What is selected on the screen: the editor hears of it only when the keys rest. */
function selectedIn(view: EditorView): { from: number; to: number } {
  const shown = document.getSelection();
  if (!shown?.anchorNode || !shown.focusNode || !view.dom.contains(shown.anchorNode) || !view.dom.contains(shown.focusNode)) return view.state.selection;
  const ends = [view.posAtDOM(shown.anchorNode, shown.anchorOffset), view.posAtDOM(shown.focusNode, shown.focusOffset)];
  return { from: Math.min(...ends), to: Math.max(...ends) };
}

/** Finds the element again when the list is another: the thread, or the control of that thread that it was. */
function placeIn(element: HTMLElement): () => HTMLElement | null | undefined {
  const controls = (of: HTMLElement) => [...of.querySelectorAll<HTMLElement>("button, summary, textarea")];
  const home = element.closest<HTMLElement>("[id]")!;
  const at = controls(home).indexOf(element);
  const wasOpen = element.closest("details")?.open ?? false;
  return () => {
    const again = byId(home.id);
    const control = again && at >= 0 ? controls(again)[at] : again;
    if (wasOpen) control?.closest("details")?.setAttribute("open", "");
    return control;
  };
}

export interface CommentsOf {
  view: EditorView;
  /** Saves what is written, where something is; false where that did not work. */
  save(): Promise<boolean>;
}

/** The list beside the text and its marks in it. */
export class Comments {
  private readonly of: CommentsOf;
  private readonly place = byId("comments-place");
  private readonly box = make("div", { className: "comment-new", hidden: true });
  private readonly quote = make("p", { className: "comment-quote", dir: "auto" });
  private readonly words = make("textarea", { rows: 3, maxLength: 4000, ariaLabel: "Comment on the passage" });
  private commented = 0;
  private sending = false;

  constructor(of: CommentsOf) {
    this.of = of;
    onAction("comment", () => this.begin());
    onAction("next-comment", () => this.next());
    if (!this.place) return;
    this.commented = this.stamp();
    const send = make("button", { type: "button", className: "act", textContent: "Send", title: "Send the comment (Ctrl/Cmd Enter)" });
    send.addEventListener("click", () => void this.send());
    const cancel = make("button", { type: "button", textContent: "Cancel" });
    cancel.addEventListener("click", () => this.end());
    this.box.append(this.quote, this.words, make("div", { className: "comment-acts" }, send, cancel));
    this.place.prepend(this.box);
    this.words.dataset["mentions"] = "";
    byId("comments-form")?.addEventListener("submit", (event) => {
      event.preventDefault();
      const button = event.submitter as HTMLButtonElement | null;
      if (button) void this.act(button.formAction);
    });
    this.place.addEventListener("click", (event) => {
      const button = (event.target as HTMLElement).closest<HTMLElement>("[data-show]");
      if (button) this.show(button.dataset["show"] ?? "", true);
      if ((event.target as HTMLElement).closest('[data-action="comment"]')) this.begin();
      if ((event.target as HTMLElement).closest('[data-action="next-comment"]')) this.next();
    });
    // A press on a button must not take the selection from the text.
    this.place.addEventListener("mousedown", (event) => {
      if ((event.target as HTMLElement).closest('[data-action="comment"]')) event.preventDefault();
    });
    moved = () => this.light();
    this.anchor(true);
    const asked = new URLSearchParams(location.search).get("comment");
    if (asked) this.show(asked, false);
  }

  /** The text has changed. */
  follow(): void {
    if (this.place) this.anchor(false);
  }

  /** What the newsroom says about when the comments last changed. */
  heard(commented: number): void {
    if (!this.place || this.sending || !(commented > this.commented)) return;
    this.commented = commented;
    void this.load();
  }

  /** Sends what is being written in the list, where the cursor is there; false where it is elsewhere. */
  sendHere(): boolean {
    const field = document.activeElement as HTMLElement | null;
    if (!this.place?.contains(field)) return false;
    if (field === this.words) void this.send();
    else field?.closest(".comment-answer")?.querySelector<HTMLButtonElement>("button")?.click();
    return true;
  }

  private begin(): void {
    if (!this.place) return say("Save the story first; then it can be commented on.");
    const { view } = this.of;
    const { from, to } = selectedIn(view);
    const passage = this.passage(from, to).words;
    if (passage.trim() === "") return say("Select the passage that the comment is to be on.");
    this.mark([...this.marks().filter((one) => one.spec["id"] !== fresh), this.markOf(fresh, from, to)]);
    this.quote.textContent = `“${passage.length > 160 ? `${passage.slice(0, 160)}…` : passage}”`;
    this.box.hidden = false;
    this.words.focus();
  }

  private end(): void {
    this.box.hidden = true;
    this.words.value = "";
    this.mark(this.marks().filter((one) => one.spec["id"] !== fresh));
    this.of.view.focus();
  }

  private async send(): Promise<void> {
    if (this.sending || this.box.hidden) return;
    if (this.words.value.trim() === "") return say("Write something before it is sent.");
    this.sending = true;
    try {
      // Others see the passage only once it is saved.
      if (!(await this.of.save())) return say("The text could not be saved, and so its passage cannot be commented on yet. Your comment is kept here.");
      const mark = this.marks().find((one) => one.spec["id"] === fresh);
      const { words, start } = mark ? this.passage(mark.from, mark.to) : { words: "", start: 0 };
      if (words === "") return say("The passage has been deleted meanwhile. Select another.");
      const form = new FormData();
      form.set("words", this.words.value);
      form.set("passage", words);
      form.set("start", String(start));
      form.set("editor", "1");
      const answer = await post(`${this.place!.dataset["address"]}/comment`, form);
      say(answer.message ?? "It was not taken. Your comment is kept here.");
      if (!answer.ok) return;
      this.end();
      this.put(answer, "");
    } finally {
      this.sending = false;
    }
  }

  /** Answers, settles, opens again. */
  private async act(address: string): Promise<void> {
    const answer = await post(address, new FormData(byId<HTMLFormElement>("comments-form")!));
    say(answer.message ?? "It was not done.");
    if (!answer.ok) return;
    const [, key, what] = /\/comment\/(\d+)\/(\w+)$/.exec(address) ?? [];
    this.put(answer, what === "answer" ? `answer-${key ?? ""}` : "");
    const item = key ? byId(`comment-${key}`) : null;
    (item?.checkVisibility() ? item : byId("comments-title"))?.focus({ preventScroll: true });
  }

  private async load(): Promise<void> {
    try {
      const answer = await fetch(`${this.place!.dataset["address"]}/comments?editor=1`);
      if (answer.ok) this.put({ ok: true, status: 200, html: await answer.text() }, "");
    } catch {
      this.commented = 0; // the next beat asks again
    }
  }

  /** The list anew; what is being typed in it stays, but for the answer that was sent. */
  private put(answer: Answer, sent: string): void {
    const old = byId("comments")!;
    const typed = [...old.querySelectorAll("textarea")].filter((field) => field.id !== sent && (field.value !== "" || field === document.activeElement));
    const open = old.querySelector("details.settled")?.hasAttribute("open") ?? false;
    const focused = document.activeElement as HTMLElement | null;
    const where = old.contains(focused) ? placeIn(focused!) : null;
    const made = make("template", { innerHTML: String(answer["html"]) }).content.querySelector<HTMLElement>("#comments");
    if (!made) return;
    old.replaceWith(made);
    made.querySelector("details.settled")?.toggleAttribute("open", open);
    where?.()?.focus({ preventScroll: true });
    for (const field of typed) {
      const again = byId<HTMLTextAreaElement>(field.id);
      if (!again) continue;
      again.value = field.value;
      again.closest("details")?.setAttribute("open", "");
      if (field === focused) again.setSelectionRange(field.selectionStart, field.selectionEnd);
    }

    this.commented = Math.max(this.commented, this.stamp());
    this.anchor(true);
  }

  private stamp(): number {
    return Number(byId("comments")?.dataset["commented"] ?? 0);
  }

  private items(): HTMLElement[] {
    return [...(byId("comments")?.querySelectorAll<HTMLElement>(".thread") ?? [])];
  }

  private marks(): Decoration[] {
    return commentMarks.getState(this.of.view.state)?.find() ?? [];
  }

  private markOf(id: string, from: number, to: number): Decoration {
    return Decoration.inline(from, to, { class: id === fresh ? "commented fresh" : "commented" }, { id });
  }

  private mark(marks: Decoration[]): void {
    const { view } = this.of;
    view.dispatch(view.state.tr.setMeta(commentMarks, DecorationSet.create(view.state.doc, marks)).setMeta("addToHistory", false));
  }

  private passage(from: number, to: number): { words: string; start: number } {
    const lines = linesOf(this.of.view.state.doc);
    const [start, end] = [offsetOf(lines, from), offsetOf(lines, to)];
    const words = lines.text.slice(start, end);
    return { words: words.trimEnd(), start };
  }

  /** Marks every open comment that has a passage and no mark; settled ones have none. */
  private anchor(all: boolean): void {
    const standing = this.marks();
    const items = this.items();
    const wanted = new Set([fresh, ...items.filter((item) => item.dataset["open"] === "1").map((item) => item.dataset["comment"] ?? "")]);
    const keep = standing.filter((one) => wanted.has(String(one.spec["id"])));
    const missing = items.filter((item) => item.dataset["open"] === "1" && item.dataset["passage"] && !keep.some((one) => one.spec["id"] === item.dataset["comment"]));
    const lines = missing.length > 0 ? linesOf(this.of.view.state.doc) : null;
    const found = missing.flatMap((item) => {
      const range = this.find(lines!, item.dataset["passage"] ?? "", Number(item.dataset["start"]), all);
      return range ? [this.markOf(item.dataset["comment"] ?? "", range.from, range.to)] : [];
    });
    if (found.length > 0 || keep.length < standing.length) this.mark([...keep, ...found]);
    for (const item of items) {
      if (!item.dataset["passage"] || item.dataset["open"] !== "1") continue;
      const lost = ![...keep, ...found].some((one) => one.spec["id"] === item.dataset["comment"]);
      const told = item.querySelector(".lost");
      if (lost && !told) item.querySelector(".comment-quote")?.prepend(make("span", { className: "badge correction lost", textContent: "without its passage" }), " ");
      else if (!lost) told?.remove();
    }
  }

  /** Where the words stand: at their offset, or where the text has changed, nearest to it; a few letters could be anything. */
  private find(lines: ReturnType<typeof linesOf>, words: string, start: number, atOffset: boolean): { from: number; to: number } | null {
    let best = atOffset && lines.text.startsWith(words, start) ? start : -1;
    if (best < 0 && words.length >= shortestMoved)
      for (let at = lines.text.indexOf(words); at >= 0; at = lines.text.indexOf(words, at + 1)) if (best < 0 || Math.abs(at - start) < Math.abs(best - start)) best = at;
    if (best < 0) return null;
    const [from, to] = [placeOf(lines, best), placeOf(lines, best + words.length)];
    return from !== null && to !== null && from < to ? { from, to } : null;
  }

  /** Lights the comment whose passage holds the cursor. */
  private light(): void {
    const { from, to } = this.of.view.state.selection;
    const here = new Set(this.marks().filter((one) => one.from <= from && one.to >= to).map((one) => String(one.spec["id"])));
    for (const item of this.items()) item.classList.toggle("lit", here.has(item.dataset["comment"] ?? ""));
  }

  private next(): void {
    const items = this.items().filter((item) => item.dataset["open"] === "1");
    if (items.length === 0) return say("Nobody has commented, or all is settled.");
    const at = items.findIndex((item) => item.contains(document.activeElement));
    this.show(items[(at + 1) % items.length]?.dataset["comment"] ?? "", false);
  }

  /** Shows a comment and its passage; the cursor goes to the one or to the other. */
  private show(id: string, inText: boolean): void {
    const { view } = this.of;
    const mark = this.marks().find((one) => one.spec["id"] === id);
    if (mark) view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, mark.from, mark.to)).scrollIntoView());
    const item = byId(`comment-${id}`);
    item?.closest("details")?.setAttribute("open", "");
    if (inText) view.focus();
    else {
      item?.focus();
      item?.scrollIntoView({ block: "nearest" });
      if (item) say(`${item.querySelector("b")?.textContent ?? ""}: ${item.querySelector(".comment-words")?.textContent ?? ""}`);
    }
  }
}
