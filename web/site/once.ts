/** Work that is done by one at a time: whoever asks while it is done has it done once more. A line that is down is no fault: the next event or poll asks again. */
export function oneAtATime(work: () => Promise<void>): () => void {
  let doing = false;
  let again = false;
  return () => {
    again = true;
    if (doing) return;
    doing = true;
    void (async () => {
      try {
        while (again) {
          again = false;
          await work();
        }
      } catch {
        // Offline.
      } finally {
        doing = false;
      }
    })();
  };
}
