// @name: while a name is being typed after an @, the house's people are offered below the field; arrow keys and Enter or Tab, or a press, put the whole name.
import { byId, make } from "./page";

const most = 6;

/** Offers the names in every field that is marked for it, also in those that come later. */
export function startMentions(): void {
  const names = JSON.parse(byId("people-names")?.textContent ?? "[]") as string[];
  if (names.length === 0) return;
  const list = make("ul", { className: "mention-list", id: "mention-list", hidden: true, ariaLabel: "People of the house" });
  list.setAttribute("role", "listbox");
  (document.querySelector("main") ?? document.body).append(list);
  let field: HTMLTextAreaElement | null = null;
  let from = 0;
  let current = 0;
  let offered: string[] = [];

  /** What stands between the @ and the cursor, where a name may be meant. */
  function begun(): { at: number; typed: string } | null {
    if (!field || field.selectionStart !== field.selectionEnd) return null;
    const before = field.value.slice(0, field.selectionStart);
    const found = /(?:^|[^\p{L}\p{N}@])@([\p{L}\p{N}'’. -]{0,40})$/u.exec(before);
    return found ? { at: before.length - (found[1] ?? "").length, typed: found[1] ?? "" } : null;
  }

  function look(): void {
    const place = begun();
    const typed = plain(place?.typed ?? "");
    offered = place ? names.filter((name) => plain(name) !== typed && (plain(name).startsWith(typed) || plain(name).split(" ").some((part) => part.startsWith(typed)))).slice(0, most) : [];
    if (!field || !place || offered.length === 0) return close();
    from = place.at;
    current = 0;
    show();
    const box = field.getBoundingClientRect();
    list.hidden = false;
    list.style.setProperty("inset-inline-start", `${Math.max(4, Math.min(box.left, window.innerWidth - list.offsetWidth - 4)) + window.scrollX}px`);
    list.style.setProperty("top", `${(box.bottom + list.offsetHeight > window.innerHeight && box.top > list.offsetHeight ? box.top - list.offsetHeight : box.bottom) + window.scrollY}px`);
  }

  function show(): void {
    list.replaceChildren(
      ...offered.map((name, at) => {
        const item = make("li", { id: `mention-${at}`, textContent: name });
        item.setAttribute("role", "option");
        item.setAttribute("aria-selected", String(at === current));
        // The field keeps the cursor.
        item.addEventListener("mousedown", (event) => {
          event.preventDefault();
          put(name);
        });
        return item;
      }),
    );
    field?.setAttribute("aria-controls", list.id);
    field?.setAttribute("aria-activedescendant", `mention-${current}`);
  }

  function put(name: string): void {
    if (!field) return;
    field.setRangeText(`${name} `, from, field.selectionStart, "end");
    field.dispatchEvent(new Event("input", { bubbles: true }));
    close();
  }

  function close(): void {
    list.hidden = true;
    offered = [];
    field?.removeAttribute("aria-activedescendant");
    field?.removeAttribute("aria-controls");
  }

  document.addEventListener("input", (event) => {
    if (!(event.target instanceof HTMLTextAreaElement) || !("mentions" in event.target.dataset)) return;
    field = event.target;
    look();
  });
  document.addEventListener("focusout", close);
  // Heard before the page's keys: with names on offer these few keys are the list's.
  window.addEventListener(
    "keydown",
    (event) => {
      if (list.hidden || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        current = (current + (event.key === "ArrowDown" ? 1 : -1) + offered.length) % offered.length;
        show();
      } else if (event.key === "Enter" || event.key === "Tab") put(offered[current] ?? "");
      else if (event.key === "Escape") close();
      else return;
      event.preventDefault();
      event.stopPropagation();
    },
    true,
  );
}

/** A name as one types it without its accents. */
const plain = (name: string) => name.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
