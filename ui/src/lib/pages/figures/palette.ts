import { inks, type Ink, type Words } from './drawing';

/** What a file needs to know of the theme: a file has no style sheet. */
export interface Palette {
  inks: Record<Ink, string>;
  faces: Record<Words['face'], string>;
}

/** The colours and faces in force, read from the style sheet itself; always the light ones: files are for paper and slides. */
export function currentPalette(): Palette {
  const probe = document.createElement('span');
  probe.hidden = true;
  probe.style.colorScheme = 'light';
  document.body.append(probe);
  const style = getComputedStyle(probe);
  const colours = inks.map((ink) => {
    probe.style.color = `var(--${ink})`;
    return [ink, style.color] as const;
  });
  const face = (name: string) => style.getPropertyValue(`--${name}`).replace(/\s+/g, ' ').trim();
  const palette = {
    inks: Object.fromEntries(colours) as Record<Ink, string>,
    faces: { hei: face('hei'), song: face('song') },
  };
  probe.remove();
  return palette;
}
