// An open page of a live story. New entries wait behind "3 new entries" unless their place is out of sight; what was withdrawn goes at once, wherever it
// stands: among the entries of this page, the key points, or above the others.
import { oneAtATime } from "./once";
import { documentOf } from "./trusted";
import { WaitingList } from "./waiting";

/** Keeps the entries live; returns what is to be called when the story may have changed. */
export function keepStoryLive(live: HTMLElement): () => void {
  const address = `/live/story/${live.dataset.live ?? ""}`;
  const isNewest = live.dataset.newest === "1";
  // An entry below the last of the page is not new: it stands on an older page.
  const list = new WaitingList(live, { box: "live", row: "entry" }, (row, shown) => shown.length === 0 || BigInt(list.keyOf(row)) > BigInt(list.keyOf(shown.at(-1)!)));

  /** The entries as they stand now: the newest, or those below a key. Where the whole story was withdrawn, nothing of it stays on the screen. */
  async function fetched(before?: bigint): Promise<HTMLElement | null> {
    const answer = await fetch(before === undefined ? address : `${address}?before=${before}`, { headers: { Accept: "text/html" }, cache: "no-cache" });
    if (answer.status === 410 || answer.status === 404) location.reload();
    return answer.ok ? list.in(documentOf(await answer.text())) : null;
  }

  /** Takes back what the newer form says was withdrawn, and returns the entries of which it says nothing. */
  function takeBack(newer: HTMLElement): HTMLElement[] {
    const told = new Map(list.rows(newer).map((row) => [list.keyOf(row), row]));
    return list.rows(list.shown!).filter((old) => {
      const now = told.get(list.keyOf(old));
      if (now?.querySelector(".notice.withdrawn") && !old.querySelector(".notice.withdrawn")) old.replaceWith(document.importNode(now, true));
      return !now;
    });
  }

  /** What stands above the entries is on the newest page alone. */
  function takeBackAbove(newer: HTMLElement): void {
    const shown = list.shown!;
    const pinned = shown.querySelector<HTMLElement>("[data-pinned]");
    if (pinned && newer.querySelector<HTMLElement>("[data-pinned]")?.dataset.pinned !== pinned.dataset.pinned) pinned.remove();
    const points = new Set(Array.from(newer.querySelectorAll<HTMLElement>("[data-point]"), (point) => point.dataset.point));
    for (const point of shown.querySelectorAll<HTMLElement>("[data-point]")) if (!points.has(point.dataset.point)) point.remove();
    if (!shown.querySelector("[data-point]")) shown.querySelector(".key-points")?.remove();
  }

  const look = oneAtATime(async () => {
    let untold = list.shown ? list.rows(list.shown) : [];
    if (isNewest) {
      const newer = await fetched();
      if (!newer || !list.shown) return;
      untold = takeBack(newer);
      takeBackAbove(newer);
      if (newer.dataset.version !== list.version) list.offer(newer, live.getBoundingClientRect().top > innerHeight);
    }

    // An older page, or one that more entries have passed than a page holds.
    const first = untold.find((row) => row.isConnected);
    const older = first && (await fetched(BigInt(list.keyOf(first)) + 1n));
    if (older && list.shown) takeBack(older);
  });

  list.onAsked(() => {
    live.scrollIntoView({ block: "start" });
    list.rows(list.shown!)[0]?.querySelector<HTMLElement>("a")?.focus({ preventScroll: true });
  });

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
