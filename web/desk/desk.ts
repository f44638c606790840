// The desk's script: keys, live queue, undo, sheets. Every action that it runs has a visible control on the page.
import { listenForKeys } from "./keys";
import { startActs } from "./acts";
import { startCommands } from "./commands";
import { startNotices } from "./notices";
import { startLedger } from "./ledger";
import { startQueue } from "./queue";
import { startRouting } from "./routing";
import { startCopying, startDropping, startFilters } from "./small";

startActs();
startCommands();
startFilters();
startCopying();
startDropping();
startNotices();
startLedger();
if (document.getElementById("rows")) startQueue();
if (document.getElementById("rules")) startRouting();
if (document.getElementById("editor-form")) void import("./editor/form").then((editor) => editor.startEditor());
listenForKeys();
