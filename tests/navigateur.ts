import type { Browser } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { ouvrirNavigateur } from '../scripts/navigateur.ts';

/** Browser for the test file that imports this module: opened before its first test, closed after its last. */
export let navigateur: Browser;

beforeAll(async () => {
	navigateur = await ouvrirNavigateur();
});
afterAll(() => navigateur?.close());
