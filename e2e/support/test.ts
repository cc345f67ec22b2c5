// The test function of all specs: every test fails on an error the page throws or logs, on a failed request, and on
// any request to another host, whatever else it is about.
import { test as base, expect } from '@playwright/test';
import { Explorer } from './explorer';

/** What the browser did and said during one test. */
export class Watch {
  /** Addresses asked for, in order. */
  readonly requests: string[] = [];
  private readonly faults: string[] = [];
  private readonly expected: RegExp[] = [];

  fault(text: string) {
    this.faults.push(text);
  }

  /** This test provokes errors that match `pattern`. */
  expectError(pattern: RegExp) {
    this.expected.push(pattern);
  }

  unexpected(): string[] {
    return this.faults.filter((fault) => !this.expected.some((pattern) => pattern.test(fault)));
  }
}

export const test = base.extend<{ watch: Watch; explorer: Explorer }>({
  watch: [
    async ({ context, baseURL }, use) => {
      const watch = new Watch();
      const host = new URL(baseURL!).host;
      context.on('weberror', (error) => watch.fault(`error: ${error.error()}`));
      context.on('console', (message) => {
        if (message.type() === 'error') watch.fault(`console: ${message.text()}`);
      });
      context.on('request', (request) => {
        const url = new URL(request.url());
        if (!url.protocol.startsWith('http')) return;
        watch.requests.push(request.url());
        if (url.host !== host) watch.fault(`request to another host: ${request.url()}`);
      });
      context.on('response', (response) => {
        if (response.status() >= 400) watch.fault(`${response.status()}: ${response.url()}`);
      });
      await use(watch);
      expect(watch.unexpected(), 'errors and requests to other hosts').toEqual([]);
    },
    { auto: true },
  ],
  explorer: async ({ page }, use) => use(new Explorer(page)),
});

export { expect };
