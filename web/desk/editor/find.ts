// Find and replace in the text: a small window above it, so that what is found stays in sight. Captions, headline and the other fields are not looked through.
import { findNext, findPrev, getSearchState, replaceAll, replaceNext, SearchQuery, setSearchState } from "prosemirror-search";
import type { Command } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";
import { make } from "../page";
import { isStruck } from "./suggest";

/** Opens it, or goes back to its words where it is open. */
export interface Find {
  open(): void;
  /** The text or what is selected in it has changed. */
  follow(): void;
}

/** Makes the window, which is put where it is to stand, and is hidden until it is opened. */
export function makeFind(panel: HTMLElement, view: () => EditorView): Find {
  const words = make("input", { type: "text", autocomplete: "off", spellcheck: false });
  const other = make("input", { type: "text", autocomplete: "off", spellcheck: true });
  const sameCase = make("input", { type: "checkbox" });
  const count = make("span", { className: "find-count" });
  count.setAttribute("role", "status");
  const button = (name: string, title: string, run: () => void) => {
    const one = make("button", { type: "button", textContent: name, title });
    one.addEventListener("click", run);
    return one;
  };
  const next = button("Next", "Next place (Enter)", () => go(findNext));
  const before = button("Previous", "Place before (Shift Enter)", () => go(findPrev));
  const one = button("Replace", "Replace this place and go to the next (Enter)", () => change(replaceNext));
  const all = button("Replace all", "Replace every place", everywhere);
  panel.className = "find";
  panel.hidden = true;
  panel.setAttribute("role", "dialog");
  panel.setAttribute("aria-label", "Find and replace in the text");
  panel.append(
    make("label", { className: "find-field" }, make("span", { textContent: "Find" }), words),
    make("span", { className: "find-acts" }, before, next, make("label", { className: "check" }, sameCase, " Match case"), count),
    make("label", { className: "find-field" }, make("span", { textContent: "Replace with" }), other),
    make("span", { className: "find-acts" }, one, all, button("Close", "Close (Esc)", close)),
  );

  /** Looks for what stands in the fields now. */
  function ask(): void {
    const query = new SearchQuery({ search: words.value, replace: other.value, caseSensitive: sameCase.checked, literal: true, filter: (state, { from, to }) => !isStruck(state.doc, from, to) });
    if (!getSearchState(view().state)?.query.eq(query)) view().dispatch(setSearchState(view().state.tr, query));
  }

  function places(): { from: number; to: number }[] {
    const found = [];
    const query = getSearchState(view().state)?.query;
    for (let at = query?.valid ? query.findNext(view().state) : null; at; at = query!.findNext(view().state, at.to)) found.push(at);
    return found;
  }

  function show(): void {
    const found = places();
    const { from, to } = view().state.selection;
    const at = found.findIndex((place) => place.from === from && place.to === to);
    for (const control of [next, before]) control.disabled = found.length === 0;
    for (const control of [one, all]) control.disabled = found.length === 0 || !view().editable;
    count.textContent = words.value === "" ? "" : found.length === 0 ? "not in the text" : at < 0 ? `${found.length} found` : `${at + 1} of ${found.length}`;
    count.classList.toggle("none", words.value !== "" && found.length === 0);
  }

  function go(step: Command): void {
    step(view().state, view().dispatch, view());
    show();
    view().dom.querySelector(".ProseMirror-active-search-match")?.scrollIntoView({ block: "center" });
  }

  function change(step: Command): void {
    if (!view().editable) count.textContent = "somebody else is writing in the text";
    else go(step);
  }

  function everywhere(): void {
    const found = places().length;
    change(replaceAll);
    if (view().editable) count.textContent = `${found} replaced`;
  }

  function close(): void {
    panel.hidden = true;
    view().dispatch(setSearchState(view().state.tr, new SearchQuery({ search: "" })));
    view().focus();
  }

  for (const field of [words, other, sameCase])
    field.addEventListener("input", () => {
      ask();
      show();
    });
  panel.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close();
    else if (event.key === "Enter" && !event.ctrlKey && !event.metaKey && event.target === words) go(event.shiftKey ? findPrev : findNext);
    else if (event.key === "Enter" && !event.ctrlKey && !event.metaKey && event.target === other) change(replaceNext);
    else return;
    event.preventDefault();
  });

  return {
    open() {
      const { from, to, empty } = view().state.selection;
      const selected = empty || !panel.hidden ? "" : view().state.doc.textBetween(from, to, "\n");
      if (selected && !selected.includes("\n")) words.value = selected;
      panel.hidden = false;
      ask();
      show();
      words.select();
    },
    follow() {
      if (!panel.hidden) show();
    },
  };
}
