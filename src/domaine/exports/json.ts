/** A published JSON file: one value a line, so that two states of it can be compared line by line. */
export const json = (valeur: unknown): string => `${JSON.stringify(valeur, null, '\t')}\n`;
