// The library as a tree: shelves, their documents, chapters, passages.
import { hrefTo } from '../address';
import type { TreeNode } from '../components/tree';
import type { Messages } from '../i18n';
import type { DocumentEntry, Lang } from '../ipc/bindings';
import { listLabel } from './labels';
import type { Library, Outline } from './library';
import { shelve } from './shelves';

/** A text that stands alone on its shelf stands in the place of the shelf. */
export function nodesOf(library: Library, words: Messages, lang: Lang): TreeNode[] {
  const nodeOf = (entry: DocumentEntry) => documentNode(library, entry, words, lang);
  return shelve(library.entries).map(({ shelf, entries }) => {
    const [only, ...others] = entries;
    if (only && others.length === 0) return nodeOf(only);
    return {
      id: `shelf-${shelf}`,
      label: words.pages.library.shelves[shelf],
      detail: words.facts.onShelf[shelf](entries.length),
      children: entries.map(nodeOf),
      look: 'group',
    };
  });
}

function documentNode(
  library: Library,
  entry: DocumentEntry,
  words: Messages,
  lang: Lang,
): TreeNode {
  const outline = library.outlineOf(entry.id);
  const isCase = entry.kind === 'guiding-case';
  /** Of a selection the number of articles would mislead. */
  const whole = entry.shelf === 'regulations' || entry.shelf === 'provisions';
  return {
    id: entry.id,
    label: isCase ? listLabel(entry, lang) : entry.short_title[lang],
    detail: isCase ? entry.title[lang] : whole ? words.library.articles(entry.passages) : '',
    full: isCase ? `${entry.short_title[lang]} ${entry.title[lang]}` : entry.title[lang],
    href: hrefTo(entry.id),
    children: outline ? outlineNodes(entry, outline, lang) : null,
    look: isCase ? 'line' : 'title',
  };
}

/** A case or a page has one chapter without a name; its sections stand right below it. */
function outlineNodes(entry: DocumentEntry, outline: Outline, lang: Lang): TreeNode[] {
  return outline.flatMap((chapter, index): readonly TreeNode[] => {
    const passages = chapter.passages.map(({ address, label, heading }) => ({
      id: address,
      label: label[lang],
      detail: heading[lang],
      href: hrefTo(address),
    }));
    if (!chapter.label[lang] && !chapter.heading[lang]) return passages;
    return [
      {
        id: `${entry.id}:chapter-${index}`,
        label: chapter.label[lang],
        detail: chapter.heading[lang],
        children: passages,
        look: 'part',
      },
    ];
  });
}
