import path from 'node:path';
import { defineConfig } from '@playwright/test';

const root = path.resolve(import.meta.dirname, '..');

/** The specs of test/e2e drive the built app, two at a time and without second tries: a spec that fails now and then is a fault. */
export default defineConfig({
  testDir: path.join(root, 'test/e2e'),
  outputDir: path.join(root, 'test-results'),
  globalSetup: path.join(root, 'test/e2e/prepare.ts'),
  // Each has a data folder, a browser and ports of its own; one alone leaves half of the machine idle.
  workers: 2,
  // Test by test and not file by file: no spec leaves anything for the next one, and the last long file keeps nobody waiting.
  fullyParallel: true,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  forbidOnly: process.env['CI'] !== undefined,
  reporter: 'list',
});
