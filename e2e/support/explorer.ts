// The page as a reader knows it: by roles and names, in the English interface. Where an element changes its role or
// its name, this is the one place to follow.
import { expect, type Locator, type Page } from '@playwright/test';

/** "2 of 5 articles", with the passages where there is a query. */
const COUNT = /^\d+ of \d+ articles?/;
/** "13 of 13 rows, from 5 articles", in a ledger. */
const ROWS = /^\d+ of \d+ rows?, from \d+ articles?$/;

export class Explorer {
  constructor(readonly page: Page) {}

  /** Opens the view of an address in English and waits for its results. */
  async open(search = '', path = '/') {
    const address = new URLSearchParams(search);
    address.set('lang', 'en');
    await this.page.goto(`${path}?${address}`);
    await this.settled();
  }

  /** Waits until results are there. */
  async settled() {
    const rows = this.page.getByRole('status').filter({ hasText: ROWS });
    await expect(this.count.or(rows).first()).toBeVisible({ timeout: 15_000 });
  }

  get searchBox(): Locator {
    return this.page.getByRole('combobox', { name: 'Search the corpus' });
  }

  /** What the query may go on with. */
  get suggestions(): Locator {
    return this.page.getByRole('listbox', { name: 'Suggestions' });
  }

  suggestion(name: RegExp): Locator {
    return this.suggestions.getByRole('option').filter({ hasText: name }).first();
  }

  /** The line that says how many articles there are. */
  get count(): Locator {
    return this.page.getByRole('status').filter({ hasText: COUNT });
  }

  get results(): Locator {
    return this.page.getByRole('list', { name: 'Results' });
  }

  get cards(): Locator {
    return this.results.locator(':scope > li');
  }

  /** The card of the article with this short id. */
  card(doc: string): Locator {
    return this.cards.filter({ has: this.page.locator(`a[href*="doc=${doc}"]`) });
  }

  title(card: Locator): Locator {
    return card.getByRole('heading').getByRole('link');
  }

  get reader(): Locator {
    return this.page.getByRole('article');
  }

  get applied(): Locator {
    return this.page.getByRole('list', { name: 'Applied filters' });
  }

  get sort(): Locator {
    return this.page.getByRole('combobox', { name: 'Sort by' });
  }

  /** Something told once: a notice. */
  notice(text: RegExp): Locator {
    return this.page.getByRole('alert').or(this.page.getByRole('status')).filter({ hasText: text }).first();
  }

  facet(name: string): Locator {
    return this.page.getByRole('group', { name, exact: true });
  }

  /** The button that includes a value, whatever its counts. */
  value(facet: string, name: string): Locator {
    return this.facet(facet).getByRole('button', { name: new RegExp(`^${name}, \\d+ of \\d+$`) });
  }

  exclude(facet: string, name: string): Locator {
    return this.facet(facet).getByRole('button', { name: `Exclude ${name}`, exact: true });
  }

  async ask(query: string) {
    await this.searchBox.fill(query);
    // As it is typed, and the suggestions are put away.
    await this.searchBox.press('Enter');
  }

  /** Short ids of the articles in the list, in its order. */
  async docs(): Promise<string[]> {
    return this.cards.evaluateAll((cards) =>
      cards.map((card) => {
        const link = card.querySelector<HTMLAnchorElement>(':is(h2, h3) a');
        return new URLSearchParams(link?.search).get('doc') ?? '';
      }),
    );
  }

  /** Waits until the list holds these articles, in any order. */
  async expectDocs(...docs: string[]) {
    await expect.poll(async () => (await this.docs()).sort()).toEqual(docs.sort());
  }

  /** Waits until the list holds these articles in this order. */
  async expectOrder(...docs: string[]) {
    await expect.poll(() => this.docs()).toEqual(docs);
  }

  /** The distinct texts that are marked in `place`, in small letters. */
  async marks(place: Locator): Promise<string[]> {
    const texts = await place.locator('mark').allTextContents();
    return [...new Set(texts.map((text) => text.normalize('NFC').toLowerCase()))];
  }

  /** All that a link promises to restore, as it stands on the screen. */
  async view() {
    return {
      query: await this.searchBox.inputValue(),
      count: await this.count.textContent(),
      docs: await this.docs(),
      applied: await this.applied.getByRole('button').allTextContents(),
      sort: await this.sort.inputValue(),
      reading: await this.reader.getByRole('heading').first().textContent(),
      marks: await this.marks(this.page.locator('body')),
    };
  }

  /** The address without the language, which belongs to the tests. */
  address(): string {
    const url = new URL(this.page.url());
    url.searchParams.delete('lang');
    return decodeURIComponent(url.search);
  }
}
