// What a document is, in the fields that queries can ask for.
import type {
  Bilingual,
  CatalogueEntry,
  Facet,
  FacetValue,
  FieldKey,
  Lang,
  Topic,
} from './bindings';
import { nameOf, type Clause } from './fake-language';

const said = (zh: string, en: string): Bilingual => ({ zh, en });

const KINDS: Record<string, Bilingual> = {
  statute: said('法律', 'law'),
  'administrative-regulation': said('行政法规', 'regulation'),
  'judicial-interpretation': said('司法解释', 'interpretation'),
  'guiding-case': said('指导性案例', 'guiding case'),
  policy: said('政策', 'policy'),
  'local-regulation': said('地方性法规', 'local-regulation'),
  'departmental-rule': said('部门规章', 'departmental-rule'),
  'typical-case': said('典型案例', 'typical-case'),
  other: said('其他', 'other'),
};
const FUNCTIONS: Record<string, Bilingual> = {
  criminal: said('刑事', 'criminal'),
  civil: said('民事', 'civil'),
  administrative: said('行政', 'administrative'),
  'public-interest': said('公益诉讼', 'public interest'),
};
const ROLES: Record<string, Bilingual> = {
  victim: said('未成年被害人', 'victim'),
  offender: said('涉罪未成年人', 'offender'),
  consumer: said('未成年消费者', 'consumer'),
};

type Values = Partial<Record<FieldKey, Bilingual[]>>;

export function valuesOf(entry: CatalogueEntry, topics: readonly Topic[]): Values {
  const named = (ids: readonly string[], names: Record<string, Bilingual>) =>
    ids.map((id) => names[id] ?? said(id, id));
  return {
    kind: named([entry.kind], KINDS),
    function: named(entry.functions, FUNCTIONS),
    crime: entry.crimes,
    batch: entry.batch ? [said(`第${entry.batch}批`, `Batch ${entry.batch}`)] : [],
    year: entry.date ? [said(entry.date.slice(0, 4), entry.date.slice(0, 4))] : [],
    topic: topics.filter(({ id }) => entry.topics.includes(id)).map(({ title }) => title),
    role: named(entry.minor, ROLES),
    document: [entry.short_title],
  };
}

/** Whether a document has what a clause asks for: 案例 is a part of 指导性案例, 2018-2024 a range of years. */
export function hasValue(values: Values, { field, wants }: Clause): boolean {
  const names = (field ? (values[field] ?? []) : []).flatMap(({ zh, en }) => [
    zh.toLowerCase(),
    en.toLowerCase(),
  ]);
  return wants.some((wanted) => {
    const [, from, until] = /^(\d{4})?-(\d{4})?$/.exec(wanted) ?? [];
    if (from || until)
      return names.some((name) => name >= (from ?? '') && name <= (until ?? '9999'));
    return names.some((name) => name.includes(wanted));
  });
}

export function facetsOf(
  found: readonly Values[],
  query: string,
  clauses: readonly Clause[],
  lang: Lang,
): Facet[] {
  const fields: FieldKey[] = [
    'kind',
    'function',
    'crime',
    'batch',
    'year',
    'topic',
    'role',
    'document',
  ];
  return fields.flatMap((field) => {
    const values = new Map<string, FacetValue>();
    for (const label of found.flatMap((one) => one[field] ?? [])) {
      const value = label[lang];
      const clause = clauses.find(
        (one) =>
          one.field === field && one.wants.some((want) => value.toLowerCase().includes(want)),
      );
      const written = /\s/.test(value) ? `“${value}”` : value;
      const known = values.get(value) ?? {
        value,
        label,
        count: 0,
        query: clause?.without ?? `${query} ${nameOf(field, lang)}:${written}`,
        on: clause !== undefined,
      };
      values.set(value, { ...known, count: known.count + 1 });
    }
    const sorted = [...values.values()].sort((a, b) => b.count - a.count);
    return sorted.length > 1 || sorted.some(({ on }) => on) ? [{ field, values: sorted }] : [];
  });
}
