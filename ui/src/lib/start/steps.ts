// First steps for each reader. Every one is a real move: to a page, to a place, to a place in both languages.
import { hrefTo } from '../address';
import type { Messages } from '../i18n';
import { hrefToPage } from '../pages/pages';

export interface Step {
  name: keyof Messages['pages']['steps'];
  href: string;
  /** Whether the texts then stand side by side. */
  both?: true;
}

export type Role = 'prosecutor' | 'lecturer' | 'student';

const REGULATIONS = 'minors-online-protection';
/** Junior secondary school, in the list of audiences. */
const JUNIOR = 1;

export const steps: Record<Role, readonly Step[]> = {
  prosecutor: [
    { name: 'cases', href: hrefToPage('library', 'shelf=cases') },
    { name: 'duties', href: hrefToPage('duties') },
    { name: 'checklist', href: hrefToPage('checklists', 'electronic-data') },
  ],
  lecturer: [
    { name: 'campus', href: hrefToPage('library', `shelf=cases&audience=${JUNIOR}`) },
    { name: 'child', href: hrefToPage('glossary') },
    { name: 'figures', href: hrefToPage('figures') },
  ],
  student: [
    { name: 'first', href: hrefTo(`${REGULATIONS}/1`) },
    { name: 'glossary', href: hrefToPage('glossary') },
    { name: 'compare', href: hrefTo(`${REGULATIONS}/46`), both: true },
  ],
};
