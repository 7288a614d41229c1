import type { Lang } from '../ipc/bindings';
import { en } from './en';
import { zh } from './zh';

export type Messages = typeof zh;

/** The words of the window in each of its languages. */
export const catalogues: Record<Lang, Messages> = { zh, en };

/** The language tag of a text, for `lang` attributes: zh-CN. */
export const tagOf = (lang: Lang): string => catalogues[lang].tag;
