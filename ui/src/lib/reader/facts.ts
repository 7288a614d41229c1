// What is known of a case, in one line: batch · date · crimes · functions · what minors are in it.
import type { Messages } from '../i18n';
import type { CaseFacts, Lang } from '../ipc/bindings';

export interface Fact {
  text: string;
  /** Whether it is recalled, not seen. */
  recalled: boolean;
}

export function factLine(facts: CaseFacts, words: Messages, lang: Lang): Fact[] {
  const { document, facts: names, pages } = words;
  const list = (items: readonly string[]) => items.join(pages.comma);
  const fact = (field: keyof CaseFacts, text: string | null | false): Fact[] =>
    text ? [{ text, recalled: facts.recalled.includes(field) }] : [];
  return [
    ...fact('batch', facts.batch !== null && names.batch(facts.batch)),
    ...(facts.published_on
      ? fact('published_on', document.published(facts.published_on))
      : facts.issued_on
        ? fact('issued_on', document.issued(facts.issued_on))
        : fact('decided_on', facts.decided_on && document.decided(facts.decided_on))),
    ...fact('crimes', list(facts.crimes.map((crime) => crime[lang]))),
    ...fact('functions', list(facts.functions.map((name) => names.functions[name]))),
    ...fact('minor', list(facts.minor.map((name) => names.minor[name]))),
  ];
}
