import { setFlagsFromString } from 'node:v8';

/**
 * On a machine with much memory, V8 lets garbage double the heap and more before it looks for any. A build holds its
 * catalogue to the end and throws each page away: let garbage be a third of what is held, and a machine with little
 * memory builds as well, for some more collecting. Without this call the site is the same.
 */
export const menagerMemoire = (): void => setFlagsFromString('--heap-growing-percent=30');
