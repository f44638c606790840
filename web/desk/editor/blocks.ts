// The body as it is stored, to the editor's document and back: one to one, and what stands in neither is an error.
import type { Mark, Node } from "prosemirror-model";
import { schema } from "./schema";

export interface Run {
  t: string;
  b?: true;
  i?: true;
  sup?: true;
  sub?: true;
  href?: string;
}

export type Block =
  | { kind: "paragraph"; text: Run[] }
  | { kind: "heading"; level: number; text: Run[] }
  | { kind: "quote"; lines: Run[][]; by: string }
  | { kind: "list"; numbered: boolean; items: Run[][] }
  | { kind: "table"; caption: string; rows: { text: string; heading: boolean; columns: number; rows: number }[][] }
  | { kind: "preformatted"; text: string }
  | { kind: "picture"; file: string; caption: string; alt: string; credit: string; width: number; height: number; rights?: unknown }
  | { kind: "embed"; href: string; title: string };

const styles = [
  ["b", "bold"],
  ["i", "italic"],
  ["sup", "superscript"],
  ["sub", "subscript"],
] as const;

function inline(runs: Run[]): Node[] {
  return runs
    .filter((run) => run.t !== "")
    .map((run) => {
      let marks: readonly Mark[] = [];
      if (run.href) marks = schema.marks.link.create({ href: run.href }).addToSet(marks);
      for (const [letter, name] of styles) if (run[letter]) marks = schema.marks[name].create().addToSet(marks);
      return schema.text(run.t, marks);
    });
}

const plain = (text: string): Node[] => (text === "" ? [] : [schema.text(text)]);

function nodeOf(block: Block): Node {
  const { nodes } = schema;
  switch (block.kind) {
    case "paragraph":
      return nodes.paragraph.create(null, inline(block.text));
    case "heading":
      return nodes.heading.create({ level: block.level }, inline(block.text));
    case "quote": {
      const lines = (block.lines.length > 0 ? block.lines : [[]]).map((line) => nodes.quote_line.create(null, inline(line)));
      return nodes.quote.create(null, [...lines, nodes.quote_by.create(null, plain(block.by))]);
    }
    case "list":
      return nodes.list.create({ numbered: block.numbered }, (block.items.length > 0 ? block.items : [[]]).map((item) => nodes.list_item.create(null, inline(item))));
    case "preformatted":
      return nodes.preformatted.create(null, plain(block.text));
    case "picture": {
      const { kind, rights, ...attrs } = block;
      return nodes[kind].create({ ...attrs, rights: rights ?? null });
    }
    case "embed":
      return nodes.embed.create({ href: block.href, title: block.title });
    case "table":
      return nodes.table.create({ value: block });
  }
}

/** The document of a body; an empty body is one empty paragraph. */
export function docOf(body: Block[]): Node {
  return schema.nodes.doc.create(null, body.length > 0 ? body.map(nodeOf) : [schema.nodes.paragraph.create()]);
}

function runsOf(node: Node): Run[] {
  const runs: Run[] = [];
  node.forEach((child) => {
    const run: Run = { t: child.text ?? "" };
    for (const mark of child.marks) {
      if (mark.type === schema.marks.link) run.href = String(mark.attrs["href"]);
      for (const [letter, name] of styles) if (mark.type === schema.marks[name]) run[letter] = true;
    }

    runs.push(run);
  });
  return runs;
}

function blockOf(node: Node): Block {
  switch (node.type.name) {
    case "paragraph":
      return { kind: "paragraph", text: runsOf(node) };
    case "heading":
      return { kind: "heading", level: Number(node.attrs["level"]), text: runsOf(node) };
    case "quote": {
      const lines: Run[][] = [];
      node.forEach((line) => {
        if (line.type === schema.nodes.quote_line) lines.push(runsOf(line));
      });
      return { kind: "quote", lines, by: node.lastChild?.textContent ?? "" };
    }
    case "list": {
      const items: Run[][] = [];
      node.forEach((item) => {
        items.push(runsOf(item));
      });
      return { kind: "list", numbered: Boolean(node.attrs["numbered"]), items };
    }
    case "preformatted":
      return { kind: "preformatted", text: node.textContent };
    case "picture": {
      const { rights, ...rest } = node.attrs as { rights: unknown; file: string; caption: string; alt: string; credit: string; width: number; height: number };
      return rights === null ? { kind: "picture", ...rest } : { kind: "picture", ...rest, rights };
    }
    case "embed":
      return { kind: "embed", href: String(node.attrs["href"]), title: String(node.attrs["title"]) };
    case "table":
      return node.attrs["value"] as Block;
    default:
      throw new Error(`No block is made of ${node.type.name}.`);
  }
}

const says = (runs: Run[]) => runs.some((run) => run.t.trim() !== "");

/** The body of a document. Blocks that hold nothing are left out. */
export function bodyOf(doc: Node): Block[] {
  const body: Block[] = [];
  doc.forEach((node) => {
    const block = blockOf(node);
    if (block.kind === "list") block.items = block.items.filter(says);
    if (block.kind === "quote") block.lines = block.lines.filter(says);
    const empty =
      ((block.kind === "paragraph" || block.kind === "heading") && !says(block.text)) ||
      (block.kind === "list" && block.items.length === 0) ||
      (block.kind === "quote" && block.lines.length === 0 && block.by === "") ||
      (block.kind === "preformatted" && block.text.trim() === "");
    if (!empty) body.push(block);
  });
  return body;
}
