// How pictures, embeds and tables stand in the editor: a picture with its fields, the others as they are.
import type { Node } from "prosemirror-model";
import type { EditorView, NodeView } from "prosemirror-view";
import { make } from "../page";
import type { Block } from "./blocks";

/** A picture with caption, alternative text and credit to be filled in. */
export class PictureView implements NodeView {
  readonly dom: HTMLElement;
  private readonly fields = new Map<string, HTMLTextAreaElement>();
  private node: Node;
  private readonly view: EditorView;
  private readonly position: () => number | undefined;

  constructor(node: Node, view: EditorView, position: () => number | undefined) {
    this.node = node;
    this.view = view;
    this.position = position;
    const file = String(node.attrs["file"]);
    this.dom = make("figure", { className: "picture-block", contentEditable: "false" });
    this.dom.append(file ? make("img", { src: sourceOf(file, Number(node.attrs["width"])), alt: "" }) : make("p", { className: "hint", textContent: "A picture was announced and not sent." }));
    this.dom.append(
      this.field("caption", "Caption"),
      this.field("alt", "Alternative text, for who does not see it (needed for release)"),
      this.field("credit", "Credit"),
      ...rightsOf(node),
      make("div", { className: "picture-acts" }, ...aboutOf(file), this.button("Up", "Move the picture up", () => this.shift(-1)), this.button("Down", "Move the picture down", () => this.shift(1)), this.button("Remove", "Remove the picture", () => this.remove())),
    );
  }

  private button(name: string, label: string, run: () => void): HTMLElement {
    const button = make("button", { type: "button", textContent: name, ariaLabel: label });
    button.addEventListener("click", run);
    return button;
  }

  private field(name: string, label: string): HTMLElement {
    const input = make("textarea", { rows: name === "caption" ? 2 : 1, value: String(this.node.attrs[name]), maxLength: 2000 });
    input.dataset["field"] = name;
    input.addEventListener("input", () => {
      const at = this.position();
      if (at === undefined) return;
      const place = input.selectionStart;
      this.view.dispatch(this.view.state.tr.setNodeMarkup(at, null, { ...this.node.attrs, [name]: input.value }));
      // Where that was a suggestion, this picture is struck now, and one writes on in the one that is proposed below it.
      const next = this.isStruck ? this.dom.nextElementSibling?.querySelector<HTMLTextAreaElement>(`[data-field="${name}"]`) : null;
      next?.focus();
      next?.setSelectionRange(place, place);
    });
    this.fields.set(name, input);
    return make("label", { className: "picture-field" }, make("span", { textContent: label }), input);
  }

  private get isStruck(): boolean {
    return (this.node.attrs["sug"] as { kind?: string } | null)?.kind === "del";
  }

  private remove(): void {
    const at = this.position();
    if (at === undefined) return;
    this.view.dispatch(this.view.state.tr.delete(at, at + this.node.nodeSize));
    this.view.focus();
  }

  private shift(by: -1 | 1): void {
    const at = this.position();
    if (at === undefined) return;
    const { doc, tr } = this.view.state;
    const other = doc.maybeChild(doc.resolve(at).index() + by);
    if (other) this.view.dispatch(tr.delete(at, at + this.node.nodeSize).insert(by < 0 ? at - other.nodeSize : at + other.nodeSize, this.node));
  }

  update(node: Node): boolean {
    if (node.type !== this.node.type || node.attrs["file"] !== this.node.attrs["file"]) return false;
    this.node = node;
    for (const input of this.fields.values()) input.readOnly = this.isStruck;
    for (const [name, input] of this.fields) if (input.value !== node.attrs[name]) input.value = String(node.attrs[name]);
    return true;
  }

  stopEvent(): boolean {
    return true;
  }

  ignoreMutation(): boolean {
    return true;
  }
}

/** The rendition for the editor; a picture whose size is not known comes as it was kept. */
function sourceOf(file: string, width: number): string {
  const address = `/desk/pictures/${encodeURIComponent(file)}`;
  return width > 0 ? `${address}/${Math.min(width, 800)}.webp` : address;
}

/** The terms under which the picture may go out. */
function rightsOf(node: Node): HTMLElement[] {
  const terms = (node.attrs["rights"] as { terms?: string } | null)?.terms;
  return terms ? [make("p", { className: "hint", textContent: `Terms: ${terms}` })] : [];
}

function aboutOf(file: string): HTMLElement[] {
  return file ? [make("a", { href: `/desk/picture/${encodeURIComponent(file)}`, target: "_blank", rel: "noopener", className: "button", textContent: "Focal point and rights" })] : [];
}

/** An embed as its link. */
export function embedView(node: Node): NodeView {
  const words = make("span", { textContent: ` ${String(node.attrs["title"])} ` });
  return { dom: make("div", { className: "embed-block", contentEditable: "false" }, make("b", { textContent: "Embed" }), words, make("span", { className: "mono", textContent: String(node.attrs["href"]) })) };
}

/** A table as it came; it is kept and not edited. */
export function tableView(node: Node): NodeView {
  const value = node.attrs["value"] as Extract<Block, { kind: "table" }>;
  const table = make("table", { className: "lines" });
  if (value.caption) table.append(make("caption", { textContent: value.caption }));
  for (const row of value.rows)
    table.append(make("tr", {}, ...row.map((cell) => make(cell.heading ? "th" : "td", { textContent: cell.text, colSpan: cell.columns, rowSpan: cell.rows }))));
  return { dom: make("div", { className: "kept-table", contentEditable: "false" }, make("p", { className: "hint", textContent: "This table is kept as it came." }), make("div", { className: "scroll" }, table)) };
}
