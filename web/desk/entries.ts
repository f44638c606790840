// The screen of a live story: what is typed stays in this browser until it is out, whatever happens to the line.
import { onAction } from "./keys";
import { byId, kept } from "./page";

/** Starts the form of an entry. */
export function startEntries(): void {
  forgetWhatIsOut();
  const form = byId<HTMLFormElement>("entry-form");
  if (!form) return;
  const text = byId<HTMLTextAreaElement>("entry-text")!;
  const note = byId("entry-kept");
  const name = `entry.${form.dataset["draft"]}`;
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

/** The page that comes after a post names the entry that is out by it: its text is forgotten here, and no other's. */
function forgetWhatIsOut(): void {
  const query = new URLSearchParams(location.search);
  if (!query.has("said")) return;
  const story = document.querySelector<HTMLElement>(".live-page")?.dataset["story"];
  if (query.has("done")) kept.set(`entry.${story}/${query.get("done")}`, null);
  history.replaceState(null, "", location.pathname);
}
