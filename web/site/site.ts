import { keepTimesTrue } from "../shared/times";
import { turnGalleries } from "./gallery";
import { offerComfort } from "./comfort";
import { keepRailLive } from "./rail";
import { documentOf, workerAddress } from "./trusted";

offerComfort();
keepTimesTrue();
keepRailLive();
turnGalleries();
const kept = document.querySelector<HTMLElement>("[data-kept]");
if (kept) void import("./offline").then((offline) => offline.listKept(kept, documentOf));
// After everything else: the worker only matters for the next time.
if ("serviceWorker" in navigator) addEventListener("load", () => void navigator.serviceWorker.register(workerAddress()).catch(() => undefined));
