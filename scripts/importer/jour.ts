/** The day where the machine is: what enters the catalogue this evening is of today, not of Greenwich's tomorrow. */
export const aujourdhui = (): string => {
	const maintenant = new Date();
	const deux = (n: number) => String(n).padStart(2, '0');
	return `${maintenant.getFullYear()}-${deux(maintenant.getMonth() + 1)}-${deux(maintenant.getDate())}`;
};
