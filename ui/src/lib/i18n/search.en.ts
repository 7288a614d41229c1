// Words of the search box, the results and the search language, in English. Exactly the keys of search.zh.ts.
import type { searchZh } from './search.zh';

const counted = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`;

export const searchEn: typeof searchZh = {
  placeholder: 'Search, or type an article or case number',
  label: 'Search, or type an article or case number',
  clear: 'Clear',
  busy: 'Searching…',
  results: 'Search results',
  found: (total) => `Found in ${counted(total, 'place')}`,
  more: (count) => `${count} more`,
  citation: 'Place',
  words: 'Words',
  widened: 'Also searched',
  narrow: 'Only my words',
  widen: 'Related words too',
  index: {
    ready: '',
    rebuilding: 'The index is being rebuilt; answers come from memory and are just as complete.',
    'memory-only':
      'The index cannot be kept on disk; answers come from memory and are just as complete.',
  },

  chips: 'What is searched for',
  remove: 'Remove',
  quoted: (text) => `“${text}”`,
  clauses: {
    word: '',
    phrase: 'exactly',
    must: 'with',
    not: 'without',
    either: 'either',
    field: '',
    sentence: 'in one sentence',
    paragraph: 'in one paragraph',
    sort: 'sorted by',
    citation: 'place',
  },
  fields: {
    kind: 'Type',
    function: 'Function',
    crime: 'Crime',
    batch: 'Batch',
    year: 'Year',
    chapter: 'Chapter',
    topic: 'Topic',
    role: 'Role',
    office: 'Office',
    document: 'Document',
    heading: 'Heading',
    evidence: 'Evidence',
  },
  notes: {
    'unknown-field': (subject) => `There is no field “${subject}”; it was searched as words.`,
    'unknown-value': (subject) => `There is no value “${subject}”; it was searched as words.`,
    'unbalanced-quote': (subject) =>
      `A quotation mark has no other half and was left out: ${subject}`,
    'unbalanced-bracket': (subject) => `A bracket has no other half and was left out: ${subject}`,
    'lone-operator': (subject) => `“${subject}” has no word beside it and was searched as a word.`,
    'too-long': () => 'The query is too long; only its beginning was read.',
    'control-characters': () => 'Characters that cannot be seen were read as blanks.',
  },
  meant: {
    offered: 'Did you mean',
    applied: (query) => `Searched for “${query}”`,
    literally: (query) => `Search for “${query}” all the same`,
    why: {
      pinyin: 'pinyin',
      initials: 'initials',
      slip: 'looks or sounds alike',
      keyboard: 'neighbouring key',
    },
  },

  facets: {
    label: 'Narrow the results',
    open: (chosen) => (chosen > 0 ? `Narrow (${chosen} chosen)` : 'Narrow'),
    more: (count) => `${count} more`,
    fewer: 'Fewer',
  },
  within: 'Search within these',
  sort: { label: 'Sort', relevance: 'Best first', date: 'Newest' },

  suggest: {
    list: 'Earlier searches and suggestions',
    onward: 'Go on with',
    history: 'earlier',
    example: 'try',
    kinds: {
      term: 'term',
      title: 'title',
      heading: 'heading',
      topic: 'topic',
      saying: 'everyday word',
    },
  },
  why: {
    ask: 'Why here',
    parts: {
      citation: 'It is the place you named',
      term: 'It explains this term',
      exact: 'It has the whole query as typed',
      phrase: 'It has a word as typed',
      heading: 'Its heading has the words',
      words: 'Its words are alike',
      chapter: 'Its chapter is about this',
      title: 'Its title is about this',
      synonyms: 'It has related words',
      'single-characters': 'It shares single characters',
      'cited-by': 'Other places refer to it',
      learnt: 'It answers questions like this',
      shelf: 'Its shelf comes first',
      language: 'It is in your language',
    },
  },
  similar: {
    title: 'Similar articles and cases',
    shared: {
      articles: (count) => `${counted(count, 'article')} in common`,
      topics: (count) => `${counted(count, 'topic')} in common`,
      words: (count) => `${counted(count, 'word')} in common`,
      links: (count) => `linked ${count === 1 ? 'once' : `${count} times`}`,
    },
  },

  none: (query) => `Nothing found for “${query}”.`,
  ways: {
    spelling: 'Write it another way',
    fewer: 'Ask for less',
    elsewhere: 'Look elsewhere',
  },
  shorter: (query) => `Search only “${query}”`,
  without: (clause) => `Search without “${clause}”`,
  topics: 'Look among the topics',
  library: 'Browse the library',
  browse: 'Back to the text and its contents',
  syntax: 'How to search',

  help: {
    lead: 'Choose an example to search for it.',
    examples: [
      { query: 'online bullying', means: 'Words: any of them; the more, the better' },
      { query: '"minors\' mode"', means: 'Exactly so; curly quotation marks do as well' },
      { query: 'top-up AND refund', means: 'Both; also & and +word' },
      { query: 'bullying OR insult', means: 'Either; also |' },
      { query: 'rewards NOT streaming', means: 'Without the second; also -word' },
      { query: '(games OR gifts) AND guardian', means: 'Brackets come first' },
      { query: 'type:case crime:molestation', means: 'field:value; several values with commas' },
      { query: 'privacy year:2018-2024', means: 'A range; year:2018- is since 2018' },
      { query: 'same-sentence:minors,streaming', means: 'In one sentence' },
      { query: 'same-paragraph:school,report', means: 'In one paragraph' },
      { query: 'cyberbullying sort:date', means: 'Newest first' },
    ],
    fields:
      'Fields: type, function, crime, batch, year, chapter, topic, role, office, document, heading, evidence.',
    width:
      'Full-width colons, commas, brackets, quotation marks, bars, plus and minus signs and blanks are read alike.',
  },
  examples: ['cyberbullying', 'rewards NOT streaming', 'type:case crime:molestation'],
};
