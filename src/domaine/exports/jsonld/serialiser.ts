import type { Graph } from 'schema-dts';

const ECHAPPES: Record<string, string> = {
	'<': '\\u003c',
	'>': '\\u003e',
	'&': '\\u0026',
	'\u2028': '\\u2028',
	'\u2029': '\\u2029',
};

/**
 * Structured data as it may stand inside a `<script>`: no sign is left with which a text could close the element or
 * open a comment. JSON readers see the same strings.
 */
export const serialiser = (graphe: Graph): string =>
	JSON.stringify(graphe).replace(/[<>&\u2028\u2029]/g, (signe) => ECHAPPES[signe] ?? signe);
