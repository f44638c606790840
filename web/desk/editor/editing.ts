// The body's editor: ProseMirror with the newsroom's own schema, its keys, and a bar with a visible control for each.
import { baseKeymap, chainCommands, toggleMark } from "prosemirror-commands";
import { dropCursor } from "prosemirror-dropcursor";
import { gapCursor } from "prosemirror-gapcursor";
import { history, redo, undo } from "prosemirror-history";
import { inputRules, textblockTypeInputRule } from "prosemirror-inputrules";
import { keymap } from "prosemirror-keymap";
import type { NodeType } from "prosemirror-model";
import { search } from "prosemirror-search";
import { type Command, EditorState, Plugin, type Transaction } from "prosemirror-state";
import { EditorView } from "prosemirror-view";
import { onAction, runAction } from "../keys";
import { make, post, say } from "../page";
import { type Block, docOf } from "./blocks";
import { commentMarks } from "./comments";
import { asSuggestion, suggesting } from "./suggest";
import { block, embed, insertBlock, leaveGroup, link, list, quote, splitLine, unwrap } from "./commands";
import { makeFind } from "./find";
import { pickPicture } from "./library";
import { schema } from "./schema";
import { embedView, PictureView, tableView } from "./views";
import { wordMarks } from "./words";

const { nodes, marks } = schema;

interface Control {
  name: string;
  title: string;
  run: Command;
  on?: (state: EditorState) => boolean;
}

const inMark = (name: "bold" | "italic" | "link") => (state: EditorState) => {
  const { from, to, empty, $from } = state.selection;
  return empty ? marks[name].isInSet(state.storedMarks ?? $from.marks()) !== undefined : state.doc.rangeHasMark(from, to, marks[name]);
};

const inNode =
  (kind: NodeType, attrs: Record<string, unknown> = {}) =>
  (state: EditorState) => {
    const { $from } = state.selection;
    const node = $from.depth >= 1 ? $from.node(1) : null;
    return node !== null && node.type === kind && Object.entries(attrs).every(([key, value]) => node.attrs[key] === value);
  };

const controls: Control[] = [
  { name: "B", title: "Bold (Ctrl/Cmd B)", run: toggleMark(marks.bold), on: inMark("bold") },
  { name: "I", title: "Italic (Ctrl/Cmd I)", run: toggleMark(marks.italic), on: inMark("italic") },
  { name: "Link", title: "Link (Ctrl/Cmd Shift L)", run: link, on: inMark("link") },
  { name: "Heading", title: "Heading (## and a space)", run: block(nodes.heading, { level: 2 }), on: inNode(nodes.heading, { level: 2 }) },
  { name: "Subhead", title: "Smaller heading (### and a space)", run: block(nodes.heading, { level: 3 }), on: inNode(nodes.heading, { level: 3 }) },
  { name: "Quote", title: "Quotation with its speaker", run: quote, on: inNode(nodes.quote) },
  { name: "• List", title: "List", run: list(false), on: inNode(nodes.list, { numbered: false }) },
  { name: "1. List", title: "Numbered list", run: list(true), on: inNode(nodes.list, { numbered: true }) },
  { name: "Columns", title: "Text whose spacing counts: results, tables of a line-mode wire", run: block(nodes.preformatted), on: inNode(nodes.preformatted) },
  { name: "Embed", title: "Link to a video, post or map", run: embed },
];

