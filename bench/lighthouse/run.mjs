// Lighthouse with its mobile preset over the sample newsroom: front, section, article, live story, search. Build first, then: node run.mjs [THEME]
import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import lighthouse from "lighthouse";
import { launch } from "chrome-launcher";

const here = dirname(fileURLToPath(import.meta.url));
const program = join(here, "../../src/Newsroom/bin/Release/net10.0/wireroom.dll");
const data = await mkdtemp(join(tmpdir(), "wireroom-lighthouse-"));
const port = 5179;
const root = `http://localhost:${port}`;
const newsroom = spawn("dotnet", [program, "serve", "--data", data, "--port", String(port)], { stdio: "ignore" });
let chrome;
try {
  for (let tries = 0; ; tries++) {
    if (await fetch(`${root}/health`).then((answer) => answer.ok, () => false)) break;
    if (tries === 120) throw new Error(`The newsroom does not answer at ${root}; is ${program} built?`);
    await new Promise((after) => setTimeout(after, 500));
  }

  const front = await (await fetch(root)).text();
  const article = /class="brief lead-story[\s\S]*?<a class="to" href="([^"]+)"/.exec(front)[1];
  const weather = await (await fetch(`${root}/weather`)).text();
  const live = /<a class="to" href="(\/weather\/bora[^"]+)"/.exec(weather)[1];
  chrome = await launch({ chromePath: process.env.CHROME_PATH ?? "/usr/bin/chromium", chromeFlags: ["--headless=new", "--no-sandbox", "--disable-gpu"] });
  console.log("| page | performance | accessibility | best practices | SEO | LCP | CLS | TBT |\n|---|---|---|---|---|---|---|---|");
  for (const [name, address] of [["front", "/"], ["section", "/region"], ["article", article], ["live story", live], ["search", "/search"], ["search results", "/search?q=harbour"], ["lite article", `/lite${article}`]]) {
    const { lhr } = await lighthouse(root + address, { port: chrome.port, logLevel: "error", output: "json", onlyCategories: ["performance", "accessibility", "best-practices", "seo"] });
    const score = (category) => Math.round(lhr.categories[category].score * 100);
    const value = (audit) => lhr.audits[audit].displayValue;
    console.log(`| ${name} | ${score("performance")} | ${score("accessibility")} | ${score("best-practices")} | ${score("seo")} | ${value("largest-contentful-paint")} | ${value("cumulative-layout-shift")} | ${value("total-blocking-time")} |`);
    for (const category of Object.values(lhr.categories))
      for (const reference of category.auditRefs.filter((one) => one.weight > 0 && lhr.audits[one.id].score !== null && lhr.audits[one.id].score < 0.9 && category.id !== "performance"))
        console.error(`${name}: ${category.id}: ${lhr.audits[reference.id].title}`);
  }
} finally {
  await chrome?.kill();
  newsroom.kill();
  await rm(data, { recursive: true, force: true });
}
