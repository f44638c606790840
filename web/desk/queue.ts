// The queue: a current row, a selection, and the reading pane beside it.
import { move, onChangedRow } from "./acts";
import { onAction } from "./keys";
import { startLive } from "./live";
import { byId, say } from "./page";

const wideEnough = matchMedia("(min-width: 1300px)");

/** Starts the queue. */
export function startQueue(): void {
  const list = byId<HTMLOListElement>("rows")!;
  const live = startLive(list);
  onChangedRow((answer) => live.replace(String(answer["row"] ?? "")));

  const rows = () => [...list.querySelectorAll<HTMLLIElement>(":scope > li")];
  const current = () => list.querySelector<HTMLLIElement>(":scope > li.current");
  const link = (row: HTMLElement | null) => row?.querySelector<HTMLAnchorElement>(".row-head") ?? null;

  function makeCurrent(row: HTMLLIElement | undefined, focus: boolean): void {
    if (!row) return;
    current()?.classList.remove("current");
    row.classList.add("current");
    if (focus) {
      link(row)?.focus({ preventScroll: true });
      row.scrollIntoView({ block: "nearest" });
    }

    showPane(row);
  }

  function step(by: number): void {
    const all = rows();
    const at = all.indexOf(current() as HTMLLIElement);
    makeCurrent(all[at < 0 ? 0 : Math.max(0, Math.min(all.length - 1, at + by))], true);
  }

  function chosen(): string[] {
    const picked = rows().filter((row) => row.querySelector<HTMLInputElement>(".pick")?.checked);
    const row = current();
    return (picked.length > 0 ? picked : row ? [row] : []).map((one) => one.dataset["story"] ?? "");
  }

  function countPicked(): void {
    const count = list.querySelectorAll(".pick:checked").length;
    const bar = byId("picked")!;
    bar.hidden = count === 0;
    byId("picked-count")!.textContent = `${count} selected`;
    for (const row of rows()) row.classList.toggle("picked-row", row.querySelector<HTMLInputElement>(".pick")?.checked ?? false);
  }

  function clear(): void {
    for (const pick of list.querySelectorAll<HTMLInputElement>(".pick:checked")) pick.checked = false;
    countPicked();
  }

  async function act(name: "take" | "spike"): Promise<void> {
    const stories = chosen();
    if (stories.length === 0) say("No story is current: press j.");
    clear();
    await move(stories, name);
  }

  const follow = (path: string) => () => {
    const address = link(current())?.href;
    if (address) location.assign(address + path);
    else say("No story is current: press j.");
  };

  onAction("next", () => step(1));
  onAction("previous", () => step(-1));
  onAction("open", follow(""));
  onAction("edit", follow("/edit"));
  onAction("diff", follow("?diff=1"));
  onAction("source", follow("/source"));
  onAction("take", () => void act("take"));
  onAction("spike", () => void act("spike"));
  onAction("clear", clear);
  onAction("select", () => {
    const pick = current()?.querySelector<HTMLInputElement>(".pick");
    if (!pick) return;
    pick.checked = !pick.checked;
    countPicked();
  });
  const toggleCompact = () => {
    const desk = document.querySelector(".desk")!;
    const compact = desk.classList.toggle("compact");
    desk.classList.toggle("comfortable", !compact);
    document.cookie = `wireroom.rows=${compact ? "compact" : "comfortable"}; path=/desk; max-age=31536000; samesite=lax`;
    document.querySelector('[data-action="compact"]')?.setAttribute("aria-pressed", String(compact));
    current()?.scrollIntoView({ block: "nearest" });
  };
  onAction("compact", toggleCompact);

  list.addEventListener("focusin", (event) => {
    const row = (event.target as HTMLElement).closest<HTMLLIElement>("li.row");
    if (row && row !== current()) makeCurrent(row, false);
  });
  document.querySelector(".queue-pane")!.addEventListener("click", (event) => {
    const target = event.target as HTMLElement;
    const control = target.closest<HTMLElement>("[data-action]");
    const row = target.closest<HTMLLIElement>("li.row");
    const name = control?.dataset["action"];
    if (control?.classList.contains("pick")) countPicked();
    else if ((name === "take" || name === "spike") && row) void move([row.dataset["story"] ?? ""], name);
    else if (name === "take" || name === "spike") void act(name);
    else if (name === "clear") clear();
    else if (name === "compact") toggleCompact();
    else if (row && !control && !target.closest("a")) {
      makeCurrent(row, true);
      if (!wideEnough.matches) location.assign(link(row)!.href);
    }
  });
  wideEnough.addEventListener("change", () => showPane(current()));

  // Whoever comes back from a story stands where they left.
  const left = sessionStorage.getItem("wireroom.current");
  makeCurrent(rows().find((row) => row.dataset["story"] === left) ?? rows()[0], left !== null && document.activeElement === document.body);
  window.addEventListener("pagehide", () => {
    sessionStorage.setItem("wireroom.current", current()?.dataset["story"] ?? "");
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
