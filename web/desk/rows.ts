// The rows of the queue: thousands of them, of which the page holds only those that are seen. On narrow screens, where rows are of different heights,
// it holds all.
import { make } from "./page";

const margin = 12;

export type Row = HTMLLIElement;

/** Rows from the HTML that the newsroom sends. */
export function rowsOf(html: string): Row[] {
  const holder = document.createElement("template");
  holder.innerHTML = html;
  return [...holder.content.querySelectorAll<Row>("li.row")];
}

export class RowList {
  /** Every row, newest first. */
  readonly all: Row[];
  current: Row | undefined;
  private readonly list: HTMLOListElement;
  private readonly byId = new Map<string, Row>();
  private readonly wide = matchMedia("(min-width: 740px)");
  private readonly pane: HTMLElement;
  private readonly above = make("li", { className: "spacer" });
  private readonly below = make("li", { className: "spacer" });
  private readonly nearEnd: () => void;
  private height = 0;
  private from = 0;
  private to = 0;
  private framed = false;

  constructor(list: HTMLOListElement, nearEnd: () => void) {
    this.list = list;
    this.nearEnd = nearEnd;
    this.pane = list.closest<HTMLElement>(".queue-pane")!;
    this.all = [...list.querySelectorAll<Row>(":scope > li")];
    for (const row of this.all) this.byId.set(row.id, row);
    for (const spacer of [this.above, this.below]) spacer.setAttribute("aria-hidden", "true");
    list.tabIndex = -1;
    const seen = () => {
      if (this.framed) return;
      this.framed = true;
      requestAnimationFrame(() => {
        this.framed = false;
        this.mount();
      });
    };
    this.pane.addEventListener("scroll", seen, { passive: true });
    window.addEventListener("scroll", seen, { passive: true });
    window.addEventListener("resize", () => this.measure());
    this.wide.addEventListener("change", () => this.measure());
    this.measure();
  }

  find(id: string): Row | undefined {
    return this.byId.get(id);
  }

  /** Rows that come below: older ones. */
  append(rows: Row[]): void {
    for (const row of rows) {
      if (this.byId.has(row.id)) continue;
      this.byId.set(row.id, row);
      this.all.push(row);
    }

    this.mount(true);
  }

  /** New rows, each at its place in arrival order, for ever. */
  insert(rows: Row[]): void {
    for (const row of rows) {
      if (this.byId.has(row.id)) continue;
      this.byId.set(row.id, row);
      const key = Number(row.dataset["key"]);
      const at = this.all.findIndex((one) => Number(one.dataset["key"]) < key);
      this.all.splice(at < 0 ? this.all.length : at, 0, row);
    }

    this.mount(true);
  }

  /** Puts a changed row in the place of the old one. */
  replace(row: Row): boolean {
    const old = this.byId.get(row.id);
    if (!old) return false;
    for (const name of ["current", "picked-row"]) row.classList.toggle(name, old.classList.contains(name));
    const pick = row.querySelector<HTMLInputElement>(".pick");
    if (pick) pick.checked = old.querySelector<HTMLInputElement>(".pick")?.checked ?? false;
    const focused = old.contains(document.activeElement);
    this.byId.set(row.id, row);
    this.all[this.all.indexOf(old)] = row;
    if (this.current === old) this.current = row;
    if (old.isConnected) old.replaceWith(row);
    if (focused) row.querySelector<HTMLElement>(".row-head")?.focus({ preventScroll: true });
    row.classList.add("changed");
    return true;
  }

  /** Brings a row into sight. */
  show(row: Row): void {
    if (!this.wide.matches) {
      row.scrollIntoView({ block: "nearest" });
      return;
    }

    const at = this.all.indexOf(row);
    const [top, bottom] = [at * this.height, (at + 1) * this.height];
    const { start, size } = this.window();
    const bar = this.pane.querySelector<HTMLElement>(".toolbar")?.offsetHeight ?? 0;
    if (top < start + bar) this.scrollBy(top - start - bar);
    else if (bottom > start + size) this.scrollBy(bottom - start - size);
    this.mount();
  }

  /** Rows have another height: compact, comfortable, another window. */
  measure(): void {
    this.list.classList.toggle("virtual", this.wide.matches);
    const row = this.all.find((one) => one.isConnected) ?? this.all[0];
    if (row && !row.isConnected) this.list.prepend(row);
    this.height = row?.offsetHeight || 57;
    this.mount(true);
  }

  private get scroller(): HTMLElement | null {
    return getComputedStyle(this.pane).overflowY === "auto" && this.pane.clientHeight <= window.innerHeight ? this.pane : null;
  }

  /** The part of the list that is in sight, in pixels from its top. */
  private window(): { start: number; size: number } {
    const scroller = this.scroller;
    const top = this.list.getBoundingClientRect().top;
    return scroller ? { start: scroller.getBoundingClientRect().top - top, size: scroller.clientHeight } : { start: -top, size: window.innerHeight };
  }

  private scrollBy(by: number): void {
    (this.scroller ?? window).scrollBy({ top: by, behavior: "instant" });
  }

  /** Puts into the page what is in sight and a little more. */
  private mount(anew = false): void {
    const count = this.all.length;
    let [from, to] = [0, count];
    if (this.wide.matches) {
      const { start, size } = this.window();
      from = Math.max(0, Math.min(count, Math.floor(start / this.height)) - margin);
      to = Math.min(count, Math.max(0, Math.ceil((start + size) / this.height)) + margin);
    }

    // Not before whoever made the list has it.
    if (to > count - 3 * margin) queueMicrotask(this.nearEnd);
    if (!anew && from === this.from && to === this.to) return;
    const shown = this.all.slice(from, to);
    const wanted = new Set<Element>(shown);
    const active = document.activeElement;
    for (const child of [...this.list.children]) {
      if (wanted.has(child) || child === this.above || child === this.below) continue;
      // The focus stays within the list when its row is scrolled away.
      if (child.contains(active)) this.list.focus({ preventScroll: true });
      child.remove();
    }

    if (this.list.firstChild !== this.above) this.list.prepend(this.above);
    let place: Element = this.above;
    for (const [at, row] of shown.entries()) {
      if (place.nextElementSibling !== row) place.after(row);
      row.setAttribute("aria-posinset", String(from + at + 1));
      row.setAttribute("aria-setsize", String(count));
      place = row;
    }

    if (this.list.lastChild !== this.below) this.list.append(this.below);
    this.above.style.height = `${from * this.height}px`;
    this.below.style.height = `${(count - to) * this.height}px`;
    this.above.hidden = from === 0;
    this.below.hidden = to === count;
    [this.from, this.to] = [from, to];
  }
}
