import { SaxesParser } from 'saxes';
import { Refus } from './refus.ts';

/** An element of the open data of the RNCP: its children, or its text. */
export type Noeud = { nom: string; texte: string; enfants: Noeud[]; ligne: number };

/** One FICHE, and its XML as it stands in the export. */
export type FicheXml = { noeud: Noeud; xml: string };

export const VERSION_FLUX = '4.1';

export const enfants = (noeud: Noeud, nom: string): Noeud[] => noeud.enfants.filter((e) => e.nom === nom);
export const enfant = (noeud: Noeud, nom: string): Noeud | undefined => noeud.enfants.find((e) => e.nom === nom);
/** The elements `nom` of the list `liste`; none where the list is missing. */
export const elementsDe = (noeud: Noeud, liste: string, nom: string): Noeud[] => {
	const tenant = enfant(noeud, liste);
	return tenant ? enfants(tenant, nom) : [];
};
/** Text at the end of a path of names, white space trimmed; empty where a step is missing. */
export const texteDe = (noeud: Noeud, ...chemin: readonly string[]): string => {
	let ici: Noeud | undefined = noeud;
	for (const nom of chemin) ici = ici && enfant(ici, nom);
	return ici?.texte.trim() ?? '';
};

export type LecteurRncp = {
	/** Next piece of the file; `recevoir` is called for each FICHE that ends in it. */
	ecrire(morceau: string): void;
	/** End of the file. Throws `Refus` where the XML is cut short. */
	finir(): void;
};

/**
 * Reads an export of the RNCP piece by piece: one FICHE is held at a time, so that the whole of it, hundreds of
 * megabytes, passes in the memory of its longest fiche. A DOCTYPE is refused: it is where entities that expand
 * without bound are declared, and the export has none.
 */
export const lecteurRncp = (recevoir: (fiche: FicheXml) => void): LecteurRncp => {
	const parseur = new SaxesParser({ position: false });
	/** What is read since the last FICHE that ended, its own text among it. */
	let tampon = '';
	let dansFiche = false;
	let fini = false;
	let version: string | undefined;
	const pile: Noeud[] = [];
	const chemin: string[] = [];

	const refuser = (motif: string): never => {
		throw new Refus(`XML refusé, ligne ${parseur.line} : ${motif}`);
	};
	parseur.on('xmldecl', ({ encoding }) => {
		if (encoding !== undefined && !/^utf-?8$/iu.test(encoding)) refuser(`encodage ${encoding} : seul l’UTF-8 est lu`);
	});
	parseur.on('doctype', () => refuser('il a un DOCTYPE, que les données ouvertes du RNCP n’ont jamais'));
	parseur.on('error', (erreur) => {
		// What is wrong at the end alone is what is missing there.
		if (fini) refuser('fichier coupé avant la fin');
		if (/entity/iu.test(erreur.message)) refuser('entité inconnue');
		refuser(`XML mal formé (${erreur.message})`);
	});
	parseur.on('opentag', ({ name }) => {
		if (chemin.length === 0 && name !== 'FICHES') refuser(`la racine est <${name}>, et non <FICHES>`);
		chemin.push(name);
		const parent = pile.at(-1);
		if (!parent && name === 'FICHE' && chemin.length === 2) {
			if (version !== VERSION_FLUX)
				refuser(`version de flux ${version ? `« ${version} »` : 'absente'} : seule la ${VERSION_FLUX} est lue`);
			dansFiche = true;
			pile.push({ nom: name, texte: '', enfants: [], ligne: parseur.line });
		} else if (parent) {
			const noeud: Noeud = { nom: name, texte: '', enfants: [], ligne: parseur.line };
			parent.enfants.push(noeud);
			pile.push(noeud);
		}
	});
	const texte = (morceau: string) => {
		const ici = pile.at(-1);
		if (ici) ici.texte += morceau;
		else if (chemin.at(-1) === 'VERSION_FLUX') version = (version ?? '') + morceau.trim();
	};
	parseur.on('text', texte);
	parseur.on('cdata', texte);
	parseur.on('closetag', ({ isSelfClosing }) => {
		chemin.pop();
		const noeud = pile.pop();
		if (!noeud || pile.length > 0) return;
		dansFiche = false;
		// The parser's own position is that of its normalised text: the extract is cut out of what was given.
		const debut = tampon.search(/<FICHE[\s/>]/u);
		const fin = (isSelfClosing ? /<FICHE(?:\s[^>]*)?\/>/u : /<\/FICHE\s*>/u).exec(tampon);
		const apres = fin ? fin.index + fin[0].length : tampon.length;
		const xml = tampon.slice(debut, apres);
		tampon = tampon.slice(apres);
		recevoir({ noeud, xml });
	});

	return {
		ecrire(morceau) {
			// A tag may be cut by the end of a piece: what is read of the last one is kept.
			const ouvert = dansFiche ? 0 : tampon.lastIndexOf('<');
			tampon = (ouvert < 0 ? '' : tampon.slice(ouvert)) + morceau;
			parseur.write(morceau);
		},
		finir() {
			fini = true;
			parseur.close();
			if (version === undefined) throw new Refus('XML refusé : ni <FICHES>, ni VERSION_FLUX');
		},
	};
};
