// Citations of the fixture: near enough to the core's to show every style.
import type { CiteView, DocumentView, Lang, ShowView, Style } from './bindings';

export function citeFrom(shown: ShowView, documents: DocumentView[], lang: Lang): CiteView {
  const { address } = shown;
  const document = documents.find(({ id }) => id === shown.document);
  const title = document?.title.zh ?? '';
  const translation = document?.title.en ?? '';
  const number = document?.document_number.zh ?? '';
  const [body, authority] = [document?.issuing_body.zh ?? '', document?.issuing_body.en ?? ''];
  const place = address.split('/')[1] ?? '';
  const name = document?.case ? `${body}指导性案例“${title}”（${number}）` : `《${title}》`;
  const official = `${name}${lang === 'zh' ? shown.label : place}`;
  const texts: Record<Style, string> = {
    official,
    'law-review': `《${title}》第${place}条。`,
    gbt7714: `${body}. ${title}：${number}[Z]. ${place}.`,
    bluebook: `${title} [${translation}] (promulgated by the ${authority}) art. ${place} (China)`,
    markdown: `[${official}](wanghu:${address})`,
    'csl-json': JSON.stringify([{ id: address, type: 'legislation', title, number }], null, 2),
    ris: `TY  - STAT\nTI  - ${title}\nAU  - ${body}\nN1  - wanghu:${address}\nER  - `,
    bibtex: `@legislation{${address.replace('/', ':')},\n  title = {{${title}}},\n}`,
  };
  const styles = Object.entries(texts).map(([style, text]) => ({ style: style as Style, text }));
  const layer = lang === 'zh' ? 'restatement' : 'rendering';
  return { address, styles, status: shown.status, layer };
}
