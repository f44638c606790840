// The tour: a small window that stands beside the thing it speaks of, on the page where that thing is. It blocks nothing: the page's keys and controls work
// while it stands, and whoever goes elsewhere on their own finds it there, too. Where somebody is in it, the newsroom keeps.
import { make, post, say } from "./page";

interface Step {
  title: string;
  /** Keys stand between backticks. */
  words: string;
  /** What it points at, the first of these that the page has. */
  at: string[];
  /** Where that is. */
  page: RegExp;
}

const story = /^\/desk\/story\/[^/]+$/;
const steps: Step[] = [
  {
    title: "The queue",
    words: "What comes in stands here in the order of its arrival, and never moves under your eye: what is new waits behind `n`. `j` and `k` go down and up, `Enter` opens, `x` selects, `/` searches. Try `j` now.",
    at: ["#rows"],
    page: /^\/desk\/?$/,
  },
  {
    title: "Take a wire",
    words: "`1` takes the wire on which you stand: it is yours from then on, and everybody sees so. `3` spikes it, `h` puts it off. Nothing asks whether you are sure; `z` undoes it for ten seconds.",
    at: [".row.current", ".row[data-state=received]", "#rows"],
    page: /^\/desk\/?$/,
  },
  {
    title: "Write, with the wire beside",
    words: "The wire stands beside your text as it was sent. Every second of writing is kept; `Ctrl/Cmd-S` saves a version, `Ctrl/Cmd-Enter` goes on to the release. The ledger, who says what, is the third column of the story’s page: `Esc` leads there.",
    at: [".editing", "#editor-form"],
    page: /^\/desk\/story\/[^/]+\/edit$/,
  },
  {
    title: "Release, with its checks",
    words: "Legal, pictures, facts: `y l`, `y p`, `y f` ask for a check, and as long as one is open the story stays. `r` shows what will go out, and what speaks against it, before it does.",
    at: [".checks", ".acts"],
    page: story,
  },
  {
    title: "Correct",
    words: "What is out is corrected with `c`: you say what was wrong, and readers see that above the story.",
    at: ["[data-action=correct]", ".acts"],
    page: story,
  },
  {
    title: "Kill",
    words: "`Shift K` takes a story back everywhere, with its reason: from the site, the feeds and every subscriber, and from other stories that hold its words. The page then lists whom it has reached.",
    at: ["[data-action=withdraw]", ".acts"],
    page: story,
  },
  {
    title: "Fronts",
    words: "What leads. `a` puts a story on the list, `J` and `K` move it, `P` pins it to its place, `p` shows the page as readers will see it. What nobody chose follows by itself.",
    at: ["#chosen", "#front-form"],
    page: /^\/desk\/fronts$/,
  },
  {
    title: "Where help is",
    words: "`?` shows every key of the page, `Ctrl/Cmd-K` finds every command by its name, and both bring this tour back: `g t`. That is all.",
    at: [".bar-end [data-action=sheet]", ".bar"],
    page: /^\/desk/,
  },
];

let card: HTMLElement | null = null;
let at = 0;
let pointed: Element | null = null;
let before: HTMLElement | null = null;
let follow: (() => void) | null = null;

/** Opens the tour at that step: with the focus, where somebody asked for it; else it says that it is there, and leaves the focus to the page. */
export function openTour(step: number, takesFocus: boolean): void {
  at = Math.max(1, Math.min(steps.length, step)) - 1;
  if (!card) {
    before = document.activeElement instanceof HTMLElement && document.activeElement !== document.body ? document.activeElement : null;
    card = make("section", { className: "tour", id: "tour", tabIndex: -1 });
    card.setAttribute("role", "dialog");
    card.setAttribute("aria-modal", "false");
    card.setAttribute("aria-labelledby", "tour-title");
    card.setAttribute("aria-describedby", "tour-words");
    card.addEventListener("keydown", onKey);
    // After the skip link and the bar, before the page: who goes on with Tab comes from the window into what it speaks of.
    (document.getElementById("main") ?? document.body.lastElementChild)?.before(card);
    follow = () => place();
    window.addEventListener("resize", follow);
    document.addEventListener("scroll", follow, { passive: true, capture: true });
  }

  show();
  if (takesFocus) card.focus({ preventScroll: true });
  else if (step === 1 && location.pathname === "/desk") say("A tour of the desk has begun beside the queue: g t goes to it.");
}

function show(): void {
  const step = steps[at];
  if (!card || !step) return;
  const here = step.page.test(location.pathname);
  const last = at === steps.length - 1;
  const button = (words: string, className: string, keys: string, run: () => void) => {
    const made = make("button", { type: "button", textContent: words, className, title: `${words} (${keys})` });
    made.addEventListener("click", run);
    return made;
  };
  card.replaceChildren(
    make("p", { className: "tour-step", textContent: `Tour of the desk, ${at + 1} of ${steps.length}` }),
    make("h2", { id: "tour-title", textContent: step.title }),
    make("p", { id: "tour-words" }, ...step.words.split("`").map((part, number) => (number % 2 === 1 ? make("kbd", { textContent: part }) : part))),
    make(
      "div",
      { className: "tour-acts" },
      here ? "" : button("Show me", "act", "Enter", () => void go(at)),
      at > 0 ? button("Back", "", "Left arrow", () => void go(at - 1)) : "",
      last ? button("Done", here ? "act" : "", "Enter", () => void end()) : button("Next", here ? "act" : "", "Right arrow", () => void go(at + 1)),
      last ? "" : button("End the tour", "quiet-end", "Esc", () => void end()),
    ),
  );
  point(here ? step : null);
}

