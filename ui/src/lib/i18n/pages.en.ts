// Words of the pages that are not texts, in English. Exactly the keys of pages.zh.ts.
import type { pagesZh } from './pages.zh';

const MONTHS =
  'January February March April May June July August September October November December';

/** 2018, 2018-11, 2018-11-09 as people write them. */
const moment = (text: string) => {
  const [year, month, day] = text.split('-').map(Number);
  const name = month ? MONTHS.split(' ')[month - 1] : undefined;
  return [day, name, year].filter(Boolean).join(' ');
};

/** 2020–2023, January to November 2023, January 2020 to December 2023. */
const span = (from: string, until: string) => {
  if (from === until) return moment(from);
  if (from.length === 4 && until.length === 4) return `${from}–${until}`;
  const sameYear = from.slice(0, 4) === until.slice(0, 4) && from.length > 4;
  return `${sameYear ? moment(from).slice(0, -5) : moment(from)} to ${moment(until)}`;
};

const counted = (count: number, noun: string, plural = `${noun}s`) =>
  `${count} ${count === 1 ? noun : plural}`;

export const pagesEn = {
  moment,
  span,
  comma: ', ',
  semicolon: '; ',
  colon: ': ',
  gap: ' ',
  numbers: {
    about: (number) => `about ${number}`,
    tenThousand: '',
    hundredMillion: '',
    withUnit: (number, unit) => (unit.startsWith('%') ? number + unit : `${number} ${unit}`),
  },
  clear: 'Clear all',
  remove: 'Remove',
  more: (count) => `All ${count}`,
  fewer: 'Fewer',
  exported: (path) => `Saved as ${path}`,

  library: {
    lead: 'Choose among all documents. Choices of one kind widen each other; choices of different kinds narrow.',
    filter: 'Filter titles and gists',
    facets: 'Filters',
    open: (count) => (count > 0 ? `Filters (${count} chosen)` : 'Filters'),
    chosen: 'Chosen',
    found: (count, total) =>
      count === total ? counted(total, 'document') : `${count} of ${counted(total, 'document')}`,
    none: 'No document meets all of these.',
    batch: (court, number) => `${court} batch ${number}`,
    card: 'Title and main points only',
    titles: {
      shelf: 'Shelf',
      kind: 'Kind',
      court: 'Issued by',
      batch: 'Batch',
      function: 'Procuratorial function',
      crime: 'Crime or cause',
      minor: 'Minors as',
      internet: 'Internet element',
      topic: 'Topic',
      audience: 'Can be told to',
      evidence: 'Basis',
    },
    shelves: {
      regulations: 'Regulations',
      provisions: 'Provisions',
      cases: 'Guiding cases',
      related: 'Related laws',
      policy: 'Policy and data',
    },
    courts: { spp: 'Supreme Procuratorate', spc: 'Supreme Court' },
    internet: { yes: 'Yes', weak: 'Weak', no: 'None' },
    audiences: ['Primary school', 'Junior secondary', 'Senior secondary', 'Parents', 'Teachers'],
  },

  duties: {
    lead: 'Who must do what under the Regulations, who enforces it, and what follows from a breach. The wording is ours; the official text prevails.',
    by: 'Group',
    pivots: { actor: 'By who must act', authority: 'By authority', measure: 'By consequence' },
    filters: 'Filters',
    actor: 'Who must act',
    authority: 'Authority',
    measure: 'Consequence',
    any: 'Any',
    export: 'Export CSV',
    found: (count) => counted(count, 'duty', 'duties'),
    none: 'No duty meets all of these.',
    reset: 'Clear filters',
    here: (label) => `${label}: duties and penalties`,
    noneHere: (label) => `${label} is not in the table of duties.`,
    rest: 'All duties',
    whose: 'Who',
    enforcedBy: 'Enforced by',
    penalties: 'Penalties',
    noPenalty: 'The Regulations set no penalty of its own for it',
    noAuthority: 'No authority named',
    unfold: 'Unfold all penalties',
    fold: 'Fold all penalties',
    table: (label) => `Penalties under ${label}`,
    tier: 'Tier',
    what: 'Measure',
    on: 'On whom',
    condition: 'When',
    measures: {
      'order-correction': 'Order to correct',
      warning: 'Warning',
      criticism: 'Public criticism',
      confiscation: 'Confiscation of illegal gains',
      fine: 'Fine',
      'suspend-business': 'Suspension of the business concerned',
      'suspend-for-rectification': 'Suspension of operations for rectification',
      'close-website': 'Closing of the website',
      'revoke-licence': 'Revocation of permits or the business licence',
      ban: 'Ban from posts or business',
      discipline: 'Disciplinary action',
      'other-law': 'Treatment under other laws',
      'civil-liability': 'Civil liability',
      'public-security-penalty': 'Public security penalty',
      'criminal-liability': 'Criminal liability',
      admonition: 'Criticism, dissuasion, family education guidance',
    },
  },

  checklists: {
    lead: 'Go through them point by point; ticks last while the program is open.',
    sheets: 'All checklists',
    done: (done, total) => `${done} of ${total} checked`,
    points: (count) => counted(count, 'point'),
    clear: 'Clear ticks',
    cleared: 'The ticks of this checklist are cleared.',
    print: 'Print',
    none: 'There are no checklists in the library yet.',
    unknown: 'There is no such checklist.',
  },

  glossary: {
    lead: 'What each term means in law, and how to put it to a child.',
    filter: 'Filter terms',
    found: (count) => counted(count, 'term'),
    none: (text) => `No term matches “${text}”.`,
    empty: 'There is no glossary in the library yet.',
    child: 'For a child',
    letters: 'By letter',
    other: 'Other',
  },

  topics: {
    lead: 'What articles, cases and policy say on one subject.',
    tree: 'Topics',
    choose: 'Choose a topic from the list.',
    none: 'There are no topics in the library yet.',
    unknown: 'There is no such topic.',
    below: 'Within it',
    count: (count) => counted(count, 'place'),
    noPlaces: 'This topic lists no places of its own; see the topics within it.',
    documents: 'Filter the library by this topic',
  },

  figures: {
    lead: 'Published figures and the charts drawn from them; each says what it counts, over what time, and who published it.',
    charts: 'Charts',
    table: 'All figures',
    tableOf: (title) => `${title}: figures`,
    warnings: 'First: what must not be compared',
    rule: 'Figures from different releases, by different counts, over different periods or in different units (people, cases) cannot be added, subtracted or joined into one series. In particular:',
    none: 'There are no figures in the library yet.',
    twin: 'The figures of this chart',
    png: 'Save PNG',
    svg: 'Save SVG',
    note: 'Note',
    source: 'Source',
    unit: 'Unit',
    value: 'Value',
    counts: 'What is counted',
    period: 'Period',
    released: 'Released',
    evidence: 'Basis',
    caution: 'When comparing',
    label: 'Item',
    roughly: '“about” marks figures that the source itself gives roughly.',
    described: (unit, values) => `Unit: ${unit}. ${values}.`,
    one: (label, value) => `${label}: ${value}`,
    pictureFailed: 'The PNG could not be drawn. Save the SVG instead.',
  },

  steps: {
    cases: 'Find guiding cases',
    duties: 'Duties and penalties, by who must act',
    checklist: 'Checklist for electronic data',
    campus: 'Cases to tell in junior secondary school',
    child: 'Glossary: how to put it to a child',
    figures: 'Figures and charts for slides',
    first: 'Read the Regulations from Article 1',
    glossary: 'Glossary: what the law means by it',
    compare: 'Article 46, side by side',
  },
} satisfies typeof pagesZh;
