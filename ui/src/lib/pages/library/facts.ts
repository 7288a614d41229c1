import type { Messages } from '../../i18n';
import type { CatalogueEntry, Lang } from '../../ipc/bindings';

/** The line of facts under a title: 第11批 · 2018年11月 · 猥亵儿童罪 · 刑事. */
export function factsOf(entry: CatalogueEntry, words: Messages, lang: Lang): string[] {
  const { pages } = words;
  const { library } = pages;
  const inCase = entry.batch !== null;
  const status = entry.status === 'unknown' || entry.status === 'in-force' ? null : entry.status;
  const facts = [
    entry.batch !== null && words.facts.batch(entry.batch),
    !inCase && entry.issuing_body[lang],
    entry.date && pages.moment(entry.date),
    entry.crimes.map((crime) => crime[lang]).join(pages.comma),
    entry.functions.map((name) => words.facts.functions[name]).join(pages.comma),
    (entry.shelf === 'regulations' || entry.shelf === 'provisions' || entry.shelf === 'related') &&
      words.library.articles(entry.passages),
    entry.coverage !== 'complete' && words.facts.coverage[entry.coverage],
    status && words.status[status],
    entry.card && library.card,
    entry.evidence !== 'seen' && words.evidence[entry.evidence],
  ];
  return facts.filter((fact): fact is string => Boolean(fact));
}
