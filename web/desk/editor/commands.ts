// What the body's editor can do with lists, quotes, links and blocks, beyond what the library brings.
import { setBlockType, splitBlock, toggleMark } from "prosemirror-commands";
import type { Node, NodeType } from "prosemirror-model";
import { type Command, type EditorState, Selection, TextSelection } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";
import { say } from "../page";
import { isLink, schema } from "./schema";

const { nodes, marks } = schema;

/** The list or quote that holds the cursor. */
function group(state: EditorState): Node | null {
  const { $from, empty } = state.selection;
  const outer = $from.depth >= 2 ? $from.node(1) : null;
  return empty && outer && (outer.type === nodes.list || outer.type === nodes.quote) ? outer : null;
}

/** Enter in an empty last item of a list, or in a quote's speaker, leaves it for a paragraph. */
export const leaveGroup: Command = (state, dispatch) => {
  const outer = group(state);
  const { $from } = state.selection;
  if (!outer) return false;
  const leavesList = outer.type === nodes.list && $from.parent.content.size === 0 && $from.index(1) === outer.childCount - 1;
  if (!leavesList && $from.parent.type !== nodes.quote_by) return false;
  if (dispatch) {
    const after = $from.after(1);
    const tr = state.tr.insert(after, nodes.paragraph.create());
    if (leavesList) tr.delete(outer.childCount === 1 ? $from.before(1) : $from.before(2), outer.childCount === 1 ? after : $from.after(2));
    dispatch(tr.setSelection(Selection.near(tr.doc.resolve(Math.min(tr.mapping.map(after, -1) + 1, tr.doc.content.size)))).scrollIntoView());
  }

  return true;
};

/** Enter in text whose spacing counts makes a line, anywhere else a new block of the same kind. */
export const splitLine: Command = (state, dispatch, view) => {
  if (state.selection.$from.parent.type !== nodes.preformatted) return splitBlock(state, dispatch, view);
  dispatch?.(state.tr.insertText("\n").scrollIntoView());
  return true;
};

/** Backspace at the very start of a list or quote makes paragraphs of it again. */
export const unwrap: Command = (state, dispatch) => {
  const { $from } = state.selection;
  if (!group(state) || $from.parentOffset > 0 || $from.index(1) > 0) return false;
  return toParagraphs(state, dispatch);
};

const toParagraphs: Command = (state, dispatch) => {
  const outer = group(state);
  if (!outer) return false;
  const lines: Node[] = [];
  outer.forEach((line) => {
    if (line.type !== nodes.quote_by || line.content.size > 0) lines.push(nodes.paragraph.create(null, line.content));
  });
  const start = state.selection.$from.before(1);
  const tr = state.tr.replaceWith(start, state.selection.$from.after(1), lines);
  dispatch?.(tr.setSelection(TextSelection.create(tr.doc, start + 1)).scrollIntoView());
  return true;
};

/** Makes a list or quote of the selected paragraphs, or paragraphs of the list or quote that holds the cursor. */
function wrap(whole: (lines: Node[]) => Node): Command {
  return (state, dispatch) => {
    const { $from, $to } = state.selection;
    if ($from.depth === 2) return toParagraphs(state, dispatch);
    if ($from.depth !== 1 || $to.depth !== 1) return false;
    const lines: Node[] = [];
    state.doc.nodesBetween($from.before(1), $to.after(1), (node, _, parent) => {
      if (parent === state.doc) lines.push(node);
      return false;
    });
    if (lines.some((line) => line.type !== nodes.paragraph && line.type !== nodes.heading)) return false;
    if (dispatch) {
      const start = $from.before(1);
      const tr = state.tr.replaceWith(start, $to.after(1), whole(lines));
      dispatch(tr.setSelection(TextSelection.near(tr.doc.resolve(start + 2 + $from.parentOffset))).scrollIntoView());
    }

    return true;
  };
}

/** Makes a list. */
export const list = (numbered: boolean): Command => wrap((lines) => nodes.list.create({ numbered }, lines.map((line) => nodes.list_item.create(null, line.content))));

/** Makes a quotation with room for its speaker. */
export const quote: Command = wrap((lines) => nodes.quote.create(null, [...lines.map((line) => nodes.quote_line.create(null, line.content)), nodes.quote_by.create()]));

/** Makes a block of that kind, or a paragraph of it again. */
export function block(kind: NodeType, attrs?: Record<string, unknown>): Command {
  return (state, dispatch) => {
    const same = state.selection.$from.parent.hasMarkup(kind, attrs ?? null);
    return setBlockType(same ? nodes.paragraph : kind, same ? null : attrs)(state, dispatch);
  };
}

/** Links the selected words, or takes their link away. */
export const link: Command = (state, dispatch, view) => {
  const { from, to, empty } = state.selection;
  if (state.doc.rangeHasMark(from, to, marks.link)) return toggleMark(marks.link)(state, dispatch);
  if (empty) {
    if (dispatch) say("Select the words that the link is to stand on.");
    return true;
  }

  if (!dispatch || !view) return true;
  const address = window.prompt("Address of the link (https://…)", "https://")?.trim();
  view.focus();
  if (address && isLink(address)) dispatch(state.tr.addMark(from, to, marks.link.create({ href: address })));
  else if (address) say("A link begins with http://, https://, mailto: or tel:.");
  return true;
};

/** Puts an embed below the cursor's block. */
export const embed: Command = (_, dispatch, view) => {
  if (!dispatch || !view) return true;
  const address = window.prompt("Address of the video, post or map (https://…)", "https://")?.trim();
  view.focus();
  if (address && isLink(address)) insertBlock(view, nodes.embed.create({ href: address, title: "" }));
  else if (address) say("An embed is a link that begins with http:// or https://.");
  return true;
};

/** Puts a block below the cursor's. */
export function insertBlock(view: EditorView, node: Node): void {
  const { $from } = view.state.selection;
  view.dispatch(view.state.tr.insert($from.depth > 0 ? $from.after(1) : $from.pos, node).scrollIntoView());
}
