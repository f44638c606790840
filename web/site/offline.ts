// The offline page: what this device has kept, the last read first.

/** Lists the kept pages; the site's script reads their markup. */
export async function listKept(list: HTMLElement, documentOf: (html: string) => Document): Promise<void> {
  if (!("caches" in window)) return;
  const cache = await caches.open("pages-1");
  const keys = [...(await cache.keys())].reverse();
  for (const key of keys) {
    const kept = await cache.match(key);
    if (!kept) continue;
    const page = documentOf(await kept.text());
    const title = page.querySelector("h1")?.textContent?.trim() || page.title;
    const address = new URL(key.url);
    const link = Object.assign(document.createElement("a"), { className: "to", href: address.pathname + address.search, textContent: title });
    link.lang = page.querySelector("h1")?.lang || page.documentElement.lang;
    link.dir = "auto";
    const row = document.createElement("li");
    row.append(link);
    list.append(row);
  }

  const nothing = document.querySelector<HTMLElement>("[data-nothing-kept]");
  if (nothing) nothing.hidden = keys.length > 0;
}
