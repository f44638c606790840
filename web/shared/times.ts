// Relative times that stay true: the server prints the full time, which stays as the tooltip; the words are renewed every half minute.
const minute = 60_000;

// The browser knows how the page's language says it.
const spoken = new Intl.RelativeTimeFormat(document.documentElement.lang || "en", { numeric: "always", style: "long" });
const nowSpoken = new Intl.RelativeTimeFormat(document.documentElement.lang || "en", { numeric: "auto" }).format(0, "second");

function ago(then: number, now: number): string | null {
  const minutes = Math.floor((now - then) / minute);
  if (minutes < -1 || minutes >= 12 * 60) return null;
  if (minutes < 1) return nowSpoken;
  return minutes < 60 ? spoken.format(-minutes, "minute") : spoken.format(-Math.floor(minutes / 60), "hour");
}

/** Says every `<time data-relative>` below the root in words, and puts the printed time back once it is too old for them. */
export function sayTimes(root: ParentNode = document): void {
  const now = Date.now();
  for (const time of root.querySelectorAll<HTMLTimeElement>("time[data-relative]")) {
    time.dataset.printed ??= time.textContent ?? "";
    const words = ago(Date.parse(time.dateTime), now) ?? time.dataset.printed;
    if (time.textContent !== words) time.textContent = words;
  }
}

/** Renews the words as long as the page is seen. */
export function keepTimesTrue(): void {
  sayTimes();
  setInterval(() => {
    if (!document.hidden) sayTimes();
  }, minute / 2);
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden) sayTimes();
  });
}
