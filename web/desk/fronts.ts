// The fronts: rows move by key, by button or by hand, and the numbers of their places follow. The form means the same without this script.
import { onAction } from "./keys";
import { byId, make, say, stepIn } from "./page";

/** Starts the screen of the fronts. */
export function startFronts(): void {
  const form = byId<HTMLFormElement>("front-form")!;
  const chosen = byId<HTMLOListElement>("chosen")!;
  const candidates = byId<HTMLOListElement>("candidates")!;
  const rows = () => [...form.querySelectorAll<HTMLLIElement>(".front-row")];
  const isChosen = (row: HTMLElement) => row.parentElement === chosen;
  const place = (row: HTMLElement) => row.querySelector<HTMLInputElement>(".front-place")!;
  const pin = (row: HTMLElement) => row.querySelector<HTMLInputElement>('input[name="pin"]')!;
  let current: HTMLLIElement | undefined;
  let timer: number | undefined;
  let changed = false;

  function makeCurrent(row: HTMLLIElement | undefined, focus: boolean): void {
    if (!row) return;
    current?.classList.remove("current");
    current = row;
    row.classList.add("current");
    if (focus) row.focus();
  }

  /** Numbers the places by the order of the rows, around those that are pinned, and asks for the preview. */
  function renumber(): void {
    const listed = [...chosen.children] as HTMLLIElement[];
    const kept = new Set(listed.filter((row) => pin(row).checked).map((row) => Number(place(row).value)));
    let next = 1;
    for (const row of listed.filter((one) => !pin(one).checked)) {
      while (kept.has(next)) next++;
      place(row).value = String(next++);
    }

    chosen.append(...listed.sort((one, other) => Number(place(one).value) - Number(place(other).value)));
    for (const row of candidates.children as HTMLCollectionOf<HTMLLIElement>) {
      place(row).value = "";
      pin(row).checked = false;
    }

    for (const row of rows()) dress(row);
    byId("nothing-chosen")?.toggleAttribute("hidden", chosen.children.length > 0);
    changed = true;
    show();
  }

  function show(): void {
    window.clearTimeout(timer);
    timer = window.setTimeout(() => form.requestSubmit(form.querySelector<HTMLButtonElement>('[data-action="preview"]')), 250);
  }

  function step(by: number): void {
    const all = rows();
    const at = current ? all.indexOf(current) : -1;
    makeCurrent(stepIn(all, at, by), true);
  }

  function choose(row: HTMLLIElement | undefined): void {
    if (!row) return say("No story is current: press j.");
    if (isChosen(row)) candidates.prepend(row);
    else chosen.append(row);
    renumber();
    makeCurrent(row, true);
    say(isChosen(row) ? `On the list at place ${place(row).value}.` : "Taken off the list.");
  }

  function shift(row: HTMLLIElement | undefined, by: number): void {
    if (!row || !isChosen(row)) return say("Only a story on the list moves: put it there with a.");
    const other = by < 0 ? row.previousElementSibling : row.nextElementSibling;
    if (pin(row).checked) place(row).value = String(Math.max(1, Number(place(row).value) + by));
    else if (!other) return;
    else if (by < 0) other.before(row);
    else other.after(row);
    renumber();
    makeCurrent(row, true);
    say(`Place ${place(row).value}.`);
  }

  function lead(row: HTMLLIElement | undefined): void {
    if (!row) return say("No story is current: press j.");
    if (pin(row).checked) place(row).value = "1";
    chosen.prepend(row);
    renumber();
    makeCurrent(row, true);
    say("It leads.");
  }

  /** The buttons of a row: what drag does, by press (WCAG 2.5.7). */
  function dress(row: HTMLLIElement): void {
    row.querySelector(".front-acts")?.remove();
    const title = row.querySelector(".front-title a")?.textContent ?? "";
    const button = (label: string, does: string, run: () => void) => {
      const one = make("button", { type: "button", textContent: label, title: does, ariaLabel: `${does}: ${title}` });
      one.addEventListener("click", run);
      return one;
    };
    const acts = make("span", { className: "front-acts" });
    if (isChosen(row)) acts.append(button("↑", "Move up", () => shift(row, -1)), button("↓", "Move down", () => shift(row, 1)), button("✕", "Take off the list", () => choose(row)));
    else acts.append(button("Choose", "Choose for the list", () => choose(row)));
    row.append(acts);
  }

  for (const row of rows()) dress(row);
  form.classList.add("by-script");
  onAction("next", () => step(1));
  onAction("previous", () => step(-1));
  onAction("move-down", () => shift(current, 1));
  onAction("move-up", () => shift(current, -1));
  onAction("move-lead", () => lead(current));
  onAction("choose", () => choose(current));
  onAction("pin", () => {
    if (!current || !isChosen(current)) return say("Only a story on the list is pinned: put it there with a.");
    pin(current).checked = !pin(current).checked;
    say(pin(current).checked ? "Pinned to its place." : "No longer pinned.");
    changed = true;
    show();
  });
  form.addEventListener("focusin", (event) => makeCurrent((event.target as HTMLElement).closest<HTMLLIElement>(".front-row") ?? undefined, false));
  form.addEventListener("change", (event) => {
    changed = true;
    if ((event.target as HTMLElement).matches(".front-place, [name=pin]")) renumber();
  });
  form.addEventListener("submit", (event) => {
    if ((event.submitter as HTMLButtonElement | null)?.dataset["action"] !== "preview") changed = false;
  });
  addEventListener("beforeunload", (event) => {
    if (changed) event.preventDefault();
  });
  drag(form, (row) => {
    if (isChosen(row as HTMLLIElement) && pin(row).checked) place(row).value = String([...chosen.children].indexOf(row) + 1);
    renumber();
  });
  show();
}

/** Rows are dragged within the list, into it and out of it. */
function drag(form: HTMLElement, done: (row: HTMLElement) => void): void {
  let dragged: HTMLElement | undefined;
  form.addEventListener("dragstart", (event) => {
    dragged = (event.target as HTMLElement).closest<HTMLElement>(".front-row") ?? undefined;
    dragged?.classList.add("dragged");
    event.dataTransfer?.setData("text/plain", dragged?.dataset["story"] ?? "");
  });
  form.addEventListener("dragover", (event) => {
    const list = (event.target as HTMLElement).closest<HTMLElement>("section")?.querySelector<HTMLElement>(".front-rows");
    if (!dragged || !list) return;
    event.preventDefault();
    const over = (event.target as HTMLElement).closest<HTMLElement>(".front-row");
    if (over === dragged) return;
    if (!over || over.parentElement !== list) {
      if (dragged.parentElement !== list) list.append(dragged);
      return;
    }

    const box = over.getBoundingClientRect();
    if (event.clientY < box.top + box.height / 2) over.before(dragged);
    else over.after(dragged);
  });
  form.addEventListener("dragend", () => {
    if (!dragged) return;
    dragged.classList.remove("dragged");
    done(dragged);
    dragged = undefined;
  });
}
