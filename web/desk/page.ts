// What every part of the script asks of the page.

/** The element of that id; the page is made with it. */
export function byId<T extends HTMLElement = HTMLElement>(id: string): T | null {
  return document.getElementById(id) as T | null;
}

/** Says something to everybody: it is shown, and read aloud. */
export function say(message: string, ...controls: HTMLElement[]): void {
  const said = byId("said");
  if (!said) return;
  said.replaceChildren(message, ...controls);
}

/** An answer of the desk to a post. */
export interface Answer {
  ok: boolean;
  status: number;
  message?: string;
  [name: string]: unknown;
}

/** Posts a form and reads the answer; a line that is down is an answer too. */
export async function post(address: string, form: FormData, signal: AbortSignal | null = null): Promise<Answer> {
  if (!form.has("token")) form.set("token", document.body.dataset["token"] ?? "");
  try {
    const answer = await fetch(address, { method: "POST", body: form, headers: { accept: "application/json" }, signal });
    if (answer.status === 401) return { ok: false, status: 401, message: "Your session has ended. Sign in again in another window, then repeat." };
    const data: unknown = answer.headers.get("content-type")?.includes("json") ? await answer.json() : {};
    return { ...(data as object), ok: answer.ok, status: answer.status };
  } catch {
    return { ok: false, status: 0, message: "The newsroom does not answer. Check the line and repeat." };
  }
}

/** Something kept in this browser; a browser that keeps nothing is no fault. */
export const kept = {
  get(name: string): string | null {
    try {
      return localStorage.getItem(`wireroom.${name}`);
    } catch {
      return null;
    }
  },
  set(name: string, value: string | null): boolean {
    try {
      if (value === null) localStorage.removeItem(`wireroom.${name}`);
      else localStorage.setItem(`wireroom.${name}`, value);
      return true;
    } catch {
      return false;
    }
  },
};

/** Opens a dialog over the page: Escape and a press beside it close it, and then it is gone. */
export function openDialog(className: string, label: string, ...inside: (Node | string)[]): HTMLDialogElement {
  const dialog = make("dialog", { className, ariaLabel: label }, ...inside);
  dialog.addEventListener("close", () => dialog.remove());
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close();
  });
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}

/** What stands so many steps from the one at that place, at most at an end of the list; the first where none is current (-1). */
export function stepIn<T>(all: readonly T[], at: number, by: number): T | undefined {
  return all[at < 0 ? 0 : Math.max(0, Math.min(all.length - 1, at + by))];
}

/** Makes an element. */
export function make<K extends keyof HTMLElementTagNameMap>(name: K, properties: Partial<HTMLElementTagNameMap[K]> = {}, ...inside: (Node | string)[]): HTMLElementTagNameMap[K] {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...inside);
  return element;
}
