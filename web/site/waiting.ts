// A list of an open page that has a newer form: it is put in place at once where the reader is at the top, and otherwise waits behind "3 new stories". Nothing
// moves what is being read: the button keeps its place, and browsers hold the scroll where something above it changes.
import { sayTimes } from "../shared/times";

const atTheTop = 200; // pixels scrolled

/** What the list's box and its rows are named: data-rail and data-story, data-live and data-entry. */
export interface ListNames {
  box: "rail" | "live";
  row: "story" | "entry";
}

/** A list in its box, which carries the words for its button, and the newer form that waits. */
export class WaitingList {
  #waiting: HTMLElement | null = null;
  readonly #button: HTMLButtonElement | null;
  readonly #status: HTMLElement | null;

  /** @param isNew whether a row that the reader's list does not hold is news; all are where it is left out. */
  constructor(
    readonly box: HTMLElement,
    readonly names: ListNames,
    readonly isNew: (row: HTMLElement, shown: HTMLElement[]) => boolean = () => true,
  ) {
    this.#button = box.querySelector<HTMLButtonElement>(`[data-${names.box}-new]`);
    this.#status = box.querySelector<HTMLElement>(`[data-${names.box}-status]`);
    addEventListener("scroll", () => { if (this.#waiting && scrollY === 0) this.put(); }, { passive: true });
  }

  /** The list that the reader sees. */
  get shown(): HTMLElement | null {
    return this.in(this.box);
  }

  /** The version of the newest form that has come. */
  get version(): string | undefined {
    return (this.#waiting ?? this.shown)?.dataset.version;
  }

  /** The list in a box, or in a document that came. */
  in(parent: ParentNode): HTMLElement | null {
    return parent.querySelector<HTMLElement>(`[data-${this.names.box}-list]`);
  }

  rows(list: HTMLElement): HTMLElement[] {
    return Array.from(list.querySelectorAll<HTMLElement>(`[data-${this.names.row}]`));
  }

  keyOf(row: HTMLElement): string {
    return row.dataset[this.names.row] ?? "";
  }

  /** Puts the form that waits in the list's place. */
  put(): void {
    const shown = this.shown;
    if (!this.#waiting || !shown) return;
    for (const row of this.#news(this.#waiting)) row.classList.add("fresh");
    sayTimes(this.#waiting);
    shown.replaceWith(this.#waiting);
    this.#waiting = null;
    if (this.#button) this.#button.hidden = true;
    if (this.#status) this.#status.textContent = "";
  }

  /** Takes a newer form: it is put at once where nobody reads in the list or below it, or waits. */
  offer(newer: HTMLElement, isUnseen = false): void {
    this.#waiting = document.adoptNode(newer);
    if (isUnseen || scrollY <= atTheTop) return this.put();
    const count = this.#news(newer).length;
    if (count === 0) return; // other words for what is known wait quietly
    const words = (count === 1 ? this.box.dataset.one : this.box.dataset.many?.replace("{0}", String(count))) ?? String(count);
    if (this.#button) {
      this.#button.textContent = words;
      this.#button.hidden = false;
    }
    if (this.#status) this.#status.textContent = words;
  }

  /** Does something after the reader asked for what waits. */
  onAsked(then: () => void): void {
    this.#button?.addEventListener("click", () => {
      this.put();
      then();
    });
  }

  #news(newer: HTMLElement): HTMLElement[] {
    const shown = this.shown ? this.rows(this.shown) : [];
    const known = new Set(shown.map((row) => this.keyOf(row)));
    return this.rows(newer).filter((row) => !known.has(this.keyOf(row)) && this.isNew(row, shown));
  }
}
