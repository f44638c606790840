// Take, spike, snooze and same-as act at once and can be undone for ten seconds. The other moves are plain forms.
import { onAction } from "./keys";
import { type Answer, make, post, say } from "./page";

interface Done {
  story: string;
  message: string;
  what: string;
}

let undoable: Done[] = [];
let forget: number | undefined;
let changed: (answer: Answer) => void = () => location.reload();

/** Whoever shows rows says here what to do with a changed one. */
export function onChangedRow(show: (answer: Answer) => void): void {
  changed = show;
}

/** What acts at once on stories and can be undone. */
export interface Act {
  /** The last part of the address. */
  path: "move" | "snooze" | "same";
  fields: Record<string, string>;
  /** What was done to several. */
  word: string;
}

export const take: Act = { path: "move", fields: { move: "take" }, word: "taken" };
export const spike: Act = { path: "move", fields: { move: "spike" }, word: "spiked" };

/** Carries an act out on stories, one post each, and offers the undo. */
export async function act(stories: string[], { path, fields, word }: Act): Promise<void> {
  if (stories.length === 0) return;
  const done: Done[] = [];
  const refused: string[] = [];
  let seconds = 10;
  for (const story of stories) {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.set(name, value);
    const answer = await post(`/desk/story/${story}/${path}`, form);
    if (!answer.ok) {
      refused.push(answer.message ?? "It was not done.");
      continue;
    }

    seconds = Number(answer["seconds"]) || seconds;
    done.push({ story, message: String(answer.message), what: path });
    changed(answer);
  }

  const message = [done.length === 1 ? done[0]?.message : done.length > 1 ? `${done.length} ${word}.` : "", [...new Set(refused)].join(" ")].filter(Boolean).join(" ");
  if (done.length > 0) offerUndo(done, message, seconds);
  else say(message);
}

function offerUndo(done: Done[], message: string, seconds: number): void {
  undoable = done;
  const button = make("button", { type: "button", textContent: "Undo (z)", className: "undo" });
  button.dataset["action"] = "undo";
  button.addEventListener("click", () => void undo());
  say(`${message} `, button);
  window.clearTimeout(forget);
  forget = window.setTimeout(() => {
    undoable = [];
    say("");
  }, seconds * 1000);
}

async function undo(): Promise<void> {
  const stories = undoable;
  undoable = [];
  window.clearTimeout(forget);
  const said: string[] = [];
  for (const { story, what } of stories) {
    const form = new FormData();
    form.set("what", what);
    const answer = await post(`/desk/story/${story}/undo`, form);
    said.push(answer.message ?? "It was not undone.");
    if (answer.ok) changed(answer);
  }

  say([...new Set(said)].join(" "));
}

/** Binds the undo, and on a story's page its two moves. */
export function startActs(): void {
  onAction("undo", () => {
    if (undoable.length > 0) void undo();
    else say("Nothing to undo.");
  });
  document.addEventListener("submit", (event) => {
    const form = event.target as HTMLFormElement;
    const name = new FormData(form).get("move");
    const story = form.closest<HTMLElement>("[data-story]")?.dataset["story"];
    if ((name !== "take" && name !== "spike") || !story) return;
    event.preventDefault();
    if (document.getElementById("rows")) void act([story], name === "take" ? take : spike);
    else void moveHere(story, name);
  });
  offerKeptUndo();
}

/** On a story's own page the page is loaded again, and the undo is offered on the new one. */
async function moveHere(story: string, name: "take" | "spike"): Promise<void> {
  const form = new FormData();
  form.set("move", name);
  const answer = await post(`/desk/story/${story}/move`, form);
  if (!answer.ok) {
    say(answer.message ?? "It was not done.");
    return;
  }

  sessionStorage.setItem("wireroom.undo", JSON.stringify({ story, message: answer.message, until: Date.now() + 10_000 }));
  location.reload();
}

function offerKeptUndo(): void {
  const text = sessionStorage.getItem("wireroom.undo");
  sessionStorage.removeItem("wireroom.undo");
  if (!text) return;
  const { story, message, until } = JSON.parse(text) as { story: string; message: string; until: number };
  if (until > Date.now()) offerUndo([{ story, message, what: "move" }], message, Math.max(1, Math.round((until - Date.now()) / 1000)));
}
