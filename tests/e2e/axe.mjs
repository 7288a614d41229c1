// WCAG 2.2 A and AA as far as axe can judge, in the window that people get.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './program.mjs';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

export const AXE = readFileSync(join(ROOT, 'ui/node_modules/axe-core/axe.min.js'), 'utf8');
export const THEMES = ['light', 'dark'];

/** What axe objects to in the page as it stands, in one theme, and how much it looked at. */
export const inspect = (page, theme) =>
  page.jsAsync(
    async (theme, runOnly) => {
      document.documentElement.dataset.theme = theme;
      await Promise.all(
        document.getAnimations().map((animation) => animation.finished.catch(() => {})),
      );
      const { violations, passes } = await window.axe.run({ runOnly });
      return {
        passes: passes.length,
        violations: violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]),
      };
    },
    theme,
    TAGS,
  );
