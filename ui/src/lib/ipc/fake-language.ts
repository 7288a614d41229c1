// The search language, read just well enough for the window: one clause a token, no groups.
import type { Chip, ChipRole, FieldKey, Lang, Note, Sort } from './bindings';

/** Fields by the names they have in queries. */
const FIELDS: Record<string, FieldKey> = {
  类型: 'kind',
  type: 'kind',
  职能: 'function',
  function: 'function',
  罪名: 'crime',
  crime: 'crime',
  批次: 'batch',
  batch: 'batch',
  年: 'year',
  year: 'year',
  主题: 'topic',
  topic: 'topic',
  角色: 'role',
  role: 'role',
  文: 'document',
  document: 'document',
};

const NEAR: Record<string, ChipRole> = {
  同句: 'sentence',
  'same-sentence': 'sentence',
  同段: 'paragraph',
  'same-paragraph': 'paragraph',
};

const WORDS: Record<string, ChipRole> = {
  和: 'must',
  AND: 'must',
  或: 'either',
  OR: 'either',
  非: 'not',
  NOT: 'not',
};

export const nameOf = (field: FieldKey, lang: Lang): string =>
  Object.keys(FIELDS).find(
    (name) => FIELDS[name] === field && /^\w/.test(name) === (lang === 'en'),
  ) ?? field;

/** A clause: its chip, and what it asks for, folded. */
export interface Clause extends Chip {
  wants: string[];
}

export interface Reading {
  clauses: Clause[];
  notes: Note[];
  sort: Sort;
}

const TOKEN = /[“「"][^”」"]*[”」"]|[^\s“「"]+(?:[“「"][^”」"]*[”」"])?|\S/g;

export function readQuery(query: string, lang: Lang): Reading {
  const reading: Reading = { clauses: [], notes: [], sort: 'relevance' };
  let operator: { role: ChipRole; start: number } | null = null;
  for (const match of query.matchAll(TOKEN)) {
    const [raw] = match;
    const role = WORDS[raw];
    if (role) {
      operator = { role, start: match.index };
      continue;
    }
    const start = operator?.start ?? match.index;
    const end = match.index + raw.length;
    const without = `${query.slice(0, start)} ${query.slice(end)}`.replace(/\s+/g, ' ').trim();
    const add = (role: ChipRole, text: string, field: FieldKey | null = null) =>
      reading.clauses.push({
        role,
        field,
        text,
        without,
        wants: text.toLowerCase().split(/[，,、]/),
      });
    readToken(raw, operator?.role ?? null, add, reading, lang);
    operator = null;
  }
  return reading;
}

function readToken(
  raw: string,
  operator: ChipRole | null,
  add: (role: ChipRole, text: string, field?: FieldKey) => void,
  reading: Reading,
  lang: Lang,
) {
  const folded = raw.normalize('NFKC');
  const quoted = /^[“「"](.+)[”」"]$/.exec(raw)?.[1];
  const [, name = '', value = ''] = /^([^:]+):(.+)$/.exec(folded) ?? [];
  if (quoted) add('phrase', quoted);
  else if (/^[“「"”」]/.test(raw)) reading.notes.push({ code: 'unbalanced-quote', subject: raw });
  else if (name === '排序' || name === 'sort') {
    reading.sort = /日期|date/.test(value) ? 'date' : 'relevance';
    add('sort', lang === 'zh' ? '日期' : 'date');
  } else if (NEAR[name]) add(NEAR[name], value);
  else if (FIELDS[name]) add('field', value, FIELDS[name]);
  else if (name && !/^\d+$/.test(name)) {
    reading.notes.push({ code: 'unknown-field', subject: name });
    add('word', value);
  } else if (/^[+]./.test(folded)) add('must', folded.slice(1));
  else if (/^[-−]./.test(folded)) add('not', folded.slice(1));
  else add(operator ?? 'word', folded);
}
