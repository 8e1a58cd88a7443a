/** A number in French notation, with two decimals at most: « 0,87 ». Does not group thousands. */
export const enDecimal = (n: number): string => String(Number(n.toFixed(2))).replace('.', ',');

/** The number at the share `part` (0 to 1) of the sorted numbers; 0 if there are none. */
export const quantile = (nombres: readonly number[], part: number): number =>
	[...nombres].sort((a, b) => a - b)[Math.floor(part * nombres.length)] ?? 0;

export const mediane = (nombres: readonly number[]): number => quantile(nombres, 0.5);
