// What is asked before a story is snoozed or put together with another one: one more key each.
import { make, openDialog, say, stepIn } from "./page";

/** Opens a dialog that answers with what is chosen, or nothing where it is closed. */
function ask<T>(name: string, label: string, fill: (dialog: HTMLDialogElement, choose: (value: T) => void) => void): Promise<T | undefined> {
  return new Promise((resolve) => {
    const dialog = openDialog(name, label);
    let chosen: T | undefined;
    dialog.addEventListener("close", () => resolve(chosen));
    fill(dialog, (value) => {
      chosen = value;
      dialog.close();
    });
    dialog.querySelector<HTMLElement>("input, button")?.focus();
  });
}

/** Minutes until that hour of the newsroom's day; tomorrow's where it has passed. */
function until(hour: number, tomorrow = false): number {
  const [now = 0, minute = 0] = new Date().toLocaleTimeString("en-GB", { timeZone: document.body.dataset["zone"] ?? "UTC" }).split(":").map(Number);
  const minutes = hour * 60 - (now * 60 + minute);
  return minutes > 0 && !tomorrow ? minutes : minutes + 24 * 60;
}

/** For how many minutes. */
export function askSnooze(): Promise<number | undefined> {
  return ask<number>("palette", "Snooze until", (dialog, choose) => {
    const choices: [string, () => number][] = [
      ["15 minutes", () => 15],
      ["1 hour", () => 60],
      ["3 hours", () => 180],
      ["18:00", () => until(18)],
      ["tomorrow 9:00", () => until(9, true)],
    ];
    const buttons = choices.map(([words, minutes], at) => {
      const button = make("button", { type: "button", className: "choice" }, make("span", { textContent: words }), make("kbd", { textContent: String(at + 1) }));
      button.addEventListener("click", () => choose(minutes()));
      return button;
    });
    dialog.append(make("h2", { textContent: "Out of the queue for" }), make("div", { className: "choices" }, ...buttons));
    dialog.addEventListener("keydown", (event) => {
      const choice = choices[Number(event.key) - 1];
      if (choice) {
        event.preventDefault();
        choose(choice[1]());
      }
    });
  });
}

interface Alike {
  story: string;
  headline: string;
  about: string;
}

/** Which other story this one is the same as. */
export function askSame(story: string, headline: string): Promise<string | undefined> {
  return ask<string>("palette", "The same as", (dialog, choose) => {
    const input = make("input", { type: "search", placeholder: "Words of the other story", ariaLabel: "Words of the other story", autocomplete: "off" });
    const list = make("div", { className: "choices" });
    const show = async () => {
      const answer = await fetch(`/desk/story/${story}/alike?q=${encodeURIComponent(input.value)}`, { headers: { accept: "application/json" } });
      if (!answer.ok || answer.redirected) return;
      const found = (await answer.json()) as Alike[];
      list.replaceChildren(
        ...found.map((one) => {
          const button = make("button", { type: "button", className: "choice" }, make("span", { textContent: one.headline }), make("small", { textContent: one.about }));
          button.addEventListener("click", () => choose(one.story));
          return button;
        }),
      );
      if (found.length === 0) list.append(make("p", { className: "hint", textContent: "No other story holds these words." }));
    };
    let timer: number | undefined;
    input.addEventListener("input", () => {
      window.clearTimeout(timer);
      timer = window.setTimeout(() => void show(), 150);
    });
    // From the words into the list and through it.
    dialog.addEventListener("keydown", (event) => {
      const stops = [input, ...list.querySelectorAll<HTMLElement>("button")];
      const at = stops.indexOf(document.activeElement as HTMLInputElement);
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        stepIn(stops, at, event.key === "ArrowDown" ? 1 : -1)?.focus();
        event.preventDefault();
      } else if (event.key === "Enter" && at === 0) {
        list.querySelector<HTMLElement>("button")?.click();
        event.preventDefault();
      }
    });
    dialog.append(make("h2", { textContent: `“${headline}” is the same as` }), input, list);
    void show();
  });
}

/** On a story's page: the next state of a check, by key. */
export function nextCheck(kind: string): void {
  const buttons = [...document.querySelectorAll<HTMLButtonElement>(`.check-row button[value^="${kind}-"]`)];
  const at = buttons.findIndex((button) => button.getAttribute("aria-pressed") === "true");
  for (let step = 1; step < buttons.length; step++) {
    const next = buttons[(at + step) % buttons.length];
    if (next && !next.disabled) return next.click();
  }

  say("You may not change this check.");
}
