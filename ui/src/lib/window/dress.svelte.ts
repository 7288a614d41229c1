import type { Session } from '../state/session.svelte';

/**
 * Keeps the document element in step with the session: colours, language, size of the law, title. Before anything stands in it, so
 * that nothing is laid out twice.
 */
export function dress(session: Session) {
  const root = document.documentElement;
  const { current } = session.preferences;
  $effect.pre(() => {
    if (current.theme === 'system') delete root.dataset['theme'];
    else root.dataset['theme'] = current.theme;
  });
  $effect.pre(() => {
    root.lang = session.words.tag;
  });
  $effect.pre(() => {
    root.style.setProperty('--law-size', `${current.text_size}px`);
  });
  $effect.pre(() => {
    const { app, pageNames } = session.words;
    const open = session.view === 'start' ? null : session.reader.document;
    if (session.view === 'page' && session.page)
      document.title = app.title(pageNames[session.page.name]);
    else document.title = open ? app.title(open.short_title[session.lang]) : app.name;
  });
}
