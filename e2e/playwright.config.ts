// `cargo xtask test e2e` builds the pages, names the browser and the port, and starts this.
import { defineConfig } from '@playwright/test';
import { launchOptions } from './support/chromium.mjs';

const port = Number(process.env.PAGE_PORT);
if (!port) throw new Error('start the end-to-end tests with `cargo xtask test e2e`');

export default defineConfig({
  testDir: 'specs',
  outputDir: 'test-results',
  fullyParallel: true,
  workers: 2,
  forbidOnly: !!process.env.CI,
  // A busy machine may starve a browser for seconds; what only passes at the second try is listed as flaky.
  retries: process.env.CI ? 2 : 0,
  // Beyond these there is one cause, and waiting for it in every test teaches nothing.
  maxFailures: process.env.CI ? 25 : 0,
  timeout: 30_000,
  expect: { timeout: process.env.CI ? 10_000 : 5_000 },
  reporter: [['list']],
  use: {
    baseURL: `http://127.0.0.1:${port}`,
    browserName: 'chromium',
    launchOptions,
    viewport: { width: 1280, height: 900 },
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    permissions: ['clipboard-read', 'clipboard-write'],
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
  },
  webServer: {
    command: 'node support/server.mjs',
    url: `http://127.0.0.1:${port}/`,
    reuseExistingServer: false,
    timeout: 10_000,
  },
});
