// The picture library: keys along the pictures, and a picture's focal point with its crops.
import { onAction } from "./keys";
import { byId, say, stepIn } from "./page";

/** Binds what a page of pictures has. */
export function startPictures(): void {
  const library = document.querySelector<HTMLElement>("[data-library]");
  if (library) startLibrary(library);
  const upload = byId<HTMLInputElement>("picture-upload");
  if (upload) {
    onAction("upload", () => upload.click());
    upload.addEventListener("change", () => {
      if (upload.files?.length) upload.form?.requestSubmit();
    });
  }

  const focal = document.querySelector<HTMLElement>("[data-focal]");
  if (focal) startFocal(focal);
}

function startLibrary(library: HTMLElement): void {
  const links = [...library.querySelectorAll<HTMLAnchorElement>(":scope > li > a")];
  const go = (by: 1 | -1) => () => {
    const at = links.indexOf(document.activeElement as HTMLAnchorElement);
    stepIn(links, at, by)?.focus();
  };
  onAction("next", go(1));
  onAction("previous", go(-1));
  onAction("open", () => links.find((link) => link === document.activeElement)?.click());
}

/** The part of the picture that a crop shows, as the server cuts it: as near to the point as the edges let it be. */
function cropOf(width: number, height: number, across: number, down: number, x: number, y: number): { left: number; top: number; width: number; height: number } {
  const wide = width * down > height * across;
  const cropWidth = wide ? (height * across) / down : width;
  const cropHeight = wide ? height : (width * down) / across;
  const place = (length: number, crop: number, point: number) => Math.max(0, Math.min(length - crop, (length * point) / 100 - crop / 2));
  return { left: place(width, cropWidth, x), top: place(height, cropHeight, y), width: cropWidth, height: cropHeight };
}

function startFocal(focal: HTMLElement): void {
  const across = byId<HTMLInputElement>("focus-x")!;
  const down = byId<HTMLInputElement>("focus-y")!;
  const point = focal.querySelector<HTMLElement>(".focal-point")!;
  const picture = focal.querySelector("img")!;
  const crops = [...document.querySelectorAll<HTMLImageElement>("img[data-crop]")];
  const [width, height] = [Number(focal.dataset["width"]), Number(focal.dataset["height"])];
  const middle = document.querySelector<HTMLButtonElement>('[data-action="centre"]')!;
  middle.hidden = false;
  point.hidden = false;

  const clamp = (value: number) => Math.max(0, Math.min(100, Math.round(value)));

  function show(): void {
    const [x, y] = [clamp(Number(across.value)), clamp(Number(down.value))];
    point.style.left = `${x}%`;
    point.style.top = `${y}%`;
    for (const crop of crops) {
      const [ratioAcross = 1, ratioDown = 1] = (crop.dataset["crop"] ?? "1:1").split(":").map(Number);
      const part = cropOf(width, height, ratioAcross, ratioDown, x, y);
      crop.src = picture.currentSrc || picture.src;
      const share = (start: number, whole: number, shown: number) => (whole > shown ? (100 * start) / (whole - shown) : 50);
      crop.style.objectPosition = `${share(part.left, width, part.width)}% ${share(part.top, height, part.height)}%`;
    }
  }

  function set(x: number, y: number): void {
    across.value = String(clamp(x));
    down.value = String(clamp(y));
    show();
    say(`Focal point ${across.value} % from the left, ${down.value} % from the top. Not saved yet.`);
  }

  const follow = (event: PointerEvent): void => {
    const box = picture.getBoundingClientRect();
    set((100 * (event.clientX - box.left)) / box.width, (100 * (event.clientY - box.top)) / box.height);
  };

  focal.addEventListener("pointerdown", (event) => {
    event.preventDefault();
    focal.focus({ preventScroll: true });
    focal.setPointerCapture(event.pointerId);
    follow(event);
  });
  focal.addEventListener("pointermove", (event) => {
    if (focal.hasPointerCapture(event.pointerId)) follow(event);
  });
  focal.addEventListener("keydown", (event) => {
    const step = event.shiftKey ? 10 : 2;
    const [x, y] = [Number(across.value), Number(down.value)];
    if (event.key === "ArrowLeft") set(x - step, y);
    else if (event.key === "ArrowRight") set(x + step, y);
    else if (event.key === "ArrowUp") set(x, y - step);
    else if (event.key === "ArrowDown") set(x, y + step);
    else return;
    event.preventDefault();
  });
  across.addEventListener("input", show);
  down.addEventListener("input", show);
  middle.addEventListener("click", () => set(50, 50));
  onAction("focal", () => focal.focus());
  show();
}
