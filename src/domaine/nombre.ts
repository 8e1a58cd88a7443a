const DECIMAL = new Intl.NumberFormat('fr', { maximumFractionDigits: 2 });

/** A number in French figures, two decimals at most: « 0,87 ». */
export const enDecimal = (n: number): string => DECIMAL.format(n);
