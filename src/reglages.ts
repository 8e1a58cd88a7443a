/** A setting that cannot be understood: its message says which, and what to write instead. */
export class ReglageRefuse extends Error {
	override name = 'ReglageRefuse';
}

/** `base` is the sub-path, as `/` or `/lignee`; `peuDeFichiers` leaves out files that repeat a page or another file. */
type Reglages = { site: string; base: string; peuDeFichiers: boolean };

/**
 * Parses the settings of publication from the environment, in their usual spellings (`1`, `oui` or `true`).
 * @throws ReglageRefuse for a value that cannot be understood
 */
export const lireReglages = ({ SITE_URL, BASE_PATH, PEU_DE_FICHIERS }: NodeJS.ProcessEnv): Reglages => ({
	site: lireSite(SITE_URL?.trim() || 'https://lignee.example'),
	base: lireBase(BASE_PATH?.trim() || '/'),
	peuDeFichiers: lireOui('PEU_DE_FICHIERS', PEU_DE_FICHIERS?.trim().toLowerCase() || 'non'),
});

function lireOui(nom: string, donne: string): boolean {
	if (/^(?:1|oui|true)$/.test(donne)) return true;
	if (/^(?:0|non|false)$/.test(donne)) return false;
	throw new ReglageRefuse(`${nom}=${donne} : écrire ${nom}=1, ou rien`);
}

function lireSite(donne: string): string {
	const refuser = (pourquoi: string): never => {
		throw new ReglageRefuse(`SITE_URL=${donne} : ${pourquoi}`);
	};
	const ecrit = donne.includes('://') ? donne : `https://${donne}`;
	if (!URL.canParse(ecrit)) return refuser('ce n’est pas une adresse ; écrire par exemple https://exemple.fr');
	const { protocol, origin, host, pathname, search, hash, username } = new URL(ecrit);
	if (!/^https?:$/.test(protocol)) return refuser(`une adresse http ou https est attendue ; écrire https://${host}`);
	if (username || search || hash)
		return refuser(`rien n’est attendu ici que le protocole et le nom du site ; écrire ${origin}`);
	const chemin = pathname.replace(/\/+$/, '');
	if (chemin) return refuser(`le chemin se donne à part ; écrire SITE_URL=${origin} BASE_PATH=${chemin}`);
	return origin;
}

function lireBase(donne: string): string {
	const refuser = (pourquoi: string): never => {
		throw new ReglageRefuse(`BASE_PATH=${donne} : ${pourquoi}`);
	};
	if (donne.includes(':')) {
		// An address, or what a Windows shell makes of a path that begins with a slash.
		const chemin = URL.canParse(donne) && donne.includes('://') ? new URL(donne).pathname : '/lignee';
		return refuser(`seul le chemin est attendu ; écrire BASE_PATH=${chemin}`);
	}
	const parts = donne.split('/').filter((part) => part && part !== '.');
	if (parts.every((part) => /^[\w~-][\w.~-]*$/.test(part))) return `/${parts.join('/')}`;
	return refuser(
		'seuls des lettres sans accent, des chiffres et les signes - _ . ~ sont attendus entre les barres ; écrire par exemple BASE_PATH=/lignee',
	);
}
