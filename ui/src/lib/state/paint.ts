/**
 * Runs something once what stands now has been painted, so that it does not wait for it: the next frame but one begins when the
 * next has been shown. Gives the way to call it off.
 */
export function afterPaint(todo: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let frame = requestAnimationFrame(() => {
    frame = requestAnimationFrame(() => (timer = setTimeout(todo)));
  });
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
}
