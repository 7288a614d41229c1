import { articleOf, documentOf } from '../address';
import type {
  Address,
  DocumentEntry,
  DocumentId,
  OutlineArticle,
  OutlineChapter,
} from '../ipc/bindings';

/** Where an article stands. */
export interface Position {
  entry: DocumentEntry;
  chapter: OutlineChapter;
  article: OutlineArticle;
}

/** The documents on board and their outlines; fixed while the window is open. */
export class Library {
  readonly entries: readonly DocumentEntry[];
  readonly #positions = new Map<Address, Position>();

  constructor(entries: readonly DocumentEntry[]) {
    this.entries = entries;
    for (const entry of entries)
      for (const chapter of entry.outline)
        for (const article of chapter.articles)
          this.#positions.set(article.address, { entry, chapter, article });
  }

  /** The position of any place, at whatever depth. */
  find(address: Address): Position | undefined {
    return this.#positions.get(articleOf(address));
  }

  entry(id: DocumentId): DocumentEntry | undefined {
    return this.entries.find((entry) => entry.id === id);
  }

  /** The article `step` places away in the same document. */
  neighbour(address: Address, step: 1 | -1): Address | undefined {
    const articles = this.entry(documentOf(address))?.outline.flatMap(
      (chapter) => chapter.articles,
    );
    const at = articles?.findIndex((article) => article.address === articleOf(address)) ?? -1;
    return at < 0 ? undefined : articles?.[at + step]?.address;
  }
}

export function firstArticle(entry: DocumentEntry): Address | undefined {
  return entry.outline[0]?.articles[0]?.address;
}
