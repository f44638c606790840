// The list of what is suggested in the text, beside it: each can be accepted or rejected, singly or all, by key and by control.
import type { EditorView } from "prosemirror-view";
import { onAction } from "../keys";
import { byId, kept, make, say } from "../page";
import { select, settle, type Suggestion, suggesting, suggestionsOf } from "./suggest";

const longest = 120;

export class Suggestions {
  private readonly view: EditorView;
  private readonly me: string;
  private readonly name: string;
  private readonly box = make("section", { className: "suggestions", hidden: true });
  private readonly title = make("h2", { className: "column-title", id: "suggestions-title", tabIndex: -1 });
  private readonly list = make("ol", { className: "threads" });
  private shown = "";

  constructor(form: HTMLFormElement, view: EditorView) {
    this.view = view;
    this.me = form.dataset["me"] ?? "";
    this.name = `suggest.${form.dataset["story"] ?? ""}`;
    this.box.setAttribute("aria-labelledby", this.title.id);
    const acts = make("div", { className: "comment-acts" });
    for (const [words, action, title] of [
      ["Next", "next-suggestion", "Go to the next suggestion (Ctrl/Cmd ])"],
      ["Accept all", "accept-all", "Accept every suggestion (Ctrl/Cmd })"],
      ["Reject all", "reject-all", "Reject every suggestion (Ctrl/Cmd {)"],
    ] as const) {
      const button = make("button", { type: "button", textContent: words, title });
      button.dataset["action"] = action;
      button.addEventListener("click", () => this.run(action));
      acts.append(button);
    }

    this.box.append(this.title, acts, this.list);
    form.querySelector(".side")?.prepend(this.box);
    onAction("suggest", () => this.run("suggest"));
    onAction("next-suggestion", () => this.run("next-suggestion"));
    onAction("accept-suggestion", () => this.run("accept-suggestion"));
    onAction("reject-suggestion", () => this.run("reject-suggestion"));
    onAction("accept-all", () => this.run("accept-all"));
    onAction("reject-all", () => this.run("reject-all"));
    if (kept.get(this.name) === "on") this.turn(true);
    this.follow();
  }

  /** The text has changed. */
  follow(): void {
    const all = suggestionsOf(this.view.state.doc);
    const now = JSON.stringify(all.map(({ id, inserted, deleted }) => [id, inserted, deleted]));
    if (now === this.shown) return;
    this.shown = now;
    this.box.hidden = all.length === 0;
    this.title.replaceChildren("Suggestions ", make("small", { textContent: `${all.length} open` }));
    const focused = (document.activeElement as HTMLElement | null)?.closest<HTMLElement>("[data-suggestion]")?.dataset["suggestion"];
    this.list.replaceChildren(...all.map((one) => this.item(one)));
    if (focused && !this.list.contains(document.activeElement)) (this.list.querySelector<HTMLElement>(`[data-suggestion="${CSS.escape(focused)}"] button`) ?? this.title).focus({ preventScroll: true });
  }

  private run(action: string): void {
    switch (action) {
      case "suggest":
        return this.turn(!suggesting.getState(this.view.state)!.on);
      case "next-suggestion":
        return this.next();
      case "accept-suggestion":
      case "reject-suggestion":
        return this.settleHere(action === "accept-suggestion");
      default:
        this.settleAll(action === "accept-all");
    }
  }

  private turn(on: boolean): void {
    this.view.dispatch(this.view.state.tr.setMeta(suggesting, { on, me: this.me }));
    kept.set(this.name, on ? "on" : null);
    byId("suggest-switch")?.setAttribute("aria-pressed", String(on));
    this.view.dom.classList.toggle("suggesting", on);
    say(on ? "What you write and delete is a suggestion now." : "What you write and delete changes the text now.");
  }

  private item(one: Suggestion): HTMLElement {
    const item = make("li", { className: "thread" });
    item.dataset["suggestion"] = one.id;
    const short = (text: string) => (text.length > longest ? `${text.slice(0, longest)}…` : text);
    const words = make("p", { className: "comment-words", dir: "auto" });
    if (one.deleted) words.append(make("del", { textContent: short(one.deleted) }), " ");
    if (one.inserted) words.append(make("ins", { textContent: short(one.inserted) }));
    const button = (name: string, run: () => void) => {
      const made = make("button", { type: "button", textContent: name, ariaLabel: `${name}: ${short(one.inserted || one.deleted)}` });
      made.addEventListener("click", run);
      return made;
    };
    const when = new Date(one.at).toLocaleString("en-GB", { timeZone: document.body.dataset["zone"] ?? "UTC", dateStyle: "medium", timeStyle: "short" });
    item.append(
      make("p", { className: "comment-by" }, make("b", { textContent: one.by }), ` ${when}`),
      words,
      make("div", { className: "comment-acts" }, button("Accept", () => this.settleOne(one.id, true)), button("Reject", () => this.settleOne(one.id, false)), button("Show", () => this.show(one.id))),
    );
    return item;
  }

  private show(id: string): void {
    const one = suggestionsOf(this.view.state.doc).find((suggestion) => suggestion.id === id);
    if (!one) return;
    select(one)(this.view.state, this.view.dispatch, this.view);
    this.view.focus();
  }

  private next(): void {
    const all = suggestionsOf(this.view.state.doc);
    const one = all.find((suggestion) => suggestion.from > this.view.state.selection.from) ?? all[0];
    if (!one) return say("Nothing is suggested in the text.");
    this.show(one.id);
    say(`${one.by} ${one.deleted && one.inserted ? `puts “${one.inserted}” for “${one.deleted}”` : one.deleted ? `strikes “${one.deleted}”` : `puts in “${one.inserted}”`}.`);
  }

  /** The suggestion in which the cursor is, or that is selected. */
  private settleHere(accept: boolean): void {
    const { from, to } = this.view.state.selection;
    const one = suggestionsOf(this.view.state.doc).find((suggestion) => suggestion.from <= to && suggestion.to >= from);
    if (!one) return say("Put the cursor into a suggestion, or go to the next one.");
    this.settleOne(one.id, accept);
  }

  private settleOne(id: string, accept: boolean): void {
    if (!this.mayWrite() || !settle(new Set([id]), accept)(this.view.state, this.view.dispatch, this.view)) return;
    const left = suggestionsOf(this.view.state.doc).length;
    say(`${accept ? "Accepted" : "Rejected"}. ${left === 0 ? "Nothing else is suggested." : left === 1 ? "One suggestion is left." : `${left} suggestions are left.`}`);
  }

  private settleAll(accept: boolean): void {
    const all = suggestionsOf(this.view.state.doc).length;
    if (all === 0) return say("Nothing is suggested in the text.");
    if (this.mayWrite() && settle(null, accept)(this.view.state, this.view.dispatch, this.view)) say(`${all} ${accept ? "accepted" : "rejected"}. Ctrl/Cmd Z takes that back.`);
  }

  private mayWrite(): boolean {
    if (!this.view.editable) say("Somebody else is writing in the text. Ask for it first.");
    return this.view.editable;
  }
}
