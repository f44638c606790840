// What the desk must be told stands on every page, and comes without a reload. A page that nobody looks at holds no connection.
import { byId, kept, post, say } from "./page";

/** Tells whoever looks at another window, where they have asked this browser to. */
export function tellOutside(words: string): void {
  if (kept.get("browser-notices") === "on" && typeof Notification !== "undefined" && Notification.permission === "granted" && !document.hasFocus()) new Notification("Wireroom", { body: words });
}

function bindChoice(): void {
  const choice = byId<HTMLInputElement>("browser-notices");
  if (!choice) return;
  choice.checked = kept.get("browser-notices") === "on";
  choice.addEventListener("change", async () => {
    if (choice.checked && (typeof Notification === "undefined" || (await Notification.requestPermission()) !== "granted")) {
      choice.checked = false;
      say("This browser does not allow it. Its own settings for this site decide.");
    }

    kept.set("browser-notices", choice.checked ? "on" : null);
  });
}

/** Connects the strip. */
export function startNotices(): void {
  bindChoice();
  const strip = byId("notices");
  if (!strip) return;
  let stream: EventSource | undefined;
  const shown = () => new Set([...strip.querySelectorAll<HTMLElement>("[data-notice]")].map((line) => line.dataset["notice"]));

  function show(html: string): void {
    const before = shown();
    const holder = document.createElement("template");
    holder.innerHTML = html;
    const focused = strip!.contains(document.activeElement);
    strip!.replaceChildren(holder.content);
    strip!.hidden = strip!.childElementCount === 0;
    if (focused) strip!.querySelector<HTMLElement>("a, button")?.focus();
    const fresh = [...strip!.querySelectorAll<HTMLElement>("[data-notice]")].find((line) => !before.has(line.dataset["notice"]));
    const flash = byId("flash");
    if (fresh?.querySelector(".badge.flash, .badge.killed")) tellOutside(fresh.querySelector(".notice-words")?.textContent ?? "");
    if (fresh && flash) flash.textContent = `${fresh.querySelector(".badge")?.textContent ?? ""}: ${fresh.querySelector(".notice-words")?.textContent ?? ""}`;
  }

  function look(): void {
    if (document.hidden) {
      stream?.close();
      stream = undefined;
    } else if (!stream || stream.readyState === EventSource.CLOSED) {
      stream = new EventSource("/desk/notices/live");
      stream.addEventListener("notices", (event) => show(String((event as MessageEvent).data)));
    }
  }

  strip.addEventListener("submit", (event) => {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    void post(form.action, new FormData(form)).then((answer) => {
      say(answer.message ?? "It was not done.");
      if (!answer.ok) return;
      form.closest("[data-notice]")?.remove();
      strip.hidden = strip.childElementCount === 0;
    });
  });
  document.addEventListener("visibilitychange", look);
  look();
}
