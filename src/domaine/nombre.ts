/** A number in French notation, with two decimals at most: « 0,87 ». Does not group thousands. */
export const enDecimal = (n: number): string => String(Number(n.toFixed(2))).replace('.', ',');

/** A file size in French notation: 812 o, 21,6 Ko, 1,2 Mo. */
export function enOctets(octets: number): string {
	if (octets < 1000) return `${octets} o`;
	const ecrire = (n: number) => n.toLocaleString('fr', { maximumFractionDigits: 1 });
	return octets < 999_950 ? `${ecrire(octets / 1000)} Ko` : `${ecrire(octets / 1_000_000)} Mo`;
}

/** The number at the share `part` (0 to 1) of the sorted numbers; 0 if there are none. */
export const quantile = (nombres: readonly number[], part: number): number =>
	[...nombres].sort((a, b) => a - b)[Math.floor(part * nombres.length)] ?? 0;

export const mediane = (nombres: readonly number[]): number => quantile(nombres, 0.5);
