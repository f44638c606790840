// The live queue: what comes in waits behind a button, what changes changes in place, and nothing moves under the eye.
import { onAction } from "./keys";
import { byId, say } from "./page";

export interface Live {
  /** Puts a changed row in the place of the old one. */
  replace(html: string): void;
}

/** Connects, where the page shows the newest. */
export function startLive(list: HTMLOListElement): Live {
  const desk = document.querySelector<HTMLElement>(".desk")!;
  const button = byId<HTMLButtonElement>("waiting")!;
  const pause = document.querySelector<HTMLButtonElement>('[data-action="pause"]')!;
  const line = byId("line")!;
  const title = document.title;
  const waiting = new Map<string, HTMLElement>();
  let newest = desk.dataset["newest"] ?? "0";
  let stream: EventSource | undefined;
  let paused = false;
  let wasDown = false;

  const rowsOf = (html: string) => {
    const holder = document.createElement("template");
    holder.innerHTML = html;
    return [...holder.content.querySelectorAll<HTMLElement>("li.row")];
  };

  function replace(html: string): void {
    for (const row of rowsOf(html)) {
      const old = byId(row.id);
      if (waiting.has(row.id)) waiting.set(row.id, row);
      if (!old) continue;
      row.classList.toggle("current", old.classList.contains("current"));
      const pick = row.querySelector<HTMLInputElement>(".pick");
      if (pick) pick.checked = old.querySelector<HTMLInputElement>(".pick")?.checked ?? false;
      const focused = old.contains(document.activeElement);
      old.replaceWith(row);
      if (focused) row.querySelector<HTMLElement>(".row-head")?.focus({ preventScroll: true });
      row.classList.add("changed");
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
      if (byId(row.id)) continue;
      waiting.set(row.id, row);
      if (row.dataset["urgency"] === "1") {
        const flash = byId("flash");
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

    const first = [...waiting.values()].at(-1);
    for (const row of waiting.values()) list.prepend(row);
    waiting.clear();
    count();
    document.querySelector(".empty")?.remove();
    first?.querySelector<HTMLElement>(".row-head")?.focus();
    list.parentElement?.scrollTo({ top: 0 });
    window.scrollTo({ top: 0 });
  }

  /** After a break the page is asked again: rows that changed meanwhile change in place. */
  async function lookAgain(): Promise<void> {
    const answer = await fetch(location.href, { headers: { accept: "text/html" } });
    if (!answer.ok || answer.redirected) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    for (const row of page.querySelectorAll<HTMLElement>("#rows > li")) {
      const old = byId(row.id);
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
