// An open page of a live story. New entries wait behind "3 new entries" unless their place is out of sight; what was withdrawn goes at once. Nothing moves
// what is being read: the button keeps its place in the head that sticks, and browsers hold the scroll where something above it changes.
import { sayTimes } from "../shared/times";
import { oneAtATime } from "./once";
import { documentOf } from "./trusted";

const atTheTop = 200; // pixels scrolled

/** Keeps the entries live; returns what is to be called when the story may have changed. */
export function keepStoryLive(found: HTMLElement): () => void {
  const live = found;
  const story = live.dataset.live ?? "";
  const button = live.querySelector<HTMLButtonElement>("[data-live-new]");
  const status = live.querySelector<HTMLElement>("[data-live-status]");
  let waiting: HTMLElement | null = null;

  const list = () => live.querySelector<HTMLElement>("[data-live-list]");
  const rows = (of: HTMLElement) => Array.from(of.querySelectorAll<HTMLElement>("[data-entry]"));
  const known = () => new Set(rows(list()!).map((row) => row.dataset.entry));
  const news = (newer: HTMLElement) => {
    const shown = known();
    const oldest = rows(list()!).at(-1)?.dataset.entry;
    return rows(newer).filter((row) => !shown.has(row.dataset.entry) && (!oldest || BigInt(row.dataset.entry!) > BigInt(oldest)));
  };

  function put(): void {
    const shown = list();
    if (!waiting || !shown) return;
    for (const row of news(waiting)) row.classList.add("fresh");
    sayTimes(waiting);
    shown.replaceWith(waiting);
    waiting = null;
    if (button) button.hidden = true;
    if (status) status.textContent = "";
  }

  /** What was withdrawn must not be read a moment longer. */
  function takeBack(newer: HTMLElement): void {
    const shown = new Map(rows(list()!).map((row) => [row.dataset.entry, row]));
    for (const row of rows(newer)) {
      const old = shown.get(row.dataset.entry);
      if (old && row.querySelector(".notice.withdrawn") && !old.querySelector(".notice.withdrawn")) old.replaceWith(row.cloneNode(true));
    }

    list()!.querySelector(".entry.pinned")?.toggleAttribute("hidden", !newer.querySelector(".entry.pinned"));
  }

  function offer(newer: HTMLElement): void {
    takeBack(newer);
    waiting = newer;
    const unseen = live.getBoundingClientRect().top > innerHeight;
    if (unseen || scrollY <= atTheTop) return put();
    const count = news(newer).length;
    const words = count === 1 ? live.dataset.one : live.dataset.many?.replace("{0}", String(count));
    if (count === 0) return; // other words for what is known wait quietly
    if (button) {
      button.textContent = words ?? String(count);
      button.hidden = false;
    }
    if (status) status.textContent = words ?? "";
  }

  const look = oneAtATime(async () => {
    const answer = await fetch(`/live/story/${story}`, { headers: { Accept: "text/html" }, cache: "no-cache" });
    // The whole story was withdrawn: nothing of it stays on the screen.
    if (answer.status === 410 || answer.status === 404) return location.reload();
    if (!answer.ok || live.dataset.newest !== "1") return;
    const newer = documentOf(await answer.text()).querySelector<HTMLElement>("[data-live-list]");
    if (newer && newer.dataset.version !== (waiting ?? list())?.dataset.version) offer(document.adoptNode(newer));
  });

  button?.addEventListener("click", () => {
    put();
    live.scrollIntoView({ block: "start" });
    rows(list()!)[0]?.querySelector<HTMLElement>("a")?.focus({ preventScroll: true });
  });
  addEventListener("scroll", () => { if (waiting && scrollY === 0) put(); }, { passive: true });

  // A link to an entry that stands on this page needs no other page.
  live.addEventListener("click", (event) => {
    const link = (event.target as HTMLElement).closest<HTMLAnchorElement>("a[href*='#entry-']");
    if (link && !event.ctrlKey && !event.metaKey && document.getElementById(link.hash.slice(1))) {
      event.preventDefault();
      location.hash = link.hash;
    }
  });
  return look;
}
