import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

export default ts.config(
  { ignores: ['dist', 'dist-browser', 'src/lib/ipc/bindings.ts'] },
  ts.configs.strict,
  svelte.configs.recommended,
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: {
      globals: globals.browser,
      parserOptions: { parser: ts.parser, svelteConfig },
    },
  },
  {
    rules: {
      'svelte/no-at-html-tags': 'error',
      'svelte/no-navigation-without-resolve': 'off', // a rule for SvelteKit; addresses are fragments here
      'max-lines': ['error', 400],
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            { group: ['@tauri-apps/*'], message: 'Only lib/ipc/client.ts talks to the core.' },
          ],
        },
      ],
    },
  },
  { files: ['src/lib/ipc/client.ts'], rules: { 'no-restricted-imports': 'off' } },
  { files: ['tests/**', '*.config.*'], languageOptions: { globals: globals.node } },
);
