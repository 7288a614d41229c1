import { expect, test } from 'vitest';
import { catalogues } from '../../src/lib/i18n';
import { explain } from '../../src/lib/ipc/errors';
import type { ErrorCode } from '../../src/lib/ipc/bindings';

const { zh, en } = catalogues;

function keys(messages: object, path = ''): string[] {
  return Object.entries(messages).flatMap(([key, value]) =>
    typeof value === 'object' ? keys(value as object, `${path}${key}.`) : [path + key],
  );
}

function strings(messages: object): string[] {
  return Object.values(messages).flatMap((value: unknown) => {
    if (typeof value === 'object' && value !== null) return strings(value);
    return typeof value === 'string' ? [value] : [];
  });
}

test('both languages say the same things', () => expect(keys(en)).toEqual(keys(zh)));

test('messages are words, never markup', () => {
  for (const text of [...strings(zh), ...strings(en)]) expect(text).not.toMatch(/<\w/);
});

test('nothing is shouted', () => {
  for (const text of [...strings(zh), ...strings(en)]) expect(text).not.toMatch(/[!！您]/);
});

test.each(['not-found', 'read-only', 'disk-full', 'internal'] satisfies ErrorCode[])(
  'a failure %s has a sentence in both languages',
  (code) => {
    const error = { code, subject: 'SUBJECT', detail: 'DETAIL' };
    expect(explain(zh, error)).toMatch(/SUBJECT|DETAIL/);
    expect(explain(en, error)).toMatch(/SUBJECT|DETAIL/);
  },
);

test('dates are written as each language writes them', () => {
  expect(zh.date('2024-01-01')).toBe('2024年1月1日');
  expect(en.date('2024-01-01')).toBe('1 January 2024');
});
