import { keepTimesTrue } from "../shared/times";
import { keepRailLive } from "./rail";

keepTimesTrue();
keepRailLive();
