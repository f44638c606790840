// The live queue: what comes in waits behind a button, what changes changes in place, and nothing moves under the eye.
import { onAction } from "./keys";
import { tellOutside } from "./notices";
import { byId, say } from "./page";
import { type Row, type RowList, rowsOf } from "./rows";

export interface Live {
  /** Puts a changed row in the place of the old one. */
  replace(html: string): void;
}

/** Connects, where the page shows the newest. */
export function startLive(rows: RowList): Live {
  const desk = document.querySelector<HTMLElement>(".desk")!;
  const button = byId<HTMLButtonElement>("waiting")!;
  const pause = document.querySelector<HTMLButtonElement>('[data-action="pause"]')!;
  const line = byId("line")!;
  const title = document.title;
  const waiting = new Map<string, Row>();
  let newest = desk.dataset["newest"] ?? "0";
  let stream: EventSource | undefined;
  let paused = false;
  let wasDown = false;

  function replace(html: string): void {
    for (const row of rowsOf(html)) {
      if (waiting.has(row.id)) waiting.set(row.id, row);
      rows.replace(row);
    }
  }

  function count(): void {
    const items = waiting.size;
    button.hidden = items === 0;
    button.textContent = `${items} new ${items === 1 ? "item" : "items"}`;
    document.title = items > 0 ? `(${items}) ${title}` : title;
  }

  function hold(html: string): void {
    for (const row of rowsOf(html).reverse()) {
      if (rows.replace(row)) continue;
      waiting.set(row.id, row);
      if (row.dataset["urgency"] === "1") {
        const flash = byId("flash");
        tellOutside(`FLASH: ${row.querySelector(".row-head")?.textContent ?? ""}`);
        if (flash) flash.textContent = `FLASH: ${row.querySelector(".row-head")?.textContent ?? ""}`;
      }
    }

    count();
  }

  function show(): void {
    if (waiting.size === 0) {
      say("No new items wait.");
      return;
    }

    const first = [...waiting.values()].sort((one, other) => Number(other.dataset["key"]) - Number(one.dataset["key"]))[0];
    rows.insert([...waiting.values()]);
    waiting.clear();
    count();
    document.querySelector(".empty")?.remove();
    if (first) rows.show(first);
    first?.querySelector<HTMLElement>(".row-head")?.focus({ preventScroll: true });
  }

  /** After a break the page is asked again: rows that changed meanwhile change in place. */
  async function lookAgain(): Promise<void> {
    const answer = await fetch(location.href, { headers: { accept: "text/html" } });
    if (!answer.ok || answer.redirected) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    for (const row of page.querySelectorAll<HTMLElement>("#rows > li")) {
      const old = rows.find(row.id);
      if (old && old.textContent !== row.textContent) replace(row.outerHTML);
    }
  }

  function connect(): void {
    const address = desk.dataset["live"];
    if (!address) {
      line.textContent = "older stories, not live";
      pause.disabled = true;
      return;
    }

    stream = new EventSource(`${address}${address.includes("?") ? "&" : "?"}after=${newest}`);
    stream.addEventListener("open", () => {
      line.textContent = "live";
      if (wasDown) void lookAgain();
      wasDown = false;
    });
    stream.addEventListener("error", () => {
      wasDown = true;
      line.textContent = "no line, trying again";
      if (stream?.readyState === EventSource.CLOSED && !paused) window.setTimeout(connect, 5000);
    });
    stream.addEventListener("new", (event) => {
      newest = (event as MessageEvent).lastEventId || newest;
      hold(String((event as MessageEvent).data));
    });
    stream.addEventListener("back", (event) => hold(String((event as MessageEvent).data)));
    stream.addEventListener("row", (event) => replace(String((event as MessageEvent).data)));
  }

  function togglePause(): void {
    paused = !paused;
    pause.setAttribute("aria-pressed", String(paused));
    pause.textContent = paused ? "Go on" : "Pause";
    if (paused) {
      stream?.close();
      line.textContent = "paused";
    } else {
      wasDown = true;
      connect();
    }
  }

  button.addEventListener("click", show);
  pause.addEventListener("click", togglePause);
  onAction("show-new", show);
  onAction("pause", togglePause);
  connect();
  return { replace };
}
