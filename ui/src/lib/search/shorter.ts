const MOST = 3;

/** Queries worth trying when the whole finds nothing: its words, or how a long Chinese one begins and ends. */
export function shorterQueries(query: string): string[] {
  const whole = query.trim();
  const words = whole.split(/[\s，。、；：？！“”《》（）]+/).filter((word) => word.length > 1);
  if (words.length > 1) return [...new Set(words)].slice(0, MOST);
  if (whole.length < 4 || !/^\p{Script=Han}+$/u.test(whole)) return [];
  return [whole.slice(0, 2), whole.slice(-2)];
}
