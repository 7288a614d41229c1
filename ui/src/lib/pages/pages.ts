// Pages that are not texts: tables, lists and charts over the whole library. Each has a link of its own.

export const pageNames = [
  'library',
  'duties',
  'checklists',
  'glossary',
  'topics',
  'figures',
] as const;

export type PageName = (typeof pageNames)[number];

export interface Page {
  name: PageName;
  /** What on the page is asked for: the id of a term, the address whose duties to show. */
  detail: string | null;
}

/** A page as history and links write it: page:duties/minors-online-protection/46.2. */
export type PageStop = `page:${string}`;

const PREFIX = 'page:';

export const stopFor = ({ name, detail }: Page): PageStop =>
  `${PREFIX}${name}${detail ? `/${detail}` : ''}`;

export const hrefToPage = (name: PageName, detail: string | null = null): string =>
  `#${encodeURI(stopFor({ name, detail }))}`;

export const isPageStop = (stop: string): stop is PageStop => stop.startsWith(PREFIX);

/** The page a stop names; `null` when it is an address, or a page we do not have. */
export function pageIn(stop: string): Page | null {
  if (!isPageStop(stop)) return null;
  const [, wanted, detail] = /^([^/]*)\/?(.*)$/.exec(stop.slice(PREFIX.length)) ?? [];
  const name = pageNames.find((known) => known === wanted);
  return name ? { name, detail: detail || null } : null;
}
