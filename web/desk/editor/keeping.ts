// What is written and not saved as a version is kept twice: in this browser within half a second, on the server within one. A line that is down is
// tried again; until it is back the browser keeps everything.
import { type Answer, kept, post } from "../page";
import type { Block } from "./blocks";

export interface Draft {
  base: string;
  at: number;
  fields: Record<string, string>;
  body: Block[];
}

export interface KeepingOf {
  /** Where the page says what is written and who is here. */
  address: string;
  /** The name of the draft in this browser. */
  name: string;
  draft(): Draft;
  /** What else the page says each time. */
  more(form: FormData): void;
  /** Each answer. */
  answered(answer: Answer): void;
  show(words: string, unsaved: boolean): void;
  /** Time as the newsroom's clocks show it. */
  clock(): string;
}

const every = 1000;
const browserWithin = 400;
const quietBeat = 3000;
const patience = 5000;

export class Keeping {
  private readonly of: KeepingOf;
  private toBrowser: number | undefined;
  private toServer = false;
  private lastSaid = 0;
  private running: Promise<void> | undefined;
  private offline = false;
  private urgent = false;
  private quiet = false;

  constructor(of: KeepingOf) {
    this.of = of;
    window.setInterval(() => this.tick(), every);
    window.addEventListener("online", () => this.tick());
    // The page is left: what is unkept goes on its way, and the others need not wait for this page to go stale.
    window.addEventListener("pagehide", () => {
      if (this.toBrowser !== undefined) this.keepHere();
      const form = this.form(this.toServer);
      form.set("leaves", "1");
      navigator.sendBeacon(of.address, form);
    });
  }

  /** Something was written. */
  touched(): void {
    this.toServer = true;
    this.toBrowser ??= window.setTimeout(() => this.keepHere(), browserWithin);
  }

  /** Says the next thing at once: somebody asks, gives or leaves a field. */
  hurry(): void {
    this.urgent = true;
    this.tick();
  }

  /** True where the newsroom does not have all that was written. */
  get isBehind(): boolean {
    return this.toServer || this.offline;
  }

  /** Saved as a version, or not wanted: there is nothing to keep. */
  clear(): void {
    window.clearTimeout(this.toBrowser);
    this.toBrowser = undefined;
    this.toServer = false;
    kept.set(this.of.name, null);
  }

  /** Also the server forgets it. */
  forget(): void {
    this.clear();
    const form = this.form(false);
    form.set("forget", "1");
    void post(this.of.address, form);
  }

  /** Does that while nothing goes to the server: a save is not overtaken by what was kept before it, and what is saved is not kept once more behind it. */
  async quietly(work: () => Promise<void>): Promise<void> {
    this.quiet = true;
    try {
      await this.running;
      await work();
    } finally {
      this.quiet = false;
      if (this.urgent) this.tick();
    }
  }

  private keepHere(): void {
    window.clearTimeout(this.toBrowser);
    this.toBrowser = undefined;
    if (!kept.set(this.of.name, JSON.stringify(this.of.draft()))) this.of.show(this.offline ? "no line, and this browser keeps nothing: save your text elsewhere" : "not saved", true);
    else if (this.offline) this.of.show(`no line: kept in this browser ${this.of.clock()}`, true);
  }

  private form(withDraft: boolean): FormData {
    const form = new FormData();
    form.set("token", document.body.dataset["token"] ?? "");
    this.of.more(form);
    if (withDraft) {
      const { fields, body } = this.of.draft();
      form.set("draft", JSON.stringify({ fields, body }));
    }

    return form;
  }

  private tick(): void {
    if (this.running || this.quiet) return;
    if (!this.urgent && !this.toServer && performance.now() - this.lastSaid < quietBeat) return;
    this.running = this.say().finally(() => {
      this.running = undefined;
      if (this.urgent) this.tick();
    });
  }

  private async say(): Promise<void> {
    const withDraft = this.toServer;
    this.urgent = false;
    this.toServer = false;
    this.lastSaid = performance.now();
    const answer = await post(this.of.address, this.form(withDraft), AbortSignal.timeout(patience));
    if (!answer.ok) {
      this.toServer ||= withDraft;
      if (answer.status === 0 || answer.status >= 500) {
        if (!this.offline) this.of.show("no line: kept in this browser", true);
        this.offline = true;
      } else if (withDraft) this.of.show(`kept in this browser only: ${answer.message ?? "the newsroom did not take it"}`, true);
      return;
    }

    if (withDraft && !this.toServer) this.of.show(`not saved; kept ${String(answer["kept"])}`, true);
    else if (this.offline && !withDraft) this.of.show("the line is back", false);
    this.offline = false;
    this.of.answered(answer);
  }
}
