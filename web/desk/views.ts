// Views of the queue kept by name: the address is the view, and a name is kept for it.
import { addCommand } from "./commands";
import { onAction } from "./keys";
import { byId } from "./page";

/** Puts the kept views into the palette, and opens the field for a new name. */
export function startViews(): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>(".views a")) addCommand(`View: ${link.textContent ?? ""}`, () => location.assign(link.href));
  onAction("keep-view", () => {
    const box = byId<HTMLDetailsElement>("keep-view");
    if (!box) return;
    const fold = box.closest<HTMLDetailsElement>("details:not(#keep-view)");
    if (fold) fold.open = true;
    box.open = true;
    byId("view-name")?.focus();
  });
}
