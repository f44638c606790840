// The ledger beside the copy: passing over an entry lights its sentence, and the other way; keys walk and mend it.
import { onAction } from "./keys";
import { byId, say } from "./page";

/** Begins, where the page has a ledger. */
export function startLedger(): void {
  const list = document.querySelector<HTMLElement>("[data-ledger]");
  if (!list) return;
  const entries = [...list.querySelectorAll<HTMLElement>(".said-entry")];
  const sentenceOf = (entry: HTMLElement) => (entry.dataset["said"] ? byId(`said-${entry.dataset["said"]}`) : null);
  const entriesOf = (sentence: HTMLElement) => entries.filter((entry) => sentenceOf(entry) === sentence);

  const light = (entry: HTMLElement, on: boolean) => {
    entry.classList.toggle("lit", on);
    sentenceOf(entry)?.classList.toggle("lit", on);
  };
  for (const entry of entries) {
    for (const [event, on] of [["mouseenter", true], ["mouseleave", false], ["focusin", true], ["focusout", false]] as const)
      entry.addEventListener(event, () => light(entry, on));
    entry.addEventListener("focus", () => sentenceOf(entry)?.scrollIntoView({ block: "nearest" }));
  }

  for (const sentence of document.querySelectorAll<HTMLElement>(".copy-body .voiced")) {
    const own = entriesOf(sentence);
    if (own.length === 0) continue;
    for (const [event, on] of [["mouseenter", true], ["mouseleave", false]] as const)
      sentence.addEventListener(event, () => own.forEach((entry) => light(entry, on)));
    sentence.addEventListener("click", () => {
      if (!getSelection()?.toString()) own[0]?.focus();
    });
  }

  const current = () => document.activeElement?.closest<HTMLElement>(".said-entry") ?? null;
  const step = (by: number) => () => {
    const at = entries.indexOf(current() as HTMLElement);
    const next = entries[at < 0 ? (by > 0 ? 0 : entries.length - 1) : at + by];
    if (next) next.focus();
    else say(entries.length === 0 ? "This ledger holds no statement." : "That was the last statement.");
  };
  onAction("next-statement", step(1));
  onAction("previous-statement", step(-1));
  onAction("mend", () => {
    const selected = getSelection()?.toString().trim() ?? "";
    const box = selected ? byId("mend-new") : (current()?.querySelector(".mend") ?? byId("mend-new"));
    if (!(box instanceof HTMLDetailsElement)) return say("Only the newest version can be mended.");
    box.open = true;
    const words = box.querySelector<HTMLTextAreaElement>("textarea");
    if (selected && words) words.value = selected;
    (words && !words.value ? words : box.querySelector<HTMLInputElement>('input[name="source"]'))?.focus();
  });
  onAction("not-said", () => {
    const button = current()?.querySelector<HTMLButtonElement>("[data-not-said]");
    if (button) button.click();
    else say("Go to a statement first (s).");
  });
}
