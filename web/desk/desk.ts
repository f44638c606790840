// The desk's script: keys, live queue, undo, sheets. Every action that it runs has a visible control on the page.
import { listenForKeys, onAction } from "./keys";
import { startActs } from "./acts";
import { startCommands } from "./commands";
import { startEntries } from "./entries";
import { startFronts } from "./fronts";
import { startNotices } from "./notices";
import { startLedger } from "./ledger";
import { startPasskeys } from "./passkeys";
import { startPictures } from "./pictures";
import { startBoard } from "./board";
import { startAssigning, startPlanning } from "./planning";
import { startQueue } from "./queue";
import { startRouting } from "./routing";
import { nextCheck } from "./triage";
import { startCopying, startDropping, startFilters } from "./small";

startActs();
startCommands();
startFilters();
startCopying();
startDropping();
startNotices();
startPasskeys();
startLedger();
for (const kind of ["legal", "pictures", "facts"]) onAction(`check-${kind}`, () => nextCheck(kind));
startPictures();
if (document.getElementById("rows")) startQueue();
const step = Number(document.body.dataset["tour"] ?? 0);
if (step > 0) {
  const asked = location.hash === "#tour";
  if (asked) history.replaceState(history.state, "", location.pathname + location.search);
  void import("./tour").then((tour) => tour.openTour(step, asked));
}
if (document.getElementById("front-form")) startFronts();
if (document.querySelector(".live-page")) startEntries();
if (document.getElementById("rules")) startRouting();
if (document.getElementById("stages")) startBoard();
if (document.getElementById("days")) startPlanning();
if (document.getElementById("assign-person")) startAssigning();
if (document.querySelector("[data-mentions]")) void import("./mentions").then((mentions) => mentions.startMentions());
if (document.getElementById("editor-form")) void import("./editor/form").then((editor) => editor.startEditor()).finally(listenForKeys);
else listenForKeys();
