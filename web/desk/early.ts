// A classic script, a few hundred bytes, that runs before the desk's module has loaded: keys that are pressed meanwhile wait here and are handed on.
import type { EarlyKeys } from "./keys";

const most = 20;
const waiting: KeyboardEvent[] = [];
const hear = (event: KeyboardEvent) => {
  const mod = event.ctrlKey || event.metaKey;
  const target = event.target as HTMLElement;
  const typing = target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
  const wanted = mod ? /^(k|s|h|Enter)$/i.test(event.key) : !typing && (event.key.length === 1 || event.key === "Escape") && event.key !== " ";
  if (!wanted || event.altKey || event.isComposing || waiting.length >= most) return;
  event.preventDefault();
  waiting.push(event);
};

document.addEventListener("keydown", hear, true);
(window as unknown as { earlyKeys: EarlyKeys }).earlyKeys = {
  take() {
    document.removeEventListener("keydown", hear, true);
    return waiting;
  },
};
