// The editor's document is the story's body, block for block: what the newsroom stores is what can be written, and nothing else.
import { Schema } from "prosemirror-model";

const rich = { content: "text*", marks: "_" };
// A whole block, line or item that is suggested: proposed, or struck. See suggest.ts.
const sug = { sug: { default: null } };
const suggested = { attrs: { id: {}, by: {}, at: {} }, inclusive: false };

export const schema = new Schema({
  nodes: {
    doc: { content: "block+" },
    paragraph: { ...rich, group: "block", attrs: sug, parseDOM: [{ tag: "p" }, { tag: "div" }], toDOM: () => ["p", 0] },
    heading: {
      ...rich,
      group: "block",
      defining: true,
      attrs: { ...sug, level: { default: 2 } },
      parseDOM: [
        { tag: "h1", attrs: { level: 2 } },
        { tag: "h2", attrs: { level: 2 } },
        { tag: "h3", attrs: { level: 3 } },
        { tag: "h4", attrs: { level: 4 } },
        { tag: "h5", attrs: { level: 4 } },
        { tag: "h6", attrs: { level: 4 } },
      ],
      toDOM: (node) => [`h${String(node.attrs["level"])}`, 0],
    },
    quote: { content: "quote_line+ quote_by", group: "block", attrs: sug, defining: true, isolating: true, parseDOM: [{ tag: "blockquote" }], toDOM: () => ["blockquote", 0] },
    quote_line: { ...rich, attrs: sug, parseDOM: [{ tag: "p", context: "quote/" }], toDOM: () => ["p", 0] },
    quote_by: { content: "text*", marks: "", parseDOM: [{ tag: "cite" }], toDOM: () => ["p", { class: "quote-by" }, 0] },
    list: {
      content: "list_item+",
      group: "block",
      attrs: { ...sug, numbered: { default: false } },
      parseDOM: [
        { tag: "ul", attrs: { numbered: false } },
        { tag: "ol", attrs: { numbered: true } },
      ],
      toDOM: (node) => [node.attrs["numbered"] ? "ol" : "ul", 0],
    },
    list_item: { ...rich, attrs: sug, parseDOM: [{ tag: "li" }], toDOM: () => ["li", 0] },
    preformatted: { content: "text*", marks: "", attrs: sug, group: "block", code: true, defining: true, parseDOM: [{ tag: "pre", preserveWhitespace: "full" }], toDOM: () => ["pre", 0] },
    picture: {
      group: "block",
      atom: true,
      attrs: { ...sug, file: { default: "" }, caption: { default: "" }, alt: { default: "" }, credit: { default: "" }, width: { default: 0 }, height: { default: 0 }, rights: { default: null } },
      toDOM: () => ["figure"],
    },
    embed: { group: "block", atom: true, attrs: { ...sug, href: {}, title: { default: "" } }, toDOM: () => ["div", { class: "embed" }] },
    // What the editor does not edit it keeps: tables stand as they came.
    table: { group: "block", atom: true, attrs: { ...sug, value: {} }, toDOM: () => ["div", { class: "kept-table" }] },
    text: {},
  },
  marks: {
    link: {
      attrs: { href: {} },
      inclusive: false,
      parseDOM: [
        {
          tag: "a[href]",
          getAttrs: (element) => {
            const href = element.getAttribute("href") ?? "";
            return isLink(href) ? { href } : false;
          },
        },
      ],
      toDOM: (mark) => ["a", { href: String(mark.attrs["href"]), rel: "noopener" }, 0],
    },
    bold: { parseDOM: [{ tag: "strong" }, { tag: "b", getAttrs: (element) => element.style.fontWeight !== "normal" && null }, { style: "font-weight=bold" }], toDOM: () => ["strong", 0] },
    italic: { parseDOM: [{ tag: "em" }, { tag: "i", getAttrs: (element) => element.style.fontStyle !== "normal" && null }, { style: "font-style=italic" }], toDOM: () => ["em", 0] },
    superscript: { excludes: "subscript", parseDOM: [{ tag: "sup" }], toDOM: () => ["sup", 0] },
    subscript: { excludes: "superscript", parseDOM: [{ tag: "sub" }], toDOM: () => ["sub", 0] },
    // No reader's page has these: what is pasted from one is nobody's suggestion.
    insertion: { ...suggested, toDOM: (mark) => ["ins", { title: titleOf("ins", mark.attrs as unknown as Suggested) }, 0] },
    deletion: { ...suggested, toDOM: (mark) => ["del", { title: titleOf("del", mark.attrs as unknown as Suggested) }, 0] },
  },
});

/** Who suggested something, when (milliseconds), and which suggestion it belongs to. */
export interface Suggested {
  id: string;
  by: string;
  at: number;
}

/** What stands in the tool tip of a suggestion. */
export function titleOf(kind: "ins" | "del", { by, at }: Suggested): string {
  return `${kind === "ins" ? "Put in" : "Struck"} by ${by}, ${new Date(at).toLocaleString("en-GB", { timeZone: document.body.dataset["zone"] ?? "UTC", dateStyle: "medium", timeStyle: "short" })}`;
}

/** A link that the newsroom takes: the server asks the same. */
export function isLink(address: string): boolean {
  try {
    return ["http:", "https:", "mailto:", "tel:"].includes(new URL(address).protocol);
  } catch {
    return false;
  }
}
