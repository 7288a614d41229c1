import { isWhole } from '../address';
import type { Address } from '../ipc/bindings';
import type { Arrival } from '../state/reader.svelte';

/** Where, below the top of the page, an article counts as the one in view. */
const READING_LINE = 96;
/** Room left above a place that was jumped to. */
const ARRIVAL_ROOM = 6;
/** How many articles to look through for something to hold. */
const REACH = 6;
const MARK_FOR = 1600;

/**
 * The scrolling of the page: brings places into view, says which is in view, and holds it still while
 * articles around it take their real height, text grows or languages change. Browsers' own scroll
 * anchoring is switched off, because WebKit has none.
 */
export class Scroll {
  readonly #page: HTMLElement;
  readonly #seen: (article: Address) => void;
  readonly #observer = new ResizeObserver(() => this.#hold());
  /** What is held still: how far below the top of the page it stood when the page was scrolled to `at`. */
  #anchor: { element: Element; top: number; at: number } | null = null;
  /** Where the page was put without the reader scrolling; while it stays there the place stays too. */
  #restsAt: number | null = null;
  /** Whether the page is hidden or has just been: WebKit then scrolls it to its beginning, which is not reading. */
  #away = false;
  /** The place arrived at last. */
  #arrived: Address | null = null;
  #frame = 0;

  constructor(page: HTMLElement, seen: (article: Address) => void) {
    this.#page = page;
    this.#seen = seen;
    this.#observe();
    page.addEventListener('scroll', this.#onScroll, { passive: true });
  }

  stop() {
    this.#observer.disconnect();
    this.#page.removeEventListener('scroll', this.#onScroll);
    cancelAnimationFrame(this.#frame);
  }

  /** Brings a place into view; says whether it is on the page. */
  arrive({ address, jumped }: Arrival): boolean {
    const target = this.#find(address);
    const passage = target?.closest<HTMLElement>('article, .title-page');
    if (!target || !passage) return false;
    this.#arrived = address;
    passage.focus({ preventScroll: true });
    if (jumped && !isWhole(address)) mark(target);
    cancelAnimationFrame(this.#frame);
    this.#anchor = { element: target, top: ARRIVAL_ROOM, at: this.#page.scrollTop };
    this.#hold();
    return true;
  }

  /** More of the document has come: what is in view stays there, and a place that was still missing is gone to. */
  grown(wanted: Arrival | null) {
    this.#observe();
    this.#hold();
    if (wanted && wanted.address !== this.#arrived) this.arrive(wanted);
  }

  #observe() {
    for (const article of this.#page.querySelectorAll('article')) this.#observer.observe(article);
  }

  /** Brings the anchor back to where it hangs; at the ends of the page, as near as can be. */
  #hold() {
    const anchor = this.#anchor;
    if (this.#page.clientHeight === 0) this.#away = true;
    if (!anchor || this.#page.clientHeight === 0) return;
    const element = anchor.element.isConnected ? anchor.element : this.#find(anchor.element.id);
    if (!element) return;
    const scrolled = this.#away ? 0 : this.#page.scrollTop - anchor.at;
    this.#away = false;
    this.#page.scrollTop += this.#edge(element, 'top') - (anchor.top - scrolled);
    this.#hang(element);
    if (scrolled === 0) this.#restsAt = this.#page.scrollTop;
  }

  /** From now on this element is held, where it is. */
  #hang(element: Element) {
    this.#anchor = { element, top: this.#edge(element, 'top'), at: this.#page.scrollTop };
  }

  #onScroll = () => {
    if (this.#restsAt === this.#page.scrollTop || this.#page.clientHeight === 0) return;
    if (this.#away) return this.#hold();
    this.#restsAt = null;
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => this.#look());
  };

  /** Takes note of what stands at the reading line. */
  #look() {
    this.#hold(); // WebKit reports a skipped article’s real height only in the frame after it has shown it
    const articles = [...this.#page.querySelectorAll('article')];
    const at = firstIndex(articles, (article) => this.#edge(article, 'bottom') > READING_LINE);
    const element = this.#steady(articles.slice(at, at + REACH)) ?? articles[at];
    if (!element) return;
    this.#hang(element);
    this.#seen(articles[at]?.dataset['address'] ?? '');
  }

  /** The first paragraph below the reading line that has its real height: one still skipped would move. */
  #steady(articles: HTMLElement[]): Element | undefined {
    return articles
      .flatMap((article) => [...article.querySelectorAll('p[id]')])
      .find(
        (paragraph) =>
          paragraph.checkVisibility({ contentVisibilityAuto: true }) &&
          this.#edge(paragraph, 'bottom') > READING_LINE,
      );
  }

  #find(id: string): HTMLElement | null {
    return this.#page.querySelector<HTMLElement>(`#${CSS.escape(id)}`);
  }

  /** The edge of an element, measured from the top of the page. */
  #edge(element: Element, edge: 'top' | 'bottom'): number {
    return element.getBoundingClientRect()[edge] - this.#page.getBoundingClientRect().top;
  }
}

/** Where the first of the elements stands that passes, when all after it pass too; else the last. */
function firstIndex<E>(elements: readonly E[], passes: (element: E) => boolean): number {
  let low = 0;
  let high = elements.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    const element = elements[middle];
    if (element && passes(element)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Shows briefly where the reader has come to; without motion if so asked. */
function mark(element: HTMLElement) {
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const wash = getComputedStyle(element).getPropertyValue('--wash');
  element.animate([{ backgroundColor: wash }, { backgroundColor: 'transparent' }], {
    duration: MARK_FOR,
    easing: still ? 'steps(1, end)' : 'ease-in',
  });
}
