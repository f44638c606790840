// The Latest rail of an open page. The server says through server-sent events that the rail has a newer version; the rail is then
// fetched and put in place at once where the reader is at the top, and otherwise waits behind "3 new stories".
// Without events (a proxy that holds them back) the rail is asked for every half minute.
import { sayTimes } from "../shared/times";
import { keepStoryLive } from "./live";
import { oneAtATime } from "./once";
import { documentOf } from "./trusted";

const pollEvery = 30_000;
const atTheTop = 200; // pixels scrolled

export function keepRailLive(): void {
  const found = document.querySelector<HTMLElement>("[data-rail]");
  if (!found) return;
  const rail = found;
  const button = rail.querySelector<HTMLButtonElement>("[data-rail-new]");
  const status = rail.querySelector<HTMLElement>("[data-rail-status]");
  let waiting: HTMLElement | null = null;
  let events: EventSource | null = null;
  let poll: ReturnType<typeof setInterval> | undefined;

  const told = document.querySelector<HTMLElement>("[data-live]");
  const lookAtStory = told ? keepStoryLive(told) : null;

  const list = () => rail.querySelector<HTMLElement>("[data-rail-list]");
  const version = () => (waiting ?? list())?.dataset.version;
  const keys = (from: HTMLElement) => new Set(Array.from(from.querySelectorAll<HTMLElement>("[data-story]"), (row) => row.dataset.story));

  /** How many stories of the newer list the reader's list does not hold. */
  function news(newer: HTMLElement): Element[] {
    const shown = list();
    const known = shown ? keys(shown) : new Set();
    return Array.from(newer.querySelectorAll<HTMLElement>("[data-story]")).filter((row) => !known.has(row.dataset.story));
  }

  function put(): void {
    const shown = list();
    if (!waiting || !shown) return;
    for (const row of news(waiting)) row.classList.add("fresh");
    sayTimes(waiting);
    // The rail never shrinks below what it was, so that nothing under it moves up.
    rail.style.minHeight = `${rail.offsetHeight}px`;
    shown.replaceWith(waiting);
    waiting = null;
    if (button) button.hidden = true;
    if (status) status.textContent = "";
  }

  function offer(newer: HTMLElement): void {
    waiting = newer;
    if (scrollY <= atTheTop) return put();
    // What only changed in words waits quietly until the reader is at the top.
    const count = news(newer).length;
    if (count === 0) return;
    const words = count === 1 ? rail.dataset.one : rail.dataset.many?.replace("{0}", String(count));
    if (button) {
      button.textContent = words ?? String(count);
      button.hidden = false;
    }
    if (status) status.textContent = words ?? "";
  }

  const look = oneAtATime(async () => {
    const answer = await fetch("/live/rail", { headers: { Accept: "text/html" }, cache: "no-cache" });
    if (!answer.ok) return;
    const newer = documentOf(await answer.text()).querySelector<HTMLElement>("[data-rail-list]");
    if (newer && newer.dataset.version !== version()) offer(document.adoptNode(newer));
  });

  function startPolling(): void {
    poll ??= setInterval(() => {
      look();
      lookAtStory?.();
    }, pollEvery);
  }

  function stop(): void {
    events?.close();
    events = null;
    clearInterval(poll);
    poll = undefined;
  }

  function start(): void {
    if (events || poll) return;
    if (!("EventSource" in window)) return startPolling();
    events = new EventSource(told ? `/live/events?story=${told.dataset.live}` : "/live/events");
    events.addEventListener("rail", (event) => {
      if (event.data !== version()) look();
    });
    events.addEventListener("story", () => lookAtStory?.());
    events.onopen = () => {
      lookAtStory?.(); // what came between the page and the connection
      clearInterval(poll);
      poll = undefined;
    };
    events.onerror = () => {
      if (events?.readyState === EventSource.CLOSED) events = null;
      startPolling();
    };
  }

  button?.addEventListener("click", () => {
    put();
    list()?.querySelector<HTMLElement>("a")?.focus({ preventScroll: true });
    rail.scrollIntoView({ block: "nearest" });
  });

  addEventListener("scroll", () => { if (waiting && scrollY === 0) put(); }, { passive: true });

  // An open connection would keep the page out of the back/forward cache, and a hidden page needs none.
  addEventListener("pagehide", stop);
  addEventListener("pageshow", start);
  document.addEventListener("visibilitychange", () => (document.hidden ? stop() : start()));
  if (!document.hidden) start();
}
