// Markup and scripts of our own server, which escapes what it sends; the policy's name is in the page's Content-Security-Policy.
interface Policy {
  createHTML(html: string): string;
  createScriptURL(address: string): string;
}

const policy = (window as { trustedTypes?: { createPolicy(name: string, rules: Policy): Policy } }).trustedTypes?.createPolicy("wireroom-rail", {
  createHTML: (html) => html,
  createScriptURL: (address) => {
    if (address !== "/worker.js") throw new TypeError(`${address} is no script of ours.`);
    return address;
  },
});

/** A document of markup from our own server. */
export function documentOf(html: string): Document {
  return new DOMParser().parseFromString(policy ? policy.createHTML(html) : html, "text/html");
}

/** The address of our own worker. */
export function workerAddress(): string {
  return policy ? policy.createScriptURL("/worker.js") : "/worker.js";
}
