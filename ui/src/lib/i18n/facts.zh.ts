// Words for what is known of texts and cases, shared by the reader, the margin and the pages.

export const factsZh = {
  /** How many texts stand on a shelf. */
  onShelf: {
    regulations: (count: number) => `${count} 部`,
    provisions: (count: number) => `${count} 部`,
    cases: (count: number) => `${count} 件`,
    related: (count: number) => `${count} 部`,
    policy: (count: number) => `${count} 篇`,
  },
  coverage: { complete: '全文', selected: '选录', notice: '仅提示' },
  functions: {
    criminal: '刑事检察',
    civil: '民事检察',
    administrative: '行政检察',
    'public-interest': '公益诉讼检察',
  },
  minor: { victim: '未成年被害人', offender: '涉罪未成年人', consumer: '未成年消费者' },
  stages: {
    'arrest-review': '审查逮捕',
    prosecution: '审查起诉',
    protest: '抗诉',
    'filing-supervision': '立案监督',
    'investigation-guidance': '引导取证',
    'investigation-supervision': '侦查监督',
    'procuratorial-suggestion': '检察建议',
    'judicial-aid': '司法救助',
    'support-for-suit': '支持起诉',
    'conditional-non-prosecution': '附条件不起诉',
    'public-interest-suit': '公益诉讼',
    trial: '审判',
  },
  batch: (number: number) => `第${number}批`,
  /** What another place is to this one; a plain citation needs no word. */
  relations: {
    cited: '',
    applied: '适用',
    quoted: '援引',
    'same-issue': '同一问题',
    mapping: '对应',
    'upper-law': '上位法',
    'lower-law': '下位法',
  },
};
