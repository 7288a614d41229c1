import type { Messages } from '../i18n';
import type { Layer } from '../ipc/bindings';

/** Whose words a text is, in words: 整理稿·非官方文本. */
export function layerName(words: Messages, text: { layer: Layer; verified: boolean }): string {
  return text.layer === 'official'
    ? words.layers.official(text.verified)
    : words.layers[text.layer];
}
