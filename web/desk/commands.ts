// The sheet of keys and the palette of commands: two views of the one table.
import { aliveKeys, canRun, type Key, onAction, runAction, singleKeys, table } from "./keys";
import { byId, make, openDialog } from "./page";

const headings: Record<Key["scope"], string> = { everywhere: "Everywhere", queue: "In the queue", story: "On a story", edit: "In the editor", pictures: "In the pictures", picture: "On a picture", fronts: "On the fronts", live: "On a live story", routing: "In the list of rules", planning: "In the planning", event: "On an event", board: "On the board" };

interface Command {
  does: string;
  shown: string;
  run: () => void;
}

const added: Command[] = [];

/** A command of the palette that has no key. */
export function addCommand(does: string, run: () => void): void {
  added.push({ does, shown: "", run });
}

/** Binds what is the same on every page. */
export function startCommands(): void {
  const go = (address: string) => () => location.assign(address);
  onAction("go-queue", go("/desk"));
  onAction("go-mine", go("/desk?mine=1"));
  onAction("go-for-me", go("/desk/for-me"));
  onAction("go-write", go("/desk/write"));
  onAction("go-board", go("/desk/board"));
  onAction("go-planning", go("/desk/planning"));
  onAction("go-voices", go("/desk/voices"));
  onAction("go-pictures", go("/desk/pictures"));
  onAction("go-sources", go("/desk/sources"));
  onAction("go-fronts", go("/desk/fronts"));
  onAction("go-routing", go("/desk/routing"));
  onAction("go-notices", go("/desk/notices"));
  onAction("go-people", go("/desk/people"));
  onAction("go-settings", go("/desk/settings"));
  onAction("go-log", go("/desk/log"));
  onAction("go-me", go("/desk/me"));
  onAction("search", () => {
    const box = byId<HTMLInputElement>("q");
    if (box) box.select();
    else location.assign("/desk?search=1");
  });
  if (new URLSearchParams(location.search).has("search")) byId<HTMLInputElement>("q")?.select();
  onAction("tour", () => {
    const open = byId("tour");
    if (open) open.focus();
    else location.assign("/desk/tour/1");
  });
  onAction("sheet", toggleSheet);
  onAction("palette", openPalette);
  document.addEventListener("click", (event) => {
    const control = (event.target as HTMLElement).closest<HTMLElement>('[data-action="sheet"], [data-action="palette"]');
    if (!control || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    if (control.dataset["action"] === "sheet") toggleSheet();
    else openPalette();
  });
  const choice = byId<HTMLInputElement>("single-keys");
  if (choice) bindSwitch(choice);
}

function bindSwitch(choice: HTMLInputElement): void {
  choice.checked = singleKeys.on();
  choice.addEventListener("change", () => singleKeys.set(choice.checked));
}

function toggleSheet(): void {
  const dialog = openDialog("sheet", "Keys");
  const choice = make("input", { type: "checkbox" });
  bindSwitch(choice);
  const close = make("button", { type: "button", textContent: "Close" });
  close.addEventListener("click", () => dialog.close());
  const tour = make("button", { type: "button", textContent: "Take the tour", title: "The tour of the desk (g t)" });
  tour.addEventListener("click", () => {
    dialog.close();
    runAction("tour");
  });
  dialog.append(make("div", { className: "sheet-top" }, make("h2", { textContent: "Keys" }), tour, close), make("label", { className: "check" }, choice, " Single keys work (kept in this browser)"));
  const lists = make("div", { className: "sheet-lists" });
  for (const scope of ["everywhere", "queue", "story", "edit", "pictures", "picture", "fronts", "live", "routing", "planning", "event", "board"] as const) {
    const list = make("dl", { className: "keys" });
    for (const key of table.filter((one) => one.scope === scope))
      list.append(make("div", {}, make("dt", {}, make("kbd", { textContent: key.shown })), make("dd", { textContent: key.does })));
    lists.append(make("section", {}, make("h3", { textContent: headings[scope] }), list));
  }

  dialog.append(lists);
  dialog.addEventListener("keydown", (event) => {
    if (event.key === "?") dialog.close();
  });
  close.focus();
}

function openPalette(): void {
  const dialog = openDialog("palette", "Commands");
  const input = make("input", { type: "text", placeholder: "What do you want to do?", ariaLabel: "Command", autocomplete: "off" });
  const list = make("ul", { className: "palette-list" });
  list.id = "palette-list";
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", "Commands");
  input.setAttribute("role", "combobox");
  input.setAttribute("aria-expanded", "true");
  input.setAttribute("aria-controls", list.id);
  const commands: Command[] = [
    ...aliveKeys()
      .filter((key, at, all) => key.action !== "palette" && canRun(key.action) && all.findIndex((one) => one.action === key.action) === at)
      .map((key) => ({ does: key.does, shown: key.shown, run: () => void runAction(key.action) })),
    ...added,
  ];
  let current = 0;
  let shown: Command[] = [];
  const show = () => {
    const words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
    const begins = (key: Command) => Number(key.does.toLowerCase().startsWith(words[0] ?? ""));
    shown = commands.filter((key) => words.every((word) => key.does.toLowerCase().includes(word))).sort((one, other) => begins(other) - begins(one));
    current = Math.min(current, Math.max(0, shown.length - 1));
    list.replaceChildren(
      ...shown.map((key, at) => {
        const item = make("li", { id: `command-${at}` }, make("span", { textContent: key.does }), make("kbd", { textContent: key.shown }));
        item.setAttribute("role", "option");
        item.setAttribute("aria-selected", String(at === current));
        item.addEventListener("click", () => run(key));
        return item;
      }),
    );
    input.setAttribute("aria-activedescendant", shown.length > 0 ? `command-${current}` : "");
    list.children[current]?.scrollIntoView({ block: "nearest" });
  };
  const run = (command: Command) => {
    dialog.close();
    command.run();
  };
  input.addEventListener("input", () => {
    current = 0;
    show();
  });
  input.addEventListener("keydown", (event) => {
    const key = shown[current];
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      current = Math.max(0, Math.min(shown.length - 1, current + (event.key === "ArrowDown" ? 1 : -1)));
      show();
      event.preventDefault();
    } else if (event.key === "Enter" && key) {
      event.preventDefault();
      run(key);
    }
  });
  dialog.append(input, list);
  show();
  input.focus();
}
