// The editor's page: counts, saving a version, and text that was never saved, kept in this browser.
import { onAction } from "../keys";
import { byId, kept, post, say } from "../page";
import { type Block, bodyOf, docOf } from "./blocks";
import { makeEditor } from "./editing";

interface Draft {
  base: string;
  at: number;
  fields: Record<string, string>;
  body: Block[];
}

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** Starts the page. */
export function startEditor(): void {
  const form = byId<HTMLFormElement>("editor-form")!;
  const body = byId<HTMLTextAreaElement>("body")!;
  const state = byId("save-state")!;
  const name = `draft.${form.dataset["story"]}`;
  const field = (id: string) => form.elements.namedItem(id) as Field;
  let dirty = field("from").value !== "";
  let saving = false;
  let timer: number | undefined;

  const place = byId("editor")!;
  const view = makeEditor(place, "body-label", JSON.parse(body.value) as Block[], touched);
  place.removeAttribute("data-loading");
  const text = () => bodyOf(view.state.doc);

  function fields(): Record<string, string> {
    const all: Record<string, string> = {};
    for (const [key, value] of new FormData(form)) if (typeof value === "string" && !["token", "base", "body", "from"].includes(key)) all[key] = value;
    return all;
  }

  function keep(): void {
    const draft: Draft = { base: field("base").value, at: Date.now(), fields: fields(), body: text() };
    if (!kept.set(name, JSON.stringify(draft))) show("not saved, and this browser keeps nothing", true);
  }

  function show(words: string, unsaved: boolean): void {
    state.textContent = words;
    state.classList.toggle("unsaved", unsaved);
  }

  function touched(): void {
    dirty = true;
    show("not saved", true);
    count();
    window.clearTimeout(timer);
    timer = window.setTimeout(keep, 400);
  }

  function count(): void {
    for (const place of form.querySelectorAll<HTMLElement>("[data-count]")) {
      const most = Number(place.dataset["most"]);
      const length = [...field(place.dataset["count"] ?? "").value].length;
      place.textContent = length > most ? `${length} of ${most}: ${length - most} too many` : `${length} of ${most}`;
      place.classList.toggle("over", length > most);
    }

    const written = view.state.doc.textBetween(0, view.state.doc.content.size, "\n", " ");
    byId("body-count")!.textContent = `${written.split(/\s+/).filter(Boolean).length} words, ${[...written].length} characters`;
  }

  async function save(then: "" | "release"): Promise<void> {
    if (saving) return;
    saving = true;
    show("saving …", true);
    body.value = JSON.stringify(text());
    const sent = body.value + JSON.stringify(fields());
    const answer = await post(form.action, new FormData(form));
    saving = false;
    const unchanged = JSON.stringify(text()) + JSON.stringify(fields()) === sent;
    if (!answer.ok) {
      keep();
      show("not saved", true);
      if (answer.status === 409 && typeof answer["html"] === "string") showMoved(answer["html"], String(answer["newest"]));
      say(answer.message ?? "It was not saved. Your text is kept in this browser.");
      return;
    }

    window.clearTimeout(timer);
    if (unchanged) {
      dirty = false;
      kept.set(name, null);
    } else keep();
    if (typeof answer["address"] === "string") {
      location.replace(answer["address"]);
      return;
    }

    field("base").value = String(answer["version"]);
    field("from").value = "";
    show(unchanged ? String(answer["said"]) : "not saved", !unchanged);
    byId("moved")!.hidden = true;
    document.querySelector("main h1")!.textContent = `Edit version ${field("base").value}`;
    if (then === "release" && unchanged) location.assign(`${form.dataset["back"]}/release`);
  }

  /** Somebody saved in between: both texts are shown, and the next save stands on theirs. */
  function showMoved(html: string, newest: string): void {
    const moved = byId("moved")!;
    moved.innerHTML = html;
    moved.hidden = false;
    moved.scrollIntoView({ block: "start" });
    field("base").value = newest;
  }

  function bringBack(draft: Draft): void {
    for (const box of form.querySelectorAll<HTMLInputElement>('input[type="checkbox"]')) box.checked = box.name in draft.fields;
    for (const [key, value] of Object.entries(draft.fields)) {
      const element = form.elements.namedItem(key);
      if (element instanceof HTMLInputElement && element.type === "checkbox") continue;
      if (element) field(key).value = value;
    }

    view.dispatch(view.state.tr.replaceWith(0, view.state.doc.content.size, docOf(draft.body).content));
    // Saved on the version it began with, so that whatever came in between is shown and not overwritten.
    field("base").value = draft.base;
    touched();
  }

  function offerKept(): void {
    const stored = kept.get(name);
    if (!stored) return;
    const draft = JSON.parse(stored) as Draft;
    if (JSON.stringify([draft.fields, draft.body]) === JSON.stringify([fields(), text()])) {
      kept.set(name, null);
      return;
    }

    const notice = byId("kept")!;
    byId("kept-time")!.textContent = new Date(draft.at).toLocaleString("en-GB", { timeZone: document.body.dataset["zone"] ?? "UTC" });
    notice.hidden = false;
    byId("kept-take")!.addEventListener("click", () => {
      notice.hidden = true;
      bringBack(draft);
      view.focus();
    });
    byId("kept-drop")!.addEventListener("click", () => {
      notice.hidden = true;
      kept.set(name, null);
    });
  }

  form.addEventListener("input", (event) => {
    if (!(event.target as HTMLElement).closest(".editor")) touched();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void save((event.submitter as HTMLButtonElement | null)?.value === "release" ? "release" : "");
  });
  byId("embargo-choice")?.addEventListener("change", () => {
    if (field("embargo-choice").value === "until") byId("embargo")?.focus();
  });
  byId("embargo")?.addEventListener("input", () => {
    field("embargo-choice").value = "until";
  });
  onAction("save", () => void save(""));
  onAction("save-release", () => void (form.dataset["story"] === "new" ? save("") : save("release")));
  onAction("back", () => location.assign(form.dataset["back"] ?? "/desk"));
  window.addEventListener("beforeunload", (event) => {
    if (!dirty) return;
    keep();
    event.preventDefault();
  });
  count();
  offerKept();
  if (document.activeElement === document.body) field("headline").focus({ preventScroll: true });
}
