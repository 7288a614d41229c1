// Words for what is known of texts and cases, in English. Exactly the keys of facts.zh.ts.
import type { factsZh } from './facts.zh';

const counted = (noun: string) => (count: number) => `${count} ${noun}${count === 1 ? '' : 's'}`;

export const factsEn: typeof factsZh = {
  onShelf: {
    regulations: counted('text'),
    provisions: counted('text'),
    cases: counted('case'),
    related: counted('text'),
    policy: counted('page'),
  },
  coverage: { complete: 'Complete', selected: 'Selected articles', notice: 'Notice only' },
  functions: {
    criminal: 'criminal prosecution',
    civil: 'civil supervision',
    administrative: 'administrative supervision',
    'public-interest': 'public-interest litigation',
  },
  minor: {
    victim: 'minor as victim',
    offender: 'minor as offender',
    consumer: 'minor as consumer',
  },
  stages: {
    'arrest-review': 'Review of arrest',
    prosecution: 'Prosecution',
    protest: 'Protest',
    'filing-supervision': 'Supervision of case filing',
    'investigation-guidance': 'Guidance of evidence-taking',
    'investigation-supervision': 'Supervision of investigation',
    'procuratorial-suggestion': 'Procuratorial suggestion',
    'judicial-aid': 'Judicial aid',
    'support-for-suit': 'Support for a suit',
    'conditional-non-prosecution': 'Conditional non-prosecution',
    'public-interest-suit': 'Public-interest suit',
    trial: 'Trial',
  },
  batch: (number) => `Batch ${number}`,
  relations: {
    cited: '',
    applied: 'applied',
    quoted: 'relied on',
    'same-issue': 'same issue',
    mapping: 'corresponds',
    'upper-law': 'higher law',
    'lower-law': 'implementing rule',
  },
};
