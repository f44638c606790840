// The queue: a current row, a selection, and the reading pane beside it.
import { type Act, act, onChangedRow, spike, take } from "./acts";
import { onAction } from "./keys";
import { startLive } from "./live";
import { byId, say, stepIn } from "./page";
import { type Row, RowList, rowsOf } from "./rows";
import { askSame, askSnooze } from "./triage";
import { startViews } from "./views";

const wideEnough = matchMedia("(min-width: 1300px)");
const mostRows = 5000;

/** Starts the queue. */
export function startQueue(): void {
  const list = byId<HTMLOListElement>("rows")!;
  const rows = new RowList(list, () => void more());
  const live = startLive(rows);
  onChangedRow((answer) => live.replace(String(answer["row"] ?? "")));
  startViews();

  const link = (row: HTMLElement | undefined) => row?.querySelector<HTMLAnchorElement>(".row-head") ?? null;
  const pickOf = (row: Row) => row.querySelector<HTMLInputElement>(".pick");
  const picked = () => rows.all.filter((row) => pickOf(row)?.checked);

  function makeCurrent(row: Row | undefined, focus: boolean): void {
    if (!row) return;
    rows.current?.classList.remove("current");
    rows.current = row;
    row.classList.add("current");
    if (focus) {
      rows.show(row);
      link(row)?.focus({ preventScroll: true });
    }

    showPane(row);
  }

  function step(by: number): void {
    const at = rows.current ? rows.all.indexOf(rows.current) : -1;
    makeCurrent(stepIn(rows.all, at, by), true);
  }

  let coming = false;
  /** Older rows come by themselves as the end comes near, up to a number that a browser holds with ease. */
  async function more(): Promise<void> {
    const older = document.querySelector<HTMLAnchorElement>('.paging a[data-action="older"]');
    if (coming || !older || older.hidden || rows.all.length >= mostRows) return;
    coming = true;
    try {
      const answer = await fetch(older.href, { headers: { accept: "application/json" } });
      if (!answer.ok || answer.redirected) return;
      const { html, next } = (await answer.json()) as { html: string; next: string | null };
      older.hidden = next === null;
      if (next) older.href = next;
      coming = false;
      rows.append(rowsOf(html));
    } catch {
      // The line is down; the next step through the list asks again.
    } finally {
      coming = false;
    }
  }

  function chosen(): string[] {
    const several = picked();
    return (several.length > 0 ? several : rows.current ? [rows.current] : []).map((one) => one.dataset["story"] ?? "");
  }

  function countPicked(changed: Row[]): void {
    for (const row of changed) row.classList.toggle("picked-row", pickOf(row)?.checked ?? false);
    const count = picked().length;
    byId("picked")!.hidden = count === 0;
    byId("picked-count")!.textContent = `${count} selected`;
  }

  function clear(): void {
    const several = picked();
    for (const row of several) pickOf(row)!.checked = false;
    countPicked(several);
  }

  async function actOnChosen(what: Act): Promise<void> {
    const stories = chosen();
    if (stories.length === 0) say("No story is current: press j.");
    clear();
    await act(stories, what);
  }

  async function same(): Promise<void> {
    const [several, current] = [chosen(), rows.current];
    if (!current) return say("No story is current: press j.");
    const own = current.dataset["story"] ?? "";
    // Of several the current one stays; of one alone it is asked which other it is.
    const others = several.filter((story) => story !== own);
    const kept = others.length > 0 ? own : await askSame(own, link(current)?.textContent ?? "");
    if (!kept) return;
    clear();
    await act(others.length > 0 ? others : [own], { path: "same", fields: { other: kept }, word: "put together" });
  }

  async function snooze(): Promise<void> {
    if (chosen().length === 0) return say("No story is current: press j.");
    const minutes = await askSnooze();
    if (minutes) await actOnChosen({ path: "snooze", fields: { minutes: String(minutes) }, word: "snoozed" });
  }

  const follow = (path: string) => () => {
    const address = link(rows.current)?.href;
    if (address) location.assign(address + path);
    else say("No story is current: press j.");
  };

  const named: Record<string, () => void> = {
    take: () => void actOnChosen(take),
    spike: () => void actOnChosen(spike),
    same: () => void same(),
    snooze: () => void snooze(),
    clear,
    compact: toggleCompact,
  };
  onAction("next", () => step(1));
  onAction("previous", () => step(-1));
  onAction("open", follow(""));
  onAction("edit", follow("/edit"));
  onAction("diff", follow("?diff=1"));
  onAction("source", follow("/source"));
  for (const [name, run] of Object.entries(named)) onAction(name, run);
  onAction("select", () => {
    const row = rows.current;
    const pick = row && pickOf(row);
    if (!row || !pick) return;
    pick.checked = !pick.checked;
    countPicked([row]);
  });
  onAction("select-all", () => {
    for (const row of rows.all) pickOf(row)!.checked = true;
    countPicked(rows.all);
  });
  function toggleCompact(): void {
    const desk = document.querySelector(".desk")!;
    const compact = desk.classList.toggle("compact");
    desk.classList.toggle("comfortable", !compact);
    document.cookie = `wireroom.rows=${compact ? "compact" : "comfortable"}; path=/desk; max-age=31536000; samesite=lax`;
    document.querySelector('[data-action="compact"]')?.setAttribute("aria-pressed", String(compact));
    rows.measure();
    if (rows.current) rows.show(rows.current);
  }

  list.addEventListener("focusin", (event) => {
    const row = (event.target as HTMLElement).closest<Row>("li.row");
    if (row && row !== rows.current) makeCurrent(row, false);
  });
  document.querySelector(".queue-pane")!.addEventListener("click", (event) => {
    const target = event.target as HTMLElement;
    const control = target.closest<HTMLElement>("[data-action]");
    const row = target.closest<Row>("li.row");
    const name = control?.dataset["action"] ?? "";
    if (control?.classList.contains("pick") && row) countPicked([row]);
    else if ((name === "take" || name === "spike") && row) void act([row.dataset["story"] ?? ""], name === "take" ? take : spike);
    else if (name in named) named[name]!();
    else if (row && !control && !target.closest("a")) {
      makeCurrent(row, true);
      if (!wideEnough.matches) location.assign(link(row)!.href);
    }
  });
  wideEnough.addEventListener("change", () => showPane(rows.current ?? null));

  // Whoever comes back from a story stands where they left.
  const left = sessionStorage.getItem("wireroom.current");
  makeCurrent(rows.all.find((row) => row.dataset["story"] === left) ?? rows.all[0], left !== null && document.activeElement === document.body);
  window.addEventListener("pagehide", () => {
    sessionStorage.setItem("wireroom.current", rows.current?.dataset["story"] ?? "");
    sessionStorage.setItem("wireroom.queue", location.pathname + location.search);
  });
}

let paneTimer: number | undefined;
let paneRequest: AbortController | undefined;

/** Shows the row's story at the right, where there is room; quick steps through the list ask only for the last. */
function showPane(row: HTMLElement | null): void {
  const pane = byId("pane");
  if (!pane || !row || !wideEnough.matches) return;
  window.clearTimeout(paneTimer);
  paneTimer = window.setTimeout(async () => {
    paneRequest?.abort();
    paneRequest = new AbortController();
    try {
      const answer = await fetch(`/desk/story/${row.dataset["story"]}/pane`, { signal: paneRequest.signal, headers: { accept: "text/html" } });
      if (!answer.ok || answer.redirected) return;
      pane.innerHTML = await answer.text();
      pane.scrollTop = 0;
    } catch {
      // The next row was asked for, or the line is down; the pane keeps what it has.
    }
  }, 90);
}
