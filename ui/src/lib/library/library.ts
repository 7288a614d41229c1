import { SvelteMap } from 'svelte/reactivity';
import { documentOf, passageOf } from '../address';
import type {
  Address,
  DocumentEntry,
  DocumentId,
  OutlineChapter,
  OutlinePassage,
} from '../ipc/bindings';
import { outline } from '../ipc/client';

/** Where a passage stands. */
export interface Position {
  entry: DocumentEntry;
  chapter: OutlineChapter;
  passage: OutlinePassage;
}

export type Outline = readonly OutlineChapter[];

/** The documents on board, fixed while the window is open, and the outlines of those looked into so far. */
export class Library {
  readonly entries: readonly DocumentEntry[];
  readonly #byId: ReadonlyMap<DocumentId, DocumentEntry>;
  readonly #outlines = new SvelteMap<DocumentId, Outline>();

  constructor(entries: readonly DocumentEntry[]) {
    this.entries = entries;
    this.#byId = new Map(entries.map((entry) => [entry.id, entry]));
  }

  entry(id: DocumentId): DocumentEntry | undefined {
    return this.#byId.get(id);
  }

  /** The outline of a document, if it is known yet. */
  outlineOf(id: DocumentId): Outline | undefined {
    return this.#outlines.get(id);
  }

  /** Takes the outline from a document that is open: it is its own. */
  learn(document: { id: DocumentId; chapters: Outline }) {
    if (this.#outlines.has(document.id)) return;
    const chapters = document.chapters.map(({ label, heading, passages }) => ({
      label,
      heading,
      passages: passages.map((passage) => ({
        address: passage.address,
        label: passage.label,
        heading: passage.heading,
      })),
    }));
    this.#outlines.set(document.id, chapters);
  }

  /** Asks for an outline, once. */
  async load(id: DocumentId): Promise<void> {
    if (!this.#outlines.has(id)) this.learn({ id, chapters: await outline(id) });
  }

  /** The position of any place, at whatever depth, in a document whose outline is known. */
  find(address: Address): Position | undefined {
    const entry = this.entry(documentOf(address));
    const wanted = passageOf(address);
    for (const chapter of (entry && this.outlineOf(entry.id)) ?? [])
      for (const passage of chapter.passages)
        if (entry && passage.address === wanted) return { entry, chapter, passage };
    return undefined;
  }

  /** The passage `step` places away in the same document; a document as a whole stands before its first. */
  neighbour(address: Address, step: 1 | -1): Address | undefined {
    const outline = this.outlineOf(documentOf(address)) ?? [];
    const passages = outline.flatMap((chapter) => chapter.passages);
    const at = passages.findIndex((passage) => passage.address === passageOf(address));
    return at < 0 && step < 0 ? undefined : passages[at + step]?.address;
  }
}
