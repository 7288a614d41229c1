// The one table of shortcuts. Handlers and help read it; a test keeps it free of clashes.

export type Action =
  | 'search'
  | 'goto'
  | 'back'
  | 'forward'
  | 'next'
  | 'previous'
  | 'copy'
  | 'cite'
  | 'cite-as'
  | 'pane'
  | 'previous-pane'
  | 'bigger'
  | 'smaller'
  | 'reset'
  | 'settings'
  | 'print'
  | 'help';

export interface Shortcut {
  action: Action;
  /** The first is shown in help. */
  pc: readonly string[];
  mac: readonly string[];
}

export const shortcuts: readonly Shortcut[] = [
  { action: 'search', pc: ['Ctrl+K', 'Ctrl+F'], mac: ['Meta+K', 'Meta+F'] },
  { action: 'goto', pc: ['Ctrl+L'], mac: ['Meta+L'] },
  { action: 'back', pc: ['Alt+ArrowLeft'], mac: ['Meta+['] },
  { action: 'forward', pc: ['Alt+ArrowRight'], mac: ['Meta+]'] },
  { action: 'next', pc: ['Ctrl+ArrowDown'], mac: ['Alt+Meta+ArrowDown'] },
  { action: 'previous', pc: ['Ctrl+ArrowUp'], mac: ['Alt+Meta+ArrowUp'] },
  { action: 'copy', pc: ['Ctrl+Shift+C'], mac: ['Meta+Shift+C'] },
  { action: 'cite', pc: ['Ctrl+Shift+X'], mac: ['Meta+Shift+X'] },
  { action: 'cite-as', pc: ['Ctrl+Shift+S'], mac: ['Meta+Shift+S'] },
  { action: 'pane', pc: ['F6'], mac: ['F6'] },
  { action: 'previous-pane', pc: ['Shift+F6'], mac: ['Shift+F6'] },
  { action: 'bigger', pc: ['Ctrl+='], mac: ['Meta+='] },
  { action: 'smaller', pc: ['Ctrl+-'], mac: ['Meta+-'] },
  { action: 'reset', pc: ['Ctrl+0'], mac: ['Meta+0'] },
  { action: 'settings', pc: ['Ctrl+,'], mac: ['Meta+,'] },
  { action: 'print', pc: ['Ctrl+P'], mac: ['Meta+P'] },
  { action: 'help', pc: ['F1'], mac: ['Meta+?', 'F1'] },
];

/** Keys of the webview itself that would throw the window's state away. */
export const forbidden: readonly string[] = [
  'F5',
  'Ctrl+R',
  'Ctrl+Shift+R',
  'Meta+R',
  'Meta+Shift+R',
];

const onMac = /Mac/.test(navigator.platform);

/** Keys that one finger movement types with or without Shift, or full-width. */
const FOLD: Record<string, string> = { '+': '=', _: '-', '，': ',', '？': '?' };

/** The chord an event stands for: Ctrl+Shift+C. */
export function chordOf(event: KeyboardEvent): string {
  const folded = FOLD[event.key] ?? event.key;
  const symbol = folded.length === 1 && !/[a-z0-9]/i.test(folded);
  const parts = [
    event.ctrlKey && 'Ctrl',
    event.altKey && 'Alt',
    event.metaKey && 'Meta',
    event.shiftKey && !symbol && 'Shift',
    folded.length === 1 ? folded.toUpperCase() : folded,
  ];
  return parts.filter(Boolean).join('+');
}

export function actionFor(event: KeyboardEvent): Action | undefined {
  const chord = chordOf(event);
  return shortcuts.find(({ pc, mac }) => (onMac ? mac : pc).includes(chord))?.action;
}

const SIGNS: Record<string, string> = {
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  Meta: '⌘',
};

/** A chord as people write it: Ctrl + K. */
const written = (chord: string) =>
  chord
    .split('+')
    .map((part) => SIGNS[part] ?? part)
    .join(' ');

/** The chord of an action as people write it. */
export function keysFor(action: Action): string {
  const shortcut = shortcuts.find((candidate) => candidate.action === action);
  return written((onMac ? shortcut?.mac : shortcut?.pc)?.[0] ?? '');
}

/** Opens the list under the search box: a key of the box, not of the window. */
export const suggestionKeys = written('Alt+ArrowDown');
