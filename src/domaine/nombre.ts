/** A number in French figures, two decimals at most: « 0,87 ». Not for thousands, which it does not part. */
export const enDecimal = (n: number): string => String(Number(n.toFixed(2))).replace('.', ',');
