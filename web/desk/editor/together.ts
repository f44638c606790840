// Who else is in the story, and whose field is whose. A field belongs to who writes in it first; somebody else asks for it, and gets it when its holder
// gives it or does not answer.
import { type Answer, byId, make, say } from "../page";

const names: Record<string, string> = {
  headline: "the headline", standfirst: "the standfirst", byline: "the byline", dateline: "the dateline", body: "the text", advisory: "what is new", slugline: "the slugline",
  credit: "the credit", place: "the place", topics: "the topics", language: "the language", ednote: "the note to the desk",
};

export interface TogetherOf {
  form: HTMLFormElement;
  /** Makes the text's editor writable or not. */
  lockText(locked: boolean): void;
  hurry(): void;
  /** The field goes to somebody else: what stands in it must be in a version by then. */
  handOver(): Promise<void>;
}

export class Together {
  private readonly of: TogetherOf;
  private readonly page = crypto.randomUUID();
  private writing = "";
  private wants = "";
  private gives = false;
  private keeps = false;
  private held = new Map<string, string>();
  private lastAsked = "";

  constructor(of: TogetherOf) {
    this.of = of;
    of.form.addEventListener("focusout", (event) => {
      if (!this.writing || this.nameOf(event.target) !== this.writing) return;
      // Whoever is asked for the field and goes on to another gives it; going to the question itself is no answer yet.
      if (this.lastAsked) {
        if (!(event.relatedTarget as HTMLElement | null)?.closest("#asked")) void this.give();
        return;
      }

      this.writing = "";
      of.hurry();
    });
    byId("asked-give")?.addEventListener("click", () => void this.give());
    byId("asked-keep")?.addEventListener("click", () => {
      this.keeps = true;
      byId("asked")!.hidden = true;
      of.hurry();
    });
  }

  /** Somebody writes here, in that element. */
  touched(target: EventTarget | null): void {
    const name = this.nameOf(target);
    if (!(name in names) || this.held.has(name) || this.writing === name) return;
    this.writing = name;
    this.of.hurry();
  }

  /** What the page says of itself. */
  put(form: FormData): void {
    form.set("page", this.page);
    form.set("field", this.writing);
    form.set("wants", this.wants);
    if (this.gives) form.set("gives", "1");
    if (this.keeps) form.set("keeps", "1");
    this.gives = false;
    this.keeps = false;
  }

  /** Who is here, by the server's answer. */
  answered(answer: Answer): void {
    const people = (answer["people"] ?? []) as { name: string; field: string }[];
    const line = byId("people");
    if (line) {
      line.hidden = people.length === 0;
      line.textContent = people.map(({ name, field }) => `${name} is in this story${field ? `, in ${names[field] ?? field}` : ""}.`).join(" ");
    }

    const held = new Map(Object.entries((answer["held"] ?? {}) as Record<string, string>));
    // Given, or left by its holder: it is free for who has asked.
    if (this.wants && !held.has(this.wants)) this.granted();
    if (this.writing && held.has(this.writing)) void this.lost(held.get(this.writing) ?? "");
    this.lock(held);
    const asked = String(answer["wanted"] ?? "");
    if (asked !== this.lastAsked) {
      this.lastAsked = asked;
      byId("asked")!.hidden = !asked;
      if (asked) byId("asked-words")!.textContent = `${asked} asks for ${names[this.writing] ?? "your field"}.`;
    }
  }

  private nameOf(target: EventTarget | null): string {
    if (!(target instanceof HTMLElement)) return "";
    return target.closest("#editor") ? "body" : (target as HTMLInputElement).name || "";
  }

  private lock(held: Map<string, string>): void {
    for (const name of Object.keys(names)) {
      const [before, now] = [this.held.get(name), held.get(name)];
      if (before === now) continue;
      const field = name === "body" ? null : (this.of.form.elements.namedItem(name) as HTMLInputElement | HTMLTextAreaElement | null);
      if (field) {
        field.readOnly = now !== undefined;
        field.classList.toggle("held-field", now !== undefined);
      } else this.of.lockText(now !== undefined);
      const label = name === "body" ? byId("body-label") : this.of.form.querySelector(`label[for="${name}"]`);
      label?.parentElement?.querySelector(".held")?.remove();
      if (now !== undefined) label?.after(this.note(name, now));
    }

    this.held = held;
  }

  private note(name: string, who: string): HTMLElement {
    const ask = make("button", { type: "button", textContent: "Ask for it", title: `Ask ${who} for ${names[name] ?? name}` });
    ask.addEventListener("click", () => {
      this.wants = name;
      ask.disabled = true;
      ask.textContent = "asked …";
      this.of.hurry();
    });
    return make("span", { className: "held" }, `${who} is writing here `, ask);
  }

  private granted(): void {
    const name = this.wants;
    this.wants = "";
    this.writing = name;
    say(`You have ${names[name] ?? name}.`);
    // The field opens with this answer, and is entered when it is open.
    window.setTimeout(() => (name === "body" ? document.querySelector<HTMLElement>(".editor-text") : (this.of.form.elements.namedItem(name) as HTMLElement | null))?.focus());
  }

  private async give(): Promise<void> {
    byId("asked")!.hidden = true;
    this.lastAsked = "";
    await this.of.handOver();
    this.gives = true;
    this.writing = "";
    (document.activeElement as HTMLElement | null)?.blur();
    this.of.hurry();
  }

  private async lost(who: string): Promise<void> {
    const name = this.writing;
    this.writing = "";
    (document.activeElement as HTMLElement | null)?.blur();
    byId("asked")!.hidden = true;
    say(`${who} has taken over ${names[name] ?? name}. What you wrote is saved.`);
    await this.of.handOver();
  }
}
