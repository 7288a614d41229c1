// What lies beside a query or a place: suggestions, other readings, similar places.
import type {
  Address,
  DocumentView,
  Lang,
  Meant,
  Shared,
  ShowView,
  Similar,
  Suggestion,
  Term,
  Topic,
} from './bindings';
import { passagesOf } from './fake-locate';

export const THESAURUS: Record<string, string[]> = {
  网游: ['网络游戏'],
  霸凌: ['网络欺凌'],
  罚款: ['没收违法所得'],
  bullying: ['cyberbullying'],
};

const MOST = 8;

interface Corpus {
  documents: DocumentView[];
  terms: Term[];
  topics: Topic[];
}

export function suggestIn({ documents, terms, topics }: Corpus, query: string, lang: Lang) {
  const wanted = query.trim().toLowerCase();
  const all: Suggestion[] = [
    ...terms.map(({ term }) => ({ text: term[lang], kind: 'term' as const, address: null })),
    ...documents.map(({ id, title }) => ({
      text: title[lang],
      kind: 'title' as const,
      address: id,
    })),
    ...topics.map(({ title }) => ({ text: title[lang], kind: 'topic' as const, address: null })),
    ...passagesOf(documents).map(({ passage }) => ({
      text: passage.heading[lang],
      kind: 'heading' as const,
      address: passage.address,
    })),
    ...Object.keys(THESAURUS).map((text) => ({ text, kind: 'saying' as const, address: null })),
  ];
  const found = all.filter(({ text }) => text.toLowerCase().includes(wanted));
  const begins = ({ text }: Suggestion) => (text.toLowerCase().startsWith(wanted) ? 0 : 1);
  return wanted === '' ? [] : found.sort((a, b) => begins(a) - begins(b)).slice(0, MOST);
}

const SLIPS: Record<string, Omit<Meant, 'applied'>> = {
  网络欺领: { query: '网络欺凌', why: 'slip' },
  wcnr: { query: '未成年人', why: 'initials' },
  wangluoqiling: { query: '网络欺凌', why: 'pinyin' },
  网络游西: { query: '网络游戏', why: 'slip' },
  bullyng: { query: 'bullying', why: 'keyboard' },
};

/** What may have been meant by a query; it is applied when the query itself finds nothing. */
export function meantBy(query: string, found: number): Meant[] {
  const meant = SLIPS[query.trim().toLowerCase()];
  return meant ? [{ ...meant, applied: found === 0 }] : [];
}

export function similarIn(
  { documents }: Corpus,
  shown: Record<Address, ShowView>,
  address: Address,
  lang: Lang,
): Similar[] {
  const here = shown[address];
  if (!here) return [];
  const cited = new Set(here.references.flatMap((reference) => reference.address ?? []));
  const topics = new Set(here.topics.map(({ id }) => id));
  return passagesOf(documents)
    .flatMap(({ document, passage }): Similar[] => {
      const there = shown[passage.address];
      if (!there || passage.address === address) return [];
      const both = there.references.filter((one) => one.address && cited.has(one.address));
      const alike = there.topics.filter(({ id }) => topics.has(id));
      const shared: Shared[] = [
        { kind: 'articles', count: both.length, examples: both.map(({ text }) => text) },
        { kind: 'topics', count: alike.length, examples: alike.map(({ title }) => title[lang]) },
      ];
      return [
        {
          address: passage.address,
          document: document.id,
          label: `${document.short_title[lang]} ${passage.label[lang]}`,
          heading: passage.heading[lang],
          lang,
          shared: shared
            .filter(({ count }) => count > 0)
            .map((one) => ({ ...one, examples: one.examples.slice(0, 3) })),
          score: 3 * both.length + alike.length,
        },
      ];
    })
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .slice(0, MOST);
}
