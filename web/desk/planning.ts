// The planning: one event is the current one, by the focus.
import { onAction } from "./keys";
import { byId, say } from "./page";

/** On an event: the form that asks somebody begins with who. */
export function startAssigning(): void {
  onAction("assign", () => {
    byId("assign-person")?.scrollIntoView({ block: "center" });
    byId("assign-person")?.focus();
  });
}

/** Binds the keys of the list. */
export function startPlanning(): void {
  const titles = [...document.querySelectorAll<HTMLAnchorElement>("#days .plan-title")];
  const current = () => titles.findIndex((title) => title === document.activeElement);
  const step = (by: number) => {
    if (titles.length === 0) return say("No event stands here. Write one down with n.");
    const at = current();
    titles[at < 0 ? (by > 0 ? 0 : titles.length - 1) : Math.max(0, Math.min(titles.length - 1, at + by))]?.focus();
  };
  onAction("next", () => step(1));
  onAction("previous", () => step(-1));
  onAction("open", () => (titles[current()] ? titles[current()]?.click() : say("Choose an event first (j, k).")));
}
