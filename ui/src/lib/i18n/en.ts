// Every word of the window, in English. Exactly the keys of zh.ts.
import type { Messages } from '.';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

const date = (iso: string) => {
  const [year, month, day] = iso.split('-').map(Number);
  return `${day} ${MONTHS[(month ?? 1) - 1]} ${year}`;
};

const counted = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`;

export const en: Messages = {
  tag: 'en',
  date,
  app: {
    name: 'Wanghu',
    tagline: 'The rules that protect minors online',
    title: (document) => `${document} — Wanghu`,
    skip: 'Skip to the text',
    opening: 'Opening…',
  },
  regions: {
    header: 'Toolbar',
    library: 'Library',
    outline: (document) => `Contents of the ${document}`,
    main: 'Text',
    context: 'Margin notes',
    trail: 'Where you are',
    search: 'Search',
  },
  actions: {
    search: 'Search',
    goto: 'Go to an article',
    back: 'Back',
    forward: 'Forward',
    next: 'Next article',
    previous: 'Previous article',
    copy: 'Copy with source',
    pane: 'Next region',
    'previous-pane': 'Previous region',
    bigger: 'Larger text',
    smaller: 'Smaller text',
    reset: 'Default text size',
    settings: 'Settings',
    print: 'Print',
    help: 'Help and shortcuts',
    library: 'Library pane',
    context: 'Margin notes pane',
    home: 'Home',
    close: 'Close',
    retry: 'Try again',
    theme: (current) => `Colours: ${current}`,
    interface: '中文界面',
    interfaceShort: '中文',
  },
  reading: {
    label: 'Language of the text',
    zh: 'Chinese',
    en: 'English',
    both: 'Both',
  },
  themes: {
    label: 'Colours',
    system: 'As the system',
    light: 'Light',
    dark: 'Dark',
    sepia: 'Sepia',
  },
  library: {
    articles: (count) => counted(count, 'article'),
  },
  status: {
    'in-force': 'In force',
    superseded: 'Amended since',
    repealed: 'Repealed',
    'not-yet-effective': 'Not yet in force',
  },
  layers: {
    restatement: 'Restated — not the official text',
    rendering: 'Our English — unofficial',
    official: (verified) => `Official text — ${verified ? 'verified' : 'not verified'}`,
  },
  kinds: {
    statute: 'Statute',
    'administrative-regulation': 'Administrative regulation',
    'judicial-interpretation': 'Judicial interpretation',
    'guiding-case': 'Guiding case',
    policy: 'Policy',
  },
  evidence: {
    seen: 'Checked against the source',
    recalled: 'From memory, to be checked',
    inferred: 'Inferred, to be checked',
  },
  document: {
    promulgated: (iso) => `Promulgated ${date(iso)}`,
    effective: (iso) => `In effect from ${date(iso)}`,
    citedBy: (count) => `cited ${count}`,
    citedByName: (label, count) => `cited ${count}: ${label}`,
    several: (text) => `${text}: choose one`,
    end: 'End of the text',
  },
  context: {
    empty: 'Open an article to see what it refers to and what refers to it.',
    unmarked: 'Choose a hit with ↓ to see its text and references here.',
    references: 'Refers to',
    citedBy: 'Cited by',
    noReferences: 'This article refers to no other.',
    noCitedBy: 'No other article refers to this one.',
    outside: 'not in the library',
    about: 'This text',
    status: 'Status',
    layer: 'Text',
    evidence: 'Basis',
    preview: 'Preview',
  },
  search: {
    placeholder: 'Search, or type an article number',
    label: 'Search, or type an article number',
    clear: 'Clear',
    found: (total, shown) =>
      total > shown
        ? `Found in ${counted(total, 'article')}; the first ${shown} are shown`
        : `Found in ${counted(total, 'article')}`,
    citation: 'Article',
    words: 'Words',
    widened: 'Also searched',
    narrow: 'Only my words',
    widen: 'Related words too',
    busy: 'Searching…',
    results: 'Search results',
    index: {
      ready: '',
      rebuilding: 'The index is being rebuilt; answers come from memory and are just as complete.',
      'memory-only':
        'The index cannot be kept on disk; answers come from memory and are just as complete.',
    },
    none: (query) => `Nothing found for “${query}”.`,
    ways: 'Ways on',
    shorter: (query) => `Search only “${query}”`,
    browse: 'Back to the text and its contents',
  },
  goto: {
    title: 'Go to an article',
    label: 'Article number',
    example: 'For example 46, art. 26(2), 第二十条第一款',
    unknown: 'The library has no such article.',
    go: 'Go',
    cancel: 'Cancel',
  },
  settings: {
    title: 'Settings',
    interface: 'Language of the window',
    languages: { zh: '中文', en: 'English' },
    size: 'Size of the text',
    widen: 'Search related words too',
    close: 'Done',
  },
  help: {
    title: 'Help and shortcuts',
    shortcuts: 'Shortcuts',
    about: 'About',
    version: (version) => `Wanghu ${version}. Works offline and never connects.`,
    layers:
      'The texts are restatements and renderings written for this program, not the official text; say so when you quote them.',
    close: 'Close',
  },
  start: {
    title: 'Where to begin',
    last: 'Where you were',
    roles: { prosecutor: 'Prosecutors', lecturer: 'Trainers', student: 'Students' },
    search: (query) => `Search “${query}”`,
    compare: (label) => `${label}, side by side`,
  },
  messages: {
    copied: (label) => `Copied ${label} with its source.`,
    notCopied: 'The clipboard refused. Select the text and use the system’s copy.',
    noArticle: 'Open an article first, then copy.',
    size: (pixels) => `Text size ${pixels}`,
    theme: (name) => `Colours: ${name}`,
  },
  notices: {
    'settings-damaged': (subject) =>
      `The settings could not be read; they were put aside and defaults are used: ${subject}`,
    'place-unknown': (subject) => `The place to open was not found: ${subject}`,
  },
  errors: {
    heading: 'Could not open',
    notFound: (subject) => `The library has no “${subject}”.`,
    readOnly: (subject) =>
      `Cannot write to ${subject}; settings will not be kept. Check the folder’s permissions.`,
    diskFull: (subject) =>
      `The disk is full and ${subject} was not saved. It is tried again once there is room.`,
    internal: (detail) =>
      `The program made a mistake; the texts are not affected. Details: ${detail}`,
  },
};
