// The editor's page: counts, saving a version, keeping what is not saved, and two people in one story.
import type { Node } from "prosemirror-model";
import { onAction } from "../keys";
import { type Answer, byId, kept, post, say } from "../page";
import { type Block, bodyOf, docOf, placesOf } from "./blocks";
import { Comments } from "./comments";
import { makeEditor } from "./editing";
import { type Draft, Keeping } from "./keeping";
import { pieces, replace } from "./pieces";
import { plainly, settled, suggestionsOf } from "./suggest";
import { Suggestions } from "./suggestions";
import { Together } from "./together";
import { startWords } from "./words";

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** What was sent to the newsroom, to tell what was written since. */
interface Sent {
  fields: Record<string, string>;
  doc: Node;
  body: string;
}

/** Where a place in the text has gone by a change. */
interface Mappable {
  map(at: number, side: -1 | 1): number;
}

/** Starts the page. */
export function startEditor(): void {
  const form = byId<HTMLFormElement>("editor-form")!;
  const body = byId<HTMLTextAreaElement>("body")!;
  const state = byId("save-state")!;
  const isNew = form.dataset["story"] === "new";
  const field = (id: string) => form.elements.namedItem(id) as Field;
  let dirty = field("from").value !== "";
  let saving: Promise<void> | undefined;
  let merging = false;
  let putting = false;
  let locked = false;

  const place = byId("editor")!;
  let since: readonly Mappable[] = [];
  const view = makeEditor(place, "body-label", JSON.parse(body.value) as Block[], (by) => {
    since = [...since, ...by.mapping.maps];
    touched(place);
    comments.follow();
    suggestions.follow();
  });
  view.setProps({ editable: () => !locked });
  place.removeAttribute("data-loading");
  const text = () => bodyOf(view.state.doc);
  const lookUp = startWords(place.parentElement!, view, [field("headline"), field("standfirst")] as HTMLTextAreaElement[]);
  const comments = new Comments({
    view,
    async save() {
      if (dirty) await save("");
      return !dirty;
    },
  });
  const suggestions = new Suggestions(form, view);
  const clock = () => new Date().toLocaleTimeString("en-GB", { timeZone: document.body.dataset["zone"] ?? "UTC" });

  const together = new Together({
    form,
    lockText(lock) {
      locked = lock;
      view.setProps({ editable: () => !locked });
      place.classList.toggle("held-field", lock);
    },
    hurry: () => keeping.hurry(),
    handOver: async () => {
      if (dirty && !isNew) await save("");
    },
  });
  const keeping: Keeping = new Keeping({
    address: form.dataset["here"]!,
    name: `draft.${form.dataset["story"]}`,
    draft: () => ({ base: field("base").value, at: Date.now(), fields: fields(), body: text() }),
    more(said) {
      said.set("base", field("base").value);
      together.put(said);
    },
    answered(answer) {
      if (isNew) return;
      together.answered(answer);
      comments.heard(Number(answer["commented"]));
      if (Number(answer["newest"]) > Number(field("base").value)) void merge();
    },
    show: (words, unsaved) => {
      if (!saving) show(words, unsaved);
    },
    clock,
  });

  function fields(): Record<string, string> {
    const all: Record<string, string> = {};
    for (const [key, value] of new FormData(form)) if (typeof value === "string" && !["token", "base", "body", "from"].includes(key)) all[key] = value;
    return all;
  }

  function show(words: string, unsaved: boolean): void {
    state.textContent = words;
    state.classList.toggle("unsaved", unsaved);
  }

  function touched(target: EventTarget | null): void {
    if (putting) return;
    dirty = true;
    if (!state.textContent?.includes("kept")) show("not saved", true);
    count();
    if (!isNew) together.touched(target);
    keeping.touched();
  }

  function count(): void {
    for (const place of form.querySelectorAll<HTMLElement>("[data-count]")) {
      const most = Number(place.dataset["most"]);
      const length = [...field(place.dataset["count"] ?? "").value].length;
      place.textContent = length > most ? `${length} of ${most}: ${length - most} too many` : `${length} of ${most}`;
      place.classList.toggle("over", length > most);
    }

    // What would go out is counted: what is proposed is not in it, what is struck is.
    const open = suggestionsOf(view.state.doc).length;
    const doc = (open > 0 && settled(view.state.doc, null, false)) || view.state.doc;
    const written = doc.textBetween(0, doc.content.size, "\n", " ");
    lookUp();
    byId("body-count")!.textContent = `${written.split(/\s+/).filter(Boolean).length} words, ${[...written].length} characters${open === 0 ? "" : open === 1 ? ", without 1 suggestion" : `, without ${open} suggestions`}`;
  }

  /** Saves a version; one save at a time. */
  function save(then: "" | "release"): Promise<void> {
    if (saving) return saving;
    show("saving …", true);
    saving = keeping.quietly(() => saveNow(then)).finally(() => (saving = undefined));
    return saving;
  }

  async function saveNow(then: "" | "release"): Promise<void> {
    let sent = take();
    let answer = await post(form.action, new FormData(form));
    if (answer.status === 409 && answer["again"]) {
      sent = take();
      answer = await post(form.action, new FormData(form));
    }

    const unchanged = stands(sent);
    if (!answer.ok) {
      keeping.touched();
      show("not saved", true);
      if (answer.status === 409 && typeof answer["html"] === "string") takeOver(answer, sent);
      say(answer.message ?? "It was not saved. Your text is kept.");
      return;
    }

    if (unchanged) {
      dirty = false;
      keeping.clear();
    } else keeping.touched();
    if (typeof answer["address"] === "string") {
      location.replace(answer["address"]);
      return;
    }

    if (!answer["fields"] || put(answer, sent)) field("base").value = String(answer["version"]);
    field("from").value = "";
    show(unchanged ? String(answer["said"]) : "not saved", !unchanged);
    byId("saved")!.textContent = String(answer["said"]);
    byId("moved")!.hidden = true;
    document.querySelector("main h1")!.textContent = `Edit version ${field("base").value}`;
    if (then === "release" && unchanged) location.assign(`${form.dataset["back"]}/release`);
  }

  /** Somebody saved in between: what they changed comes into the form, and what both changed is shown. */
  async function merge(): Promise<void> {
    if (merging || saving || view.composing) return;
    merging = true;
    try {
      const sent = take();
      const answer = await post(form.action.replace(/save$/, "merge"), new FormData(form));
      // Whoever has gone on writing meanwhile is merged at the next beat.
      if (answer.ok && stands(sent)) takeOver(answer, sent);
    } finally {
      merging = false;
    }

    if (dirty) keeping.touched();
  }

  function takeOver(answer: Answer, sent: Sent): void {
    const unchanged = stands(sent);
    if (put(answer, sent)) field("base").value = String(answer["newest"]);
    field("from").value = "";
    if (answer["unchanged"] === true && unchanged) {
      dirty = false;
      keeping.clear();
      show(`version ${String(answer["newest"])}`, false);
    }

    if (Number(answer["clashes"]) > 0) {
      const moved = byId("moved")!;
      moved.innerHTML = String(answer["html"]);
      moved.hidden = false;
      moved.scrollIntoView({ block: "start" });
    } else say(answer.message ?? "");
    document.querySelector("main h1")!.textContent = `Edit version ${field("base").value}`;
  }

  /** What goes to the newsroom now; what is written from here on is known apart from it. */
  function take(): Sent {
    body.value = JSON.stringify(text());
    since = [];
    return { fields: fields(), doc: view.state.doc, body: body.value };
  }

  /** True where the form is still what was sent. */
  const stands = (sent: Sent) => JSON.stringify(text()) === sent.body && JSON.stringify(fields()) === JSON.stringify(sent.fields);

  /**
   * Puts a merged copy into the form: only what differs from what was sent is touched, so that the cursor stays where somebody writes, and only where nobody
   * has written since. False where a change found no place: then the form stays on its old version, and the next beat brings both together.
   */
  function put(answer: Answer, sent: Sent): boolean {
    putting = true;
    let whole = true;
    for (const [name, value] of Object.entries(answer["fields"] as Record<string, string>)) {
      const before = sent.fields[name];
      if (!field(name) || before === undefined || before === value || field(name).value === value) continue;
      if (field(name).value === before) field(name).value = value;
      else whole = false;
    }

    whole = putBody(docOf(JSON.parse(String(answer["body"])) as Block[]), sent) && whole;
    putting = false;
    count();
    return whole;
  }

  /**
   * Piece by piece from the end, so that places before stay what they are; each where its place has gone since the text was sent. An empty line, which is not
   * sent, stays: somebody has just begun it.
   */
  function putBody(doc: Node, sent: Sent): boolean {
    const [now, tr] = [view.state.doc, view.state.tr];
    const place = (at: number, side: -1 | 1) => since.reduce((moved, map) => map.map(moved, side), at);
    const places = placesOf(sent.doc);
    let whole = true;
    for (const { first, count, nodes } of pieces(docOf(JSON.parse(sent.body) as Block[]), doc)) {
      const from = places.length === 0 ? 0 : (places[first]?.from ?? sent.doc.content.size);
      const to = places.length === 0 ? sent.doc.content.size : count > 0 ? places[first + count - 1]!.to : from;
      const start = place(from, from === to ? -1 : 1);
      const end = from === to ? start : place(to, -1);
      if (start <= end && now.slice(start, end).eq(sent.doc.slice(from, to))) replace(tr, start, end, nodes);
      else whole = false;
    }

    if (tr.docChanged) view.dispatch(plainly(tr).setMeta("addToHistory", false));
    return whole;
  }

  function bringBack(draft: Draft): void {
    for (const box of form.querySelectorAll<HTMLInputElement>('input[type="checkbox"]')) box.checked = box.name in draft.fields;
    for (const [key, value] of Object.entries(draft.fields)) {
      const element = form.elements.namedItem(key);
      if (element instanceof HTMLInputElement && element.type === "checkbox") continue;
      if (element) field(key).value = value;
    }

    const tr = view.state.tr;
    for (const { from, to, nodes } of pieces(tr.doc, docOf(draft.body))) replace(tr, from, to, nodes);
    view.dispatch(plainly(tr));
    // It stands on the version it began with, so that whatever came in between is brought together and not overwritten.
    field("base").value = draft.base;
    touched(null);
  }

  /** The newest of what this browser and the newsroom keep, where it differs from what stands in the form. */
  function offerKept(): void {
    const drafts: { draft: Draft; where: string }[] = [];
    const here = kept.get(`draft.${form.dataset["story"]}`);
    if (here) drafts.push({ draft: JSON.parse(here) as Draft, where: "This browser" });
    const there = byId<HTMLTextAreaElement>("working");
    if (there) drafts.push({ draft: { base: there.dataset["base"]!, at: Number(there.dataset["at"]), ...(JSON.parse(there.value) as Pick<Draft, "fields" | "body">) }, where: "The newsroom" });
    const newest = drafts.sort((one, other) => other.draft.at - one.draft.at)[0];
    if (!newest) return;
    const { draft, where } = newest;
    if (JSON.stringify([draft.fields, draft.body]) === JSON.stringify([fields(), text()])) {
      keeping.forget();
      return;
    }

    const notice = byId("kept")!;
    byId("kept-where")!.textContent = where;
    byId("kept-time")!.textContent = new Date(draft.at).toLocaleString("en-GB", { timeZone: document.body.dataset["zone"] ?? "UTC" });
    notice.hidden = false;
    byId("kept-take")!.addEventListener("click", () => {
      notice.hidden = true;
      bringBack(draft);
      view.focus();
    });
    byId("kept-drop")!.addEventListener("click", () => {
      notice.hidden = true;
      keeping.forget();
    });
  }

  form.addEventListener("input", (event) => {
    if (!(event.target as HTMLElement).closest(".editor, #comments-place")) touched(event.target);
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
  // With the cursor in a comment, its keys are the comment's.
  onAction("save-release", () => comments.sendHere() || void (form.dataset["story"] === "new" ? save("") : save("release")));
  onAction("back", () => location.assign(form.dataset["back"] ?? "/desk"));
  window.addEventListener("beforeunload", (event) => {
    if (keeping.isBehind) event.preventDefault();
  });
  count();
  offerKept();
  if (document.activeElement === document.body) field("headline").focus({ preventScroll: true });
}
