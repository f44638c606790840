// The list of rules: one is the current one, by the focus; keys move to the next, and move it.
import { onAction } from "./keys";
import { byId, say, stepIn } from "./page";

/** Binds the keys of the list. */
export function startRouting(): void {
  const links = () => [...document.querySelectorAll<HTMLAnchorElement>("#rules .rule-words")];
  const current = () => links().findIndex((link) => link.closest(".rule")?.contains(document.activeElement));
  const step = (by: number) => {
    stepIn(links(), current(), by)?.focus();
  };
  const press = (way: "up" | "down") => {
    const button = links()[current()]?.closest(".rule")?.querySelector<HTMLButtonElement>(`button[data-rule="${way}"]`);
    if (!button) say("Choose a rule first (j, k).");
    else if (button.disabled) say(way === "up" ? "It is the first rule." : "It is the last rule.");
    else button.click();
  };
  onAction("next", () => step(1));
  onAction("previous", () => step(-1));
  onAction("open", () => links()[current()]?.click());
  onAction("rule-up", () => press("up"));
  onAction("rule-down", () => press("down"));
  // A moved rule has the focus, and the bar at the top must not cover it.
  byId("rules")?.querySelector<HTMLElement>("[autofocus]")?.scrollIntoView({ block: "center" });
}
