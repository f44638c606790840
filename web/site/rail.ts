// The Latest rail of an open page. The server says through server-sent events that the rail has a newer version; the rail is then
// fetched and put in place at once where the reader is at the top, and otherwise waits behind "3 new stories".
// Without events (a proxy that holds them back) the rail is asked for every half minute.
import { keepStoryLive } from "./live";
import { oneAtATime } from "./once";
import { documentOf } from "./trusted";
import { WaitingList } from "./waiting";

const pollEvery = 30_000;

export function keepRailLive(): void {
  const rail = document.querySelector<HTMLElement>("[data-rail]");
  if (!rail) return;
  const list = new WaitingList(rail, { box: "rail", row: "story" });
  let events: EventSource | null = null;
  let poll: ReturnType<typeof setInterval> | undefined;

  const told = document.querySelector<HTMLElement>("[data-live]");
  const lookAtStory = told ? keepStoryLive(told) : null;

  const look = oneAtATime(async () => {
    const answer = await fetch("/live/rail", { headers: { Accept: "text/html" }, cache: "no-cache" });
    if (!answer.ok) return;
    const newer = list.in(documentOf(await answer.text()));
    if (!newer || newer.dataset.version === list.version) return;
    // The rail never shrinks below what it was, so that nothing under it moves up.
    rail.style.minHeight = `${rail.offsetHeight}px`;
    list.offer(newer);
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
      if (event.data !== list.version) look();
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

  list.onAsked(() => {
    list.shown?.querySelector<HTMLElement>("a")?.focus({ preventScroll: true });
    rail.scrollIntoView({ block: "nearest" });
  });

  // An open connection would keep the page out of the back/forward cache, and a hidden page needs none.
  addEventListener("pagehide", stop);
  addEventListener("pageshow", start);
  document.addEventListener("visibilitychange", () => (document.hidden ? stop() : start()));
  if (!document.hidden) start();
}
