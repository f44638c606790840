// Galleries: the strip scrolls by itself, and its sheet leads to each picture; here the arrow keys turn the pictures, and the sheet marks the one in sight.

export function turnGalleries(): void {
  for (const gallery of document.querySelectorAll<HTMLElement>("[data-gallery]")) start(gallery);
}

function start(gallery: HTMLElement): void {
  const strip = gallery.querySelector<HTMLElement>(".strip");
  if (!strip) return;
  const pictures = [...strip.querySelectorAll<HTMLElement>(":scope > li")];
  const links = [...gallery.querySelectorAll<HTMLAnchorElement>(".sheet a")];
  const rightToLeft = getComputedStyle(strip).direction === "rtl";
  let current = 0;

  const mark = (at: number): void => {
    links[current]?.removeAttribute("aria-current");
    links[at]?.setAttribute("aria-current", "true");
    current = at;
  };

  // Only the strip moves: the page stays where the reader is.
  const turn = (to: number): void => {
    const at = Math.max(0, Math.min(pictures.length - 1, to));
    const picture = pictures[at];
    if (picture) strip.scrollBy({ left: picture.getBoundingClientRect().left - strip.getBoundingClientRect().left });
    mark(at);
  };

  strip.addEventListener("keydown", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const forward = rightToLeft ? "ArrowLeft" : "ArrowRight";
    const backward = rightToLeft ? "ArrowRight" : "ArrowLeft";
    if (event.key === forward) turn(current + 1);
    else if (event.key === backward) turn(current - 1);
    else if (event.key === "Home") turn(0);
    else if (event.key === "End") turn(pictures.length - 1);
    else return;
    event.preventDefault();
  });

  links.forEach((link, at) =>
    link.addEventListener("click", (event) => {
      event.preventDefault();
      turn(at);
      strip.focus({ preventScroll: true });
      strip.scrollIntoView({ block: "nearest" });
    }),
  );

  const seen = new IntersectionObserver(
    (entries) => {
      for (const entry of entries) if (entry.isIntersecting) mark(pictures.indexOf(entry.target as HTMLElement));
    },
    { root: strip, threshold: 0.6 },
  );
  for (const picture of pictures) seen.observe(picture);
  mark(0);
}
