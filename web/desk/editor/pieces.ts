// How one text becomes another with as little as possible put anew: the cursor, marks and whatever else hangs on a place stay with the rest.
import type { Node } from "prosemirror-model";
import type { Transaction } from "prosemirror-state";

/** What gives way to other blocks: between two places of a text, which are so many of its blocks from that one on. */
export interface Piece {
  from: number;
  to: number;
  first: number;
  count: number;
  nodes: Node[];
}

/** How one text becomes the other. The last piece comes first. */
export function pieces(old: Node, doc: Node): Piece[] {
  const [was, is] = [old.children, doc.children];
  const found: Piece[] = [];
  let [endOld, endNew, at] = [was.length, is.length, old.content.size];
  while (endOld > 0 || endNew > 0) {
    if (endOld > 0 && endNew > 0 && was[endOld - 1]!.eq(is[endNew - 1]!)) {
      at -= was[--endOld]!.nodeSize;
      endNew--;
      continue;
    }

    // The nearest pair before that is the same in both; all behind it is replaced.
    let [left, right] = [0, 0];
    search: for (left = endOld; left > 0; left--) for (right = endNew; right > 0; right--) if (was[left - 1]!.eq(is[right - 1]!)) break search;
    if (left === 0) right = 0;
    let from = at;
    for (let block = endOld; block > left; block--) from -= was[block - 1]!.nodeSize;
    found.push({ from, to: at, first: left, count: endOld - left, nodes: is.slice(right, endNew) });
    [endOld, endNew, at] = [left, right, from];
  }

  return found;
}

/** Puts blocks in the place of others; of those that only say something else, no more than the words that differ. */
export function replace(tr: Transaction, from: number, to: number, nodes: Node[]): void {
  const was: Node[] = [];
  for (let at = from; at < to; at += was[was.length - 1]!.nodeSize) was.push(tr.doc.nodeAt(at)!);
  if (was.length !== nodes.length || was.some((node, at) => !node.isTextblock || !node.sameMarkup(nodes[at]!))) {
    tr.replaceWith(from, to, nodes);
    return;
  }

  let end = to;
  for (let at = was.length - 1; at >= 0; at--) {
    end -= was[at]!.nodeSize;
    replaceWords(tr, end, was[at]!, nodes[at]!);
  }
}

function replaceWords(tr: Transaction, at: number, was: Node, is: Node): void {
  const start = was.content.findDiffStart(is.content);
  const end = was.content.findDiffEnd(is.content);
  if (start === null || end === null) return;
  const overlap = Math.max(0, start - Math.min(end.a, end.b));
  tr.replaceWith(at + 1 + start, at + 1 + end.a + overlap, is.content.cut(start, end.b + overlap));
}