/** Marks the thing on the page, and brings it into sight. */
function point(step: Step | null): void {
  pointed?.classList.remove("tour-at");
  pointed = step?.at.map((one) => [...document.querySelectorAll(one)].find((found) => found instanceof HTMLElement && found.checkVisibility())).find((found) => found !== undefined) ?? null;
  pointed?.classList.add("tour-at");
  if (pointed && !inSight(pointed)) pointed.scrollIntoView({ block: narrow() ? "start" : "center", behavior: "instant" });
  place();
}

const narrow = () => window.innerWidth < 740;

function inSight(element: Element): boolean {
  const box = element.getBoundingClientRect();
  return box.top >= 0 && box.top < window.innerHeight * 0.5 && (box.bottom <= window.innerHeight || box.height > window.innerHeight * 0.5);
}

/** Beside the thing: below or above, right or left, wherever there is room without covering it; else, and on a narrow window, in the corner. */
function place(): void {
  if (!card) return;
  card.dataset["free"] = String(!pointed || narrow());
  card.style.removeProperty("left");
  card.style.removeProperty("top");
  if (!pointed || narrow()) return;
  const gap = 12;
  const thing = pointed.getBoundingClientRect();
  const [width, height] = [card.offsetWidth, card.offsetHeight];
  const fits = (left: number, top: number) => left >= gap && top >= gap && left + width <= window.innerWidth - gap && top + height <= window.innerHeight - gap;
  const within = (value: number, most: number) => Math.max(gap, Math.min(value, most - gap));
  const top = within(thing.top, window.innerHeight - height);
  const left = within(thing.left, window.innerWidth - width);
  const right: [number, number] = [thing.right + gap, top];
  const around: [number, number][] = [[left, thing.bottom + gap], [left, thing.top - gap - height], right, [thing.left - gap - width, top]];
  // Left of a column stands another one, which is spoken of too.
  const places = thing.height > window.innerHeight / 2 ? [right] : around;
  const free = places.find(([x, y]) => fits(x, y));
  card.dataset["free"] = String(!free);
  if (!free) return;
  card.style.setProperty("left", `${free[0]}px`);
  card.style.setProperty("top", `${free[1]}px`);
}

/** Its own keys; every other is the page's, which works on. */
function onKey(event: KeyboardEvent): void {
  if (event.ctrlKey || event.metaKey || event.altKey || event.key === "Tab" || event.key === "Shift") return;
  const onControl = event.target instanceof HTMLElement && event.target.closest("button") !== null;
  if (event.key === "Escape") void end();
  else if (event.key === "ArrowRight") void go(at + 1);
  else if (event.key === "ArrowLeft") void go(at - 1);
  else if (event.key === "Enter" && !onControl) void (steps[at]?.page.test(location.pathname) === false ? go(at) : at === steps.length - 1 ? end() : go(at + 1));
  else if ((event.key === "Enter" || event.key === " ") && onControl) return;
  else {
    document.body.dispatchEvent(new KeyboardEvent("keydown", { key: event.key, shiftKey: event.shiftKey, bubbles: true, cancelable: true }));
    // What the key did may have moved the focus to a row; whoever now writes in a field or a dialog stays there.
    const now = document.activeElement;
    if (!(now instanceof HTMLElement) || !now.matches('input:not([type="checkbox"]), textarea, select, [contenteditable="true"], dialog *')) card?.focus({ preventScroll: true });
    return;
  }

  event.preventDefault();
  event.stopPropagation();
}

async function keep(step: number): Promise<void> {
  const form = new FormData();
  form.set("step", String(step));
  await post("/desk/tour", form);
}

/** To another step: on this page, or on the one where it is. */
async function go(to: number): Promise<void> {
  const step = steps[to];
  if (!step) return;
  await keep(to + 1);
  if (step.page.test(location.pathname) && step.at.slice(0, Math.max(1, step.at.length - 1)).some((one) => document.querySelector(one))) {
    at = to;
    show();
    card?.focus({ preventScroll: true });
  } else if (to === steps.length - 1) {
    at = to;
    show();
  } else location.assign(`/desk/tour/${to + 1}`);
}

async function end(): Promise<void> {
  pointed?.classList.remove("tour-at");
  pointed = null;
  const had = card?.contains(document.activeElement) === true;
  card?.remove();
  card = null;
  if (follow) {
    window.removeEventListener("resize", follow);
    document.removeEventListener("scroll", follow, { capture: true });
  }

  // The focus goes back to where it was; the page goes on from there.
  if (had) (before?.isConnected ? before : document.querySelector<HTMLElement>(".row.current a, #main a, #main button"))?.focus({ preventScroll: true });
  await keep(-1);
}
