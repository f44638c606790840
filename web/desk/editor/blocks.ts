// The body as it is stored, to the editor's document and back: one to one, and what stands in neither is an error.
import type { Mark, Node } from "prosemirror-model";
import { schema, type Suggested } from "./schema";

/** A block, line or item that is proposed as a whole, or struck. */
export type Sug = Suggested & { kind: "ins" | "del" };

export interface Run {
  t: string;
  b?: true;
  i?: true;
  sup?: true;
  sub?: true;
  href?: string;
  ins?: Suggested;
  del?: Suggested;
}

export type Block = { sug?: Sug } & (
  | { kind: "paragraph"; text: Run[] }
  | { kind: "heading"; level: number; text: Run[] }
  | { kind: "quote"; lines: Run[][]; by: string; each?: (Sug | null)[] }
  | { kind: "list"; numbered: boolean; items: Run[][]; each?: (Sug | null)[] }
  | { kind: "table"; caption: string; rows: { text: string; heading: boolean; columns: number; rows: number }[][] }
  | { kind: "preformatted"; text: string }
  | { kind: "picture"; file: string; caption: string; alt: string; credit: string; width: number; height: number; rights?: unknown }
  | { kind: "embed"; href: string; title: string }
);

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
      if (run.ins) marks = schema.marks.insertion.create(run.ins).addToSet(marks);
      if (run.del) marks = schema.marks.deletion.create(run.del).addToSet(marks);
      return schema.text(run.t, marks);
    });
}

const plain = (text: string): Node[] => (text === "" ? [] : [schema.text(text)]);

function nodeOf(block: Block): Node {
  const { nodes } = schema;
  const sug = block.sug ?? null;
  switch (block.kind) {
    case "paragraph":
      return nodes.paragraph.create({ sug }, inline(block.text));
    case "heading":
      return nodes.heading.create({ level: block.level, sug }, inline(block.text));
    case "quote": {
      const lines = (block.lines.length > 0 ? block.lines : [[]]).map((line, at) => nodes.quote_line.create({ sug: block.each?.[at] ?? null }, inline(line)));
      return nodes.quote.create({ sug }, [...lines, nodes.quote_by.create(null, plain(block.by))]);
    }
    case "list":
      return nodes.list.create({ numbered: block.numbered, sug }, (block.items.length > 0 ? block.items : [[]]).map((item, at) => nodes.list_item.create({ sug: block.each?.[at] ?? null }, inline(item))));
    case "preformatted":
      return nodes.preformatted.create({ sug }, plain(block.text));
    case "picture": {
      const { kind, rights, ...attrs } = block;
      return nodes[kind].create({ ...attrs, sug, rights: rights ?? null });
    }
    case "embed":
      return nodes.embed.create({ href: block.href, title: block.title, sug });
    case "table":
      return nodes.table.create({ value: { ...block, sug: undefined }, sug });
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
      if (mark.type === schema.marks.insertion) run.ins = { ...mark.attrs } as Suggested;
      if (mark.type === schema.marks.deletion) run.del = { ...mark.attrs } as Suggested;
    }

    runs.push(run);
  });
  return runs;
}

/** Whether lines or items are suggested one by one, where any is. */
function eachOf(lines: Node[]): { each?: (Sug | null)[] } {
  return lines.some((line) => line.attrs["sug"]) ? { each: lines.map((line) => line.attrs["sug"] as Sug | null) } : {};
}

function blockOf(node: Node): Block {
  const block = plainBlockOf(node);
  const sug = node.attrs["sug"] as Sug | null;
  return sug ? { ...block, sug } : block;
}

function plainBlockOf(node: Node): Block {
  switch (node.type.name) {
    case "paragraph":
      return { kind: "paragraph", text: runsOf(node) };
    case "heading":
      return { kind: "heading", level: Number(node.attrs["level"]), text: runsOf(node) };
    case "quote": {
      const lines: Node[] = [];
      node.forEach((line) => {
        if (line.type === schema.nodes.quote_line && says(runsOf(line))) lines.push(line);
      });
      return { kind: "quote", lines: lines.map(runsOf), by: node.lastChild?.textContent ?? "", ...eachOf(lines) };
    }
    case "list": {
      const items: Node[] = [];
      node.forEach((item) => {
        if (says(runsOf(item))) items.push(item);
      });
      return { kind: "list", numbered: Boolean(node.attrs["numbered"]), items: items.map(runsOf), ...eachOf(items) };
    }
    case "preformatted":
      return { kind: "preformatted", text: node.textContent };
    case "picture": {
      const { rights, sug: _, ...rest } = node.attrs as { rights: unknown; sug: unknown; file: string; caption: string; alt: string; credit: string; width: number; height: number };
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

/** True of a block that holds nothing: an empty line is one that somebody has just begun. */
function holdsNothing(block: Block): boolean {
  return (
    ((block.kind === "paragraph" || block.kind === "heading") && !says(block.text)) ||
    (block.kind === "list" && block.items.length === 0) ||
    (block.kind === "quote" && block.lines.length === 0 && block.by === "") ||
    (block.kind === "preformatted" && block.text.trim() === "")
  );
}

/** The body of a document. Blocks that hold nothing are left out. */
export function bodyOf(doc: Node): Block[] {
  return doc.children.map(blockOf).filter((block) => !holdsNothing(block));
}

/** Where the blocks of that body stand in the document. */
export function placesOf(doc: Node): { from: number; to: number }[] {
  const places: { from: number; to: number }[] = [];
  doc.forEach((node, from) => {
    if (!holdsNothing(blockOf(node))) places.push({ from, to: from + node.nodeSize });
  });
  return places;
}