/** Makes the editor in its place, named by the element with that id; the last parameter hears each change. */
export function makeEditor(place: HTMLElement, label: string, body: Block[], changed: (by: Transaction) => void): EditorView {
  const panel = make("div", {});
  const find = makeFind(panel, () => view);
  const state = EditorState.create({
    doc: docOf(body),
    plugins: [
      keymap({ "Mod-z": undo, "Mod-y": redo, "Mod-Shift-z": redo, "Mod-b": toggleMark(marks.bold), "Mod-i": toggleMark(marks.italic), "Mod-Shift-l": link }),
      keymap({ Enter: chainCommands(leaveGroup, splitLine), Backspace: unwrap }),
      // Ctrl Enter belongs to the page: save and release.
      keymap(Object.fromEntries(Object.entries(baseKeymap).filter(([key]) => key !== "Mod-Enter" && key !== "Enter"))),
      inputRules({ rules: [textblockTypeInputRule(/^(#{2,4})\s$/, nodes.heading, (match) => ({ level: match[1]!.length }))] }),
      history(),
      search(),
      wordMarks,
      commentMarks,
      suggesting,
      dropCursor(),
      gapCursor(),
      // Also when somebody else begins or ends to write in the text.
      new Plugin({ view: () => ({ update: () => find.follow() }) }),
    ],
  });
  const view: EditorView = new EditorView(
    { mount: place.appendChild(make("div", { className: "editor-text" })) },
    {
      state,
      attributes: { "aria-labelledby": label, role: "textbox", "aria-multiline": "true", spellcheck: "true" },
      nodeViews: { picture: (node, editor, position) => new PictureView(node, editor, position), embed: embedView, table: tableView },
      handleDOMEvents: { keydown: takeCaret, keyup: takeCaret },
      dispatchTransaction(wanted) {
        const transaction = asSuggestion(view.state, wanted);
        view.updateState(view.state.apply(transaction));
        showState();
        if (transaction.docChanged) changed(transaction);
      },
    },
  );
  const buttons = controls.map((control) => ({ control, button: buttonOf(control, view) }));
  const finding = make("button", { type: "button", textContent: "Find", title: "Find and replace in the text (Ctrl/Cmd H)" });
  finding.dataset["action"] = "find";
  finding.addEventListener("click", find.open);
  onAction("find", find.open);
  const suggest = make("button", { type: "button", id: "suggest-switch", textContent: "Suggest", title: "What is written and deleted is a suggestion, or changes the text (Ctrl/Cmd /)" });
  suggest.dataset["action"] = "suggest";
  suggest.setAttribute("aria-pressed", "false");
  suggest.addEventListener("mousedown", (event) => event.preventDefault());
  suggest.addEventListener("click", () => runAction("suggest"));
  const bar = make("div", { className: "editor-bar", ariaLabel: "Text" }, ...buttons.map(({ button }) => button), ...pictureControl(view), finding, suggest);
  bar.setAttribute("role", "toolbar");
  oneStop(bar);
  place.prepend(make("div", { className: "editor-top" }, bar, panel));

  function showState(): void {
    for (const { button, control } of buttons) if (control.on) button.setAttribute("aria-pressed", String(control.on(view.state)));
  }

  showState();
  return view;
}

/**
 * Keys that were typed ahead come one upon the other, before the browser says where the one before took the caret: the editor is told now, or Enter behind Ctrl End
 * would split the line that was left.
 */
function takeCaret(view: EditorView): boolean {
  if (!view.composing) document.dispatchEvent(new Event("selectionchange"));
  return false;
}

/** A toolbar is one stop of the tab key; the arrows move within it. */
function oneStop(bar: HTMLElement): void {
  const stops = [...bar.querySelectorAll<HTMLButtonElement>("button")];
  const enter = (at: number) => stops.forEach((stop, index) => (stop.tabIndex = index === at ? 0 : -1));
  bar.addEventListener("keydown", (event) => {
    const by = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
    if (by === 0) return;
    const at = (stops.indexOf(event.target as HTMLButtonElement) + by + stops.length) % stops.length;
    enter(at);
    stops[at]?.focus();
    event.preventDefault();
  });
  enter(0);
}

function buttonOf(control: Control, view: EditorView): HTMLButtonElement {
  const button = make("button", { type: "button", textContent: control.name, title: control.title });
  // The selection in the text stays while the button is pressed.
  button.addEventListener("mousedown", (event) => event.preventDefault());
  button.addEventListener("click", () => {
    control.run(view.state, view.dispatch, view);
    view.focus();
  });
  return button;
}

function pictureControl(view: EditorView): HTMLElement[] {
  const input = make("input", { type: "file", accept: "image/jpeg,image/png,image/webp,image/gif", className: "spoken", tabIndex: -1, ariaLabel: "Picture file" });
  input.id = "picture-file";
  const button = make("button", { type: "button", textContent: "Picture", title: "Add a picture" });
  button.addEventListener("click", () => input.click());
  input.addEventListener("change", async () => {
    const file = input.files?.[0];
    if (!file) return;
    say("The picture is being sent …");
    const form = new FormData();
    form.set("file", file);
    const answer = await post("/desk/pictures", form);
    input.value = "";
    if (!answer.ok) {
      say(answer.message ?? "The picture was not taken.");
      return;
    }

    insertBlock(view, nodes.picture.create({ file: answer["file"], caption: answer["caption"], alt: answer["alt"], credit: answer["credit"], width: answer["width"], height: answer["height"] }));
    say(answer["caption"] ? "The picture is in, with what its file says. Look at its caption, alternative text and credit." : "The picture is in. Write its caption, alternative text and credit.");
  });
  const library = make("button", { type: "button", textContent: "From the library", title: "Add a picture of the library" });
  library.addEventListener("click", () =>
    pickPicture(({ file, caption, alt, credit, width, height, rights }) => {
      insertBlock(view, nodes.picture.create({ file, caption, alt, credit, width, height, rights }));
      say("The picture is in.");
    }),
  );
  return [button, library, input];
}
