// The desk's script: keys, live queue, undo, sheets. Every action that it runs has a visible control on the page.
import { listenForKeys } from "./keys";
import { startActs } from "./acts";
import { startCommands } from "./commands";
import { startEntries } from "./entries";
import { startFronts } from "./fronts";
import { startNotices } from "./notices";
import { startLedger } from "./ledger";
import { startPictures } from "./pictures";
import { startQueue } from "./queue";
import { startCopying, startDropping, startFilters } from "./small";

startActs();
startCommands();
startFilters();
startCopying();
startDropping();
startNotices();
startLedger();
startPictures();
if (document.getElementById("rows")) startQueue();
if (document.getElementById("front-form")) startFronts();
if (document.getElementById("entry-form")) startEntries();
if (document.getElementById("editor-form")) void import("./editor/form").then((editor) => editor.startEditor());
listenForKeys();
