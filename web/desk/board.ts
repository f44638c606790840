// A desk's board: one card is the current one, by the focus; keys go through a stage, and from stage to stage.
import { onAction } from "./keys";
import { byId, say } from "./page";

/** Binds the keys of the board. */
export function startBoard(): void {
  const stages = [...(byId("stages")?.querySelectorAll<HTMLElement>(".stage") ?? [])];
  const cards = (stage: HTMLElement | undefined) => [...(stage?.querySelectorAll<HTMLAnchorElement>(".card-title") ?? [])];
  const place = () => {
    const stage = stages.findIndex((one) => one.contains(document.activeElement));
    return { stage, card: cards(stages[stage]).findIndex((card) => card.closest(".card")?.contains(document.activeElement)) };
  };
  const step = (by: number) => {
    const { stage, card } = place();
    const all = cards(stages[stage < 0 ? stages.findIndex((one) => cards(one).length > 0) : stage]);
    if (all.length === 0) return say("No story stands in this stage.");
    all[card < 0 ? 0 : Math.max(0, Math.min(all.length - 1, card + by))]?.focus();
  };
  const stepStage = (by: number) => {
    const { stage, card } = place();
    for (let at = stage + by; at >= 0 && at < stages.length; at += by) {
      const all = cards(stages[at]);
      if (all.length === 0) continue;
      all[Math.max(0, Math.min(all.length - 1, card))]?.focus();
      return;
    }
    say(by > 0 ? "No later stage holds a story." : "No earlier stage holds a story.");
  };
  onAction("next", () => step(1));
  onAction("previous", () => step(-1));
  onAction("next-stage", () => stepStage(1));
  onAction("previous-stage", () => stepStage(-1));
  onAction("open", () => {
    const { stage, card } = place();
    const link = cards(stages[stage])[card];
    if (link) link.click();
    else say("Choose a story first (j, k).");
  });
  onAction("move-on", () => {
    const control = document.activeElement?.closest(".card")?.querySelector<HTMLElement>("[data-action='move-on']");
    if (control) control.click();
    else say("Choose a story first (j, k); what is out has no next stage.");
  });
}
