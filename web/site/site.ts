import { keepTimesTrue } from "../shared/times";
import { turnGalleries } from "./gallery";
import { keepRailLive } from "./rail";

keepTimesTrue();
keepRailLive();
turnGalleries();
