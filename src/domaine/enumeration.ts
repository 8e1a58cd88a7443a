/** « TSGRI, TSGERI et TSSI ». */
export const enumerer = (elements: readonly string[]): string =>
	elements.length < 2 ? elements.join('') : `${elements.slice(0, -1).join(', ')} et ${elements.at(-1)}`;
