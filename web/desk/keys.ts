// The listener of keys. The table comes with the page; an action is a function registered here, or the visible control that carries its name.
import { kept } from "./page";

export interface Key {
  scope: "everywhere" | "queue" | "story" | "edit" | "pictures" | "picture" | "fronts" | "live" | "routing" | "planning" | "event" | "board";
  chord: string;
  action: string;
  does: string;
  single: boolean;
  shown: string;
}

/** The keys that were pressed before this script had loaded; see early.ts. */
export interface EarlyKeys {
  take(): KeyboardEvent[];
}

const earlyKeysHold = 5000;
const actions = new Map<string, () => void>();
const sequenceTime = 1200;

/** The page's table of keys. */
export const table: Key[] = JSON.parse(document.getElementById("keys")?.textContent ?? "[]") as Key[];

/** The keys that are alive on this page. */
export function aliveKeys(): Key[] {
  const scope = document.documentElement.dataset["scope"];
  return table.filter((key) => key.scope === "everywhere" || key.scope === scope);
}

/** Binds an action to a function; without one, its control is pressed. */
export function onAction(name: string, run: () => void): void {
  actions.set(name, run);
}

/** Runs an action by name; false where the page has neither function nor control for it. */
export function runAction(name: string): boolean {
  const bound = actions.get(name);
  if (bound) {
    bound();
    return true;
  }

  const control = [...document.querySelectorAll<HTMLElement>(`[data-action="${name}"]`)].find((element) => !element.closest("[hidden], .row"));
  control?.click();
  return control !== undefined;
}

/** True where the page can do it. */
export function canRun(name: string): boolean {
  return actions.has(name) || [...document.querySelectorAll<HTMLElement>(`[data-action="${name}"]`)].some((element) => !element.closest("[hidden], .row"));
}

/** Single keys can be switched off (WCAG 2.1.4); the choice stays in this browser. */
export const singleKeys = {
  on: () => kept.get("single-keys") !== "off",
  set: (on: boolean) => kept.set("single-keys", on ? null : "off"),
};

function chordOf(event: KeyboardEvent): string {
  const mod = event.ctrlKey || event.metaKey;
  if (event.altKey) return "";
  return mod ? `Mod+${event.key.length === 1 ? event.key.toLowerCase() : event.key}` : event.key;
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return true;
  return target instanceof HTMLInputElement && !["checkbox", "radio", "button", "submit", "file"].includes(target.type);
}

/** Begins to listen. */
export function listenForKeys(): void {
  const keys = aliveKeys();
  let begun = "";
  let begunAt = 0;
  // Heard before the text's editor, which keeps Enter and Escape to itself whatever is held with them.
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.isComposing) return;
    const chord = chordOf(event);
    if (chord === "" || document.querySelector("dialog[open]")) return;
    // A small window that leaves the page in sight has its own keys, but for those with Control or Command.
    if (!chord.startsWith("Mod+") && event.target instanceof HTMLElement && event.target.closest('[role="dialog"]')) return;
    const typing = isTyping(event.target);
    if (typing && chord === "Escape") {
      (event.target as HTMLElement).blur();
      event.preventDefault();
      return;
    }

    if (typing && !chord.startsWith("Mod+")) return;
    // Enter and space belong to the control that has the focus.
    if (chord === "Enter" && event.target instanceof HTMLElement && event.target.closest("a, button, input, summary")) return;
    const sequence = begun !== "" && event.timeStamp - begunAt < sequenceTime ? `${begun} ${chord}` : chord;
    begun = "";
    const key = keys.find((one) => one.chord === sequence);
    if (key && (!key.single || singleKeys.on())) {
      if (runAction(key.action)) event.preventDefault();
    } else if (singleKeys.on() && keys.some((one) => one.chord.startsWith(`${chord} `))) {
      begun = chord;
      begunAt = event.timeStamp;
    }
  }, true);
  handOnEarlyKeys();
}

/** What was pressed while the page loaded is done now, in its order; what is older than a few seconds is no longer meant. */
function handOnEarlyKeys(): void {
  const early = (window as unknown as { earlyKeys?: EarlyKeys }).earlyKeys;
  for (const { key, ctrlKey, metaKey, shiftKey, timeStamp } of early?.take() ?? []) {
    if (performance.now() - timeStamp < earlyKeysHold)
      (document.activeElement ?? document.body).dispatchEvent(new KeyboardEvent("keydown", { key, ctrlKey, metaKey, shiftKey, bubbles: true, cancelable: true }));
  }
}
