// Passkeys: made on one's own page, shown at the sign-in. What is sent to and fro is the browser's own JSON of Web Authentication.
import { byId, post, say } from "./page";

interface WithJson {
  parseCreationOptionsFromJSON(options: unknown): PublicKeyCredentialCreationOptions;
  parseRequestOptionsFromJSON(options: unknown): PublicKeyCredentialRequestOptions;
}

const library = (): WithJson | undefined =>
  typeof PublicKeyCredential !== "undefined" && "parseCreationOptionsFromJSON" in PublicKeyCredential ? (PublicKeyCredential as unknown as WithJson) : undefined;

/** Binds the buttons, where the page has them. */
export function startPasskeys(): void {
  const [add, show] = [byId<HTMLButtonElement>("passkey-add"), byId<HTMLButtonElement>("passkey-show")];
  const passkeys = library();
  if (show) show.hidden = !passkeys;
  if (!passkeys) {
    if (add) add.disabled = true;
    return;
  }

  add?.addEventListener("click", () => void make(passkeys));
  show?.addEventListener("click", () => void signIn(passkeys));
}

async function make(passkeys: WithJson): Promise<void> {
  const begun = await post("/desk/me/passkeys/options", new FormData());
  if (!begun.ok) return say(begun.message ?? "It was not begun.");
  try {
    const made = (await navigator.credentials.create({ publicKey: passkeys.parseCreationOptionsFromJSON(JSON.parse(String(begun["options"]))) })) as PublicKeyCredential;
    const form = new FormData();
    form.set("name", byId<HTMLInputElement>("passkey-name")?.value ?? "");
    form.set("ticket", String(begun["ticket"]));
    form.set("response", JSON.stringify(made.toJSON()));
    const kept = await post("/desk/me/passkeys", form);
    if (!kept.ok) return say(kept.message ?? "It was not kept.");
    location.assign("/desk/me");
  } catch (fault) {
    say(`No passkey was made: ${(fault as Error).message}`);
  }
}

async function signIn(passkeys: WithJson): Promise<void> {
  const begun = await post("/desk/sign-in/passkey/options", new FormData());
  if (!begun.ok) return say(begun.message ?? "It was not begun.");
  try {
    const shown = (await navigator.credentials.get({ publicKey: passkeys.parseRequestOptionsFromJSON(JSON.parse(String(begun["options"]))) })) as PublicKeyCredential;
    const form = new FormData();
    form.set("ticket", String(begun["ticket"]));
    form.set("response", JSON.stringify(shown.toJSON()));
    form.set("return", document.querySelector<HTMLInputElement>('input[name="return"]')?.value ?? "");
    const answer = await post("/desk/sign-in/passkey", form);
    if (!answer.ok) return say(answer.message ?? "That passkey is not known here.");
    location.assign(String(answer["address"]));
  } catch (fault) {
    say(`No passkey was shown: ${(fault as Error).message}`);
  }
}
