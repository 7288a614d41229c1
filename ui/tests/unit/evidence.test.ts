import { expect, test } from 'vitest';
import type { Evidence, PassageView } from '../../src/lib/ipc/bindings';
import { audienceOf } from '../../src/lib/reader/audience';
import { doubtOfItem, doubtOfParagraph, doubtOfPassage } from '../../src/lib/reader/evidence';

/** A passage of one paragraph, which has one item. */
function passage(own: Evidence, paragraph: Evidence, item: Evidence): PassageView {
  const line = (evidence: Evidence) => ({ address: 'a/1.1', label: '', evidence, runs: [] });
  return {
    address: 'a/1',
    label: { zh: '', en: '' },
    heading: { zh: '', en: '' },
    evidence: own,
    texts: [
      {
        lang: 'zh',
        layer: 'restatement',
        verified: false,
        paragraphs: [{ ...line(paragraph), items: [line(item)] }],
      },
    ],
    cited_by: 0,
    cases: 0,
    costs: false,
  };
}

test.each([
  // passage, paragraph, item: said at the heading, at the paragraph, at the item
  ['seen', 'seen', 'seen', [null, null, null]],
  ['recalled', 'recalled', 'recalled', ['recalled', null, null]],
  ['seen', 'recalled', 'recalled', ['recalled', null, null]],
  ['seen', 'inferred', 'inferred', ['inferred', null, null]],
  ['seen', 'seen', 'recalled', [null, null, 'recalled']],
  ['seen', 'inferred', 'seen', [null, 'inferred', null]],
  ['recalled', 'inferred', 'inferred', ['recalled', 'inferred', null]],
  ['recalled', 'seen', 'seen', ['recalled', null, null]],
] satisfies [Evidence, Evidence, Evidence, (string | null)[]][])(
  'a passage that is %s, its paragraph %s, its item %s',
  (own, above, below, expected) => {
    const view = passage(own, above, below);
    const [paragraph] = view.texts[0]?.paragraphs ?? [];
    const [item] = paragraph?.items ?? [];
    if (!paragraph || !item) throw new Error('no paragraph');
    const said = doubtOfPassage(view);
    expect([said, doubtOfParagraph(paragraph, said), doubtOfItem(item, paragraph, said)]).toEqual(
      expected,
    );
  },
);

test.each([
  ['小学：身体的隐私', '小学：', '身体的隐私'],
  ['Primary: Private parts', 'Primary: ', 'Private parts'],
  ['没有对象的一段。', '', '没有对象的一段。'],
])('%s speaks to %j', (text, audience, rest) => {
  const split = audienceOf([{ text, to: [], term: null }]);
  expect(split.audience).toBe(audience);
  expect(split.rest.map((run) => run.text).join('')).toBe(rest);
});
