/** Runs something once the frame that is being made has been shown, so that it does not wait for it; gives the way to call it off. */
export function afterPaint(todo: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const frame = requestAnimationFrame(() => (timer = setTimeout(todo)));
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
}
