// Citations in the fixture: articles of the document that is near, cases by their number, addresses.
import type { Address, DocumentView, Target } from './bindings';

export const passagesOf = (documents: DocumentView[]) =>
  documents.flatMap((document) =>
    document.chapters.flatMap((chapter) =>
      chapter.passages.map((passage) => ({ document, chapter, passage })),
    ),
  );

const DIGITS = '零一二三四五六七八九十';

function numberIn(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  const [tens, ones] = text.includes('十') ? text.split('十') : ['零', text];
  return 10 * DIGITS.indexOf(tens || '一') + DIGITS.indexOf(ones || '零');
}

function wholeIn(documents: DocumentView[], text: string): Target | null {
  const number = /^(?:检例|jl|(?:spp )?guiding case(?: no\.)?)\s*第?(\d+)号?$/i.exec(text)?.[1];
  const document = documents.find(({ id }) => id === (number ? `spp-${number}` : text));
  return (
    (document && {
      address: document.id,
      label: document.short_title,
      heading: document.title,
    }) ??
    null
  );
}

export function locateIn(
  documents: DocumentView[],
  text: string,
  near: Address | null,
): Target | null {
  const folded = text.normalize('NFKC').trim();
  const whole = wholeIn(documents, folded);
  if (whole) return whole;
  const section = passagesOf(documents).find(({ passage }) => passage.address === folded);
  if (section) {
    const { address, label, heading } = section.passage;
    return { address, label, heading: heading.zh ? heading : section.document.title };
  }
  const named = documents.find(({ id }) => folded.startsWith(`${id}/`));
  const around = documents.find(({ id }) => near?.startsWith(`${id}/`));
  const document = named ?? around ?? documents[0];
  const match = folded.match(
    /^(?:条例|.*\/|art(?:icle|\.)?\s*)?第?([\d一二三四五六七八九十]+)条?(?:第([一二三四五六七八九十\d]+)款|[.(](\d+)\)?)?$/i,
  );
  if (!document || !match?.[1]) return null;
  const address = `${document.id}/${numberIn(match[1])}`;
  const found = passagesOf([document]).find(({ passage }) => passage.address === address)?.passage;
  if (!found) return null;
  const paragraph = match[2] ?? match[3];
  if (!paragraph) return { address, label: found.label, heading: found.heading };
  const number = numberIn(paragraph);
  return {
    address: `${address}.${number}`,
    label: { zh: `${found.label.zh}第${DIGITS[number]}款`, en: `${found.label.en}(${number})` },
    heading: found.heading,
  };
}
