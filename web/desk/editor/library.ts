// Pictures of the library, looked for from the editor and put in where one is writing.
import { make, openDialog, say } from "../page";

/** A picture as the library offers it. */
export interface Choice {
  file: string;
  caption: string;
  alt: string;
  credit: string;
  width: number;
  height: number;
  rights: unknown;
  right: string;
  thumb: string;
}

/** Opens the search; the one that is chosen is handed over. */
export function pickPicture(take: (choice: Choice) => void): void {
  const input = make("input", { type: "search", placeholder: "Caption, person, place, credit", ariaLabel: "Words of the picture", autocomplete: "off" });
  const list = make("ul", {});
  let asked = 0;
  let timer: number | undefined;

  async function look(): Promise<void> {
    const mine = ++asked;
    try {
      const answer = await fetch(`/desk/pictures?${new URLSearchParams({ q: input.value })}`, { headers: { accept: "application/json" } });
      if (mine !== asked) return;
      const found = answer.ok ? ((await answer.json()) as Choice[]) : [];
      list.replaceChildren(...(found.length > 0 ? found.map(item) : [make("li", { textContent: "No picture is found so." })]));
    } catch {
      say("The library does not answer. Check the line and repeat.");
    }
  }

  function item(choice: Choice): HTMLElement {
    const button = make("button", { type: "button" }, make("img", { src: choice.thumb, alt: "", width: 64, height: 64 }), make("span", { textContent: choice.caption || choice.alt || "No caption" }), make("span", { className: "badge", textContent: choice.right }));
    button.addEventListener("click", () => {
      dialog.close();
      take(choice);
    });
    return make("li", {}, button);
  }

  input.addEventListener("input", () => {
    window.clearTimeout(timer);
    timer = window.setTimeout(() => void look(), 150);
  });
  const dialog = openDialog("palette pick", "Picture of the library", input, list);
  void look();
}
