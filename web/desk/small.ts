// Small things.
import { onAction } from "./keys";
import { byId, say } from "./page";

/** A filter that is chosen is applied; empty fields stay out of the address. On small screens the filters begin folded. */
export function startFilters(): void {
  const form = document.querySelector<HTMLFormElement>(".filters");
  const backTo = sessionStorage.getItem("wireroom.queue");
  const back = document.querySelector<HTMLAnchorElement>('a.back[data-action="back"]');
  if (back?.getAttribute("href") === "/desk" && backTo) back.href = backTo;
  if (!form) return;
  const fold = form.querySelector("details");
  if (fold && !matchMedia("(min-width: 980px)").matches) fold.open = false;
  form.addEventListener("change", (event) => {
    if (!(event.target as HTMLElement).matches("#f-language, #q")) form.requestSubmit();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const query = new URLSearchParams();
    for (const [name, value] of new FormData(form)) if (value !== "") query.append(name, String(value));
    location.assign(query.size > 0 ? `/desk?${query}` : "/desk");
  });
  onAction("older", () => {
    const older = document.querySelector<HTMLAnchorElement>('a[data-action="older"]');
    if (older) older.click();
    else say("There is nothing older.");
  });
}

/** Copies a field. */
export function startCopying(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>("[data-copy]")) {
    button.addEventListener("click", () => {
      const field = byId<HTMLInputElement>(button.dataset["copy"] ?? "");
      field?.select();
      void navigator.clipboard?.writeText(field?.value ?? "").then(() => say("Copied."));
    });
  }
}
