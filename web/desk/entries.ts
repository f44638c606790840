// The screen of a live story: what is typed stays in this browser until it is out, whatever happens to the line.
import { onAction } from "./keys";
import { byId, kept } from "./page";

/** Starts the form of an entry. */
export function startEntries(): void {
  const form = byId<HTMLFormElement>("entry-form")!;
  const text = byId<HTMLTextAreaElement>("entry-text")!;
  const note = byId("entry-kept");
  const name = `entry.${form.dataset["draft"]}`;
  if (new URLSearchParams(location.search).has("said")) {
    kept.set(name, null);
    history.replaceState(null, "", location.pathname);
  }

  const draft = kept.get(name);
  if (draft !== null && draft !== text.value) {
    text.value = draft;
    if (note) note.textContent = "What you had typed is here again.";
  }

  text.addEventListener("input", () => {
    kept.set(name, text.value === text.defaultValue ? null : text.value);
    if (note) note.textContent = "";
  });
  form.addEventListener("submit", (event) => {
    if (navigator.onLine) return;
    event.preventDefault();
    if (note) note.textContent = "The line is down. The text is kept here; put it out when the line is back.";
  });
  onAction("post", () => form.requestSubmit());
  onAction("write", () => text.focus());
  if (matchMedia("(min-width: 740px)").matches) text.focus();
}
