// Small things.
import { onAction } from "./keys";
import { byId, say } from "./page";

/** A filter that is chosen is applied; empty fields stay out of the address. On small screens the filters begin folded. */
export function startFilters(): void {
  const form = document.querySelector<HTMLFormElement>(".filter-form");
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

/** Files that are dropped anywhere on the page are put into the page's upload and sent. */
export function startDropping(): void {
  const form = document.querySelector<HTMLFormElement>("form[data-drop]");
  const field = form?.querySelector<HTMLInputElement>('input[type="file"]');
  if (!form || !field) return;
  const holdsFiles = (event: DragEvent) => event.dataTransfer?.types.includes("Files") ?? false;
  document.addEventListener("dragover", (event) => {
    if (!holdsFiles(event)) return;
    event.preventDefault();
    document.body.classList.add("dropping");
  });
  document.addEventListener("dragleave", (event) => {
    if (!event.relatedTarget) document.body.classList.remove("dropping");
  });
  document.addEventListener("drop", (event) => {
    if (!holdsFiles(event) || !event.dataTransfer) return;
    event.preventDefault();
    document.body.classList.remove("dropping");
    if (event.dataTransfer.files.length === 0) return;
    field.files = event.dataTransfer.files;
    say(`Sending ${event.dataTransfer.files.length === 1 ? "the file" : `${event.dataTransfer.files.length} files`} …`);
    form.requestSubmit();
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
