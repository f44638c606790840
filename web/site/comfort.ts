// The reader's comfort: the size of the text, kept in this browser, and sharing without anybody in between.
const sizes = ["-1", "0", "1", "2", "3"];
const name = "wireroom.text-size";

function kept(): string {
  try {
    return localStorage.getItem(name) ?? "0";
  } catch {
    return "0";
  }
}

function set(size: string): void {
  if (size === "0") delete document.documentElement.dataset.textSize;
  else document.documentElement.dataset.textSize = size;
  try {
    if (size === "0") localStorage.removeItem(name);
    else localStorage.setItem(name, size);
  } catch {
    // A browser that keeps nothing still shows it.
  }
}

/** Applies the reader's size and wakes the story's tools. */
export function offerComfort(): void {
  let at = Math.max(0, sizes.indexOf(kept()));
  if (at !== sizes.indexOf("0")) set(sizes[at]!);
  const tools = document.querySelector<HTMLElement>("[data-tools]");
  if (!tools) return;
  const smaller = tools.querySelector<HTMLButtonElement>("[data-smaller]");
  const larger = tools.querySelector<HTMLButtonElement>("[data-larger]");
  const step = (by: number) => {
    at = Math.max(0, Math.min(sizes.length - 1, at + by));
    set(sizes[at]!);
    if (smaller) smaller.disabled = at === 0;
    if (larger) larger.disabled = at === sizes.length - 1;
  };
  step(0);
  smaller?.addEventListener("click", () => step(-1));
  larger?.addEventListener("click", () => step(1));
  const canShare = "share" in navigator as boolean;
  const share = tools.querySelector<HTMLButtonElement>("[data-share]");
  const said = tools.querySelector<HTMLElement>("[data-said]");
  const address = document.querySelector<HTMLLinkElement>("link[rel=canonical]")?.href ?? location.href;
  const title = document.querySelector("h1")?.textContent ?? document.title;
  // Where the device has no way of its own to share, the address is copied.
  share?.addEventListener("click", () => {
    if (canShare) void navigator.share({ title, url: address }).catch(() => undefined);
    else void navigator.clipboard.writeText(address).then(() => { if (said) said.textContent = said.dataset.said ?? ""; });
  });
  if (!canShare && !isSecureContext) share?.remove();
  tools.classList.add("awake");
}
