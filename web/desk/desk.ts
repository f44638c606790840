// The desk's script: keys, live queue, undo, sheets. Every action that it runs has a visible control on the page.
import { listenForKeys, onAction } from "./keys";
import { startActs } from "./acts";
import { startCommands } from "./commands";
import { startNotices } from "./notices";
import { startLedger } from "./ledger";
import { startPasskeys } from "./passkeys";
import { startQueue } from "./queue";
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
if (document.getElementById("rows")) startQueue();
if (document.getElementById("editor-form")) void import("./editor/form").then((editor) => editor.startEditor()).finally(listenForKeys);
else listenForKeys();
