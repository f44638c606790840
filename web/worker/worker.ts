// The site's worker: keeps the last read stories and fronts on the reader's device, for when there is no line. While there is one, every page comes from the
// newsroom: a kept page is never shown in its place. What was withdrawn is thrown away with the next page that is read, and everything after a week.
interface Kept extends ServiceWorkerGlobalScope {
  files: string[];
}

const worker = self as unknown as Kept;
const pages = "pages-1";
const pictures = "pictures-1";
const files = `files-${worker.files.join(" ").replace(/[^\w-]/g, "")}`;
const mostPages = 40;
const mostPictures = 60;
const longestKept = 7 * 24 * 3600_000;
const notKept = /^\/(desk|search|newsletter|offline|live|pictures|assets|health|lite\/search)(\/|$)/;

// One after the other: the last one read lies last, however long each takes.
let keeping: Promise<void> = Promise.resolve();

worker.addEventListener("install", (event) => {
  event.waitUntil(
    caches.open(files).then(async (cache) => {
      await cache.addAll(["/offline", "/icon.svg", ...worker.files]);
      await worker.skipWaiting();
    }),
  );
});

worker.addEventListener("activate", (event) => {
  event.waitUntil(
    caches.keys().then(async (names) => {
      await Promise.all(names.filter((name) => ![pages, pictures, files].includes(name)).map((name) => caches.delete(name)));
      await worker.clients.claim();
    }),
  );
});

worker.addEventListener("fetch", (event) => {
  const request = event.request;
  const address = new URL(request.url);
  if (request.method !== "GET" || address.origin !== location.origin || address.pathname.startsWith("/desk")) return;
  if (address.pathname.startsWith("/assets/")) event.respondWith(asset(request));
  else if (request.mode === "navigate") event.respondWith(page(request, address, event));
  else if (request.destination === "image") event.respondWith(picture(request, event));
});

/** Files with their content's hash in the name: kept is as good as fetched. */
async function asset(request: Request): Promise<Response> {
  return (await caches.match(request)) ?? fetch(request);
}

async function page(request: Request, address: URL, event: FetchEvent): Promise<Response> {
  try {
    const answer = await fetch(request);
    if (!notKept.test(address.pathname)) {
      const copy = answer.clone();
      keeping = keeping.then(() => keep(request, copy)).catch(() => undefined);
      event.waitUntil(keeping);
    }

    event.waitUntil(throwAway());
    return answer;
  } catch (fault) {
    const kept = await (await caches.open(pages)).match(request.url);
    const stands = kept && !isOld(kept) ? kept : await caches.match("/offline");
    if (stands) return stands;
    throw fault;
  }
}

async function keep(request: Request, answer: Response): Promise<void> {
  const cache = await caches.open(pages);
  if (answer.status === 404 || answer.status === 410) await cache.delete(request.url);
  if (answer.status !== 200 || answer.redirected || !answer.headers.get("content-type")?.startsWith("text/html")) return;
  const headers = new Headers(answer.headers);
  headers.set("x-kept-at", String(Date.now()));
  // Taken out and put in again, so that the oldest lie first.
  await cache.delete(request.url);
  await cache.put(request.url, new Response(await answer.text(), { headers }));
  await trim(cache, mostPages);
}

async function picture(request: Request, event: FetchEvent): Promise<Response> {
  const cache = await caches.open(pictures);
  try {
    const answer = await fetch(request);
    if (answer.status === 200) {
      const copy = answer.clone();
      event.waitUntil(cache.put(request.url, copy).then(() => trim(cache, mostPictures)));
    } else if (answer.status === 404) event.waitUntil(cache.delete(request.url));
    return answer;
  } catch (fault) {
    const kept = (await cache.match(request.url)) ?? (await caches.match(request));
    if (kept) return kept;
    throw fault;
  }
}

async function trim(cache: Cache, most: number): Promise<void> {
  const keys = await cache.keys();
  await Promise.all(keys.slice(0, Math.max(0, keys.length - most)).map((key) => cache.delete(key)));
}

function isOld(kept: Response): boolean {
  return Date.now() - Number(kept.headers.get("x-kept-at") ?? 0) > longestKept;
}

/** Throws away every kept page that names a withdrawn story, in its text or in its rail, and what is too old. */
async function throwAway(): Promise<void> {
  const answer = await fetch("/live/withdrawn", { cache: "no-cache" }).catch(() => null);
  if (!answer?.ok) return;

  const withdrawn = (await answer.text()).split("\n").filter(Boolean);
  const cache = await caches.open(pages);
  for (const key of await cache.keys()) {
    const kept = await cache.match(key);
    if (!kept) continue;
    const text = await kept.clone().text();
    if (isOld(kept) || withdrawn.some((story) => text.includes(story))) await cache.delete(key);
  }
}
