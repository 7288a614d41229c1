// How sure a text is, said as seldom as it can be without leaving a line that seems surer than it is.
import type { Evidence, ItemView, ParagraphView, PassageView } from '../ipc/bindings';

/** What is less than seen. */
export type Doubt = Exclude<Evidence, 'seen'>;

export const doubtOf = (evidence: Evidence): Doubt | null =>
  evidence === 'seen' ? null : evidence;

const linesOf = (passage: PassageView) =>
  passage.texts.flatMap(({ paragraphs }) =>
    paragraphs.flatMap((paragraph) => [paragraph, ...paragraph.items]),
  );

/** The doubt that holds for the whole passage, to be said once at its heading. */
export function doubtOfPassage(passage: PassageView): Doubt | null {
  const own = doubtOf(passage.evidence);
  if (own) return own;
  const [first, ...others] = linesOf(passage).map(({ evidence }) => evidence);
  return first && others.every((evidence) => evidence === first) ? doubtOf(first) : null;
}

/** The doubt to be said at the end of a paragraph, when its passage has not said it already. */
export function doubtOfParagraph(paragraph: ParagraphView, said: Doubt | null): Doubt | null {
  const own = doubtOf(paragraph.evidence);
  return own === said ? null : own;
}

/** The doubt to be said at the end of an item, when its passage or the paragraph above has not said it. */
export function doubtOfItem(
  item: ItemView,
  paragraph: ParagraphView,
  said: Doubt | null,
): Doubt | null {
  const own = doubtOf(item.evidence);
  return own === said || own === doubtOf(paragraph.evidence) ? null : own;
}
