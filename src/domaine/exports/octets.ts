const NOMBRE = new Intl.NumberFormat('fr', { maximumFractionDigits: 1 });

/** A size as a French reader reads it: 812 o, 21,6 Ko, 1,2 Mo. */
export function enOctets(octets: number): string {
	if (octets < 1000) return `${octets} o`;
	return octets < 999_950 ? `${NOMBRE.format(octets / 1000)} Ko` : `${NOMBRE.format(octets / 1_000_000)} Mo`;
}
