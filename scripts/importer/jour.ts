/** Today's date in local time, `AAAA-MM-JJ`. In UTC, an evening could already be the next day. */
export const aujourdhui = (): string => {
	const maintenant = new Date();
	const deux = (n: number) => String(n).padStart(2, '0');
	return `${maintenant.getFullYear()}-${deux(maintenant.getMonth() + 1)}-${deux(maintenant.getDate())}`;
};
