import { SaxesParser } from 'saxes';
import { montrable } from './caractere.ts';
import { coupureDe } from './html.ts';
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

/** A fiche has some tens of thousands of signs; the parser holds one whole. */
const MAXIMUM_FICHE = 4_000_000;
/** The export nests six elements; a text of its own markup, some more. */
const PROFONDEUR = 64;

/** The known messages of saxes in French; any other is given in its own words. */
const ERREURS: readonly [RegExp, string][] = [
	[/^unexpected close tag|unmatched closing tag/iu, 'une balise se ferme sans avoir été ouverte'],
	[/entity/iu, 'entité inconnue'],
	[/disallowed character in/iu, 'une balise est mal écrite'],
	[/disallowed character/iu, 'caractère que le XML interdit, un caractère de commande par exemple'],
	[/"\]\]>"/u, '« ]]> » dans un texte'],
	[/text data outside of root/iu, 'du texte hors de la racine'],
	[/only one root/iu, 'deux racines'],
	[/attribut|quoted|whitespace/iu, 'un attribut est mal écrit'],
	[/comment/iu, 'un commentaire est mal écrit'],
	[/XML declaration|version number|encoding value/iu, 'la déclaration <?xml …?> est mal écrite'],
];
const enFrancais = (message: string): string =>
	ERREURS.find(([forme]) => forme.test(message))?.[1] ?? 'les balises ne se répondent pas';

/**
 * Reads an export of the RNCP piece by piece: one FICHE is held at a time, so that the whole of it, hundreds of
 * megabytes, passes in the memory of its longest fiche. A DOCTYPE is refused: it is where entities that expand
 * without bound are declared, and the export has none.
 */
export const lecteurRncp = (recevoir: (fiche: FicheXml) => void): LecteurRncp => {
	const parseur = new SaxesParser({ position: false });
	/** The part of the file kept in memory: from the FICHE being read, or from the last tag; `debut` is its offset. */
	let tampon = '';
	let debut = 0;
	let debutFiche: number | undefined;
	let fini = false;
	let version: string | undefined;
	/** Signs that were read since a tag or a text ended: a comment is held whole by the parser. */
	let attente = 0;
	const pile: Noeud[] = [];
	const chemin: string[] = [];

	const refuser = (motif: string): never => {
		throw new Refus(`XML refusé, ligne ${parseur.line} : ${motif}`);
	};
	parseur.on('xmldecl', ({ encoding }) => {
		if (encoding !== undefined && !/^utf-?8$/iu.test(encoding))
			refuser(`encodage ${encoding} : seul l’UTF-8 est lu ; le réenregistrer en UTF-8`);
	});
	parseur.on('doctype', () => refuser('il a un DOCTYPE, que les données ouvertes du RNCP n’ont jamais'));
	parseur.on('processinginstruction', () =>
		refuser('une instruction de traitement, qu’un navigateur exécuterait ; les données ouvertes du RNCP n’en ont pas'),
	);
	parseur.on('error', (erreur) => {
		// An error that only the end shows means that the end is missing.
		if (fini) refuser('fichier coupé avant la fin');
		refuser(`XML mal formé (${enFrancais(erreur.message.replace(/^.*?\d+:\d+: /u, ''))})`);
	});
	parseur.on('opentag', ({ name, attributes }) => {
		attente = 0;
		if (Object.keys(attributes).some((attribut) => /^xmlns(?::|$)/u.test(attribut)))
			refuser(
				'un espace de noms, où un navigateur exécuterait des scripts ; les données ouvertes du RNCP n’en ont pas',
			);
		if (chemin.length === 0 && name !== 'FICHES')
			refuser(`la racine est <${montrable(name.slice(0, 60))}>, et non <FICHES>`);
		if (chemin.length >= PROFONDEUR) refuser(`plus de ${PROFONDEUR} éléments emboîtés`);
		chemin.push(name);
		const parent = pile.at(-1);
		if (!parent && name === 'FICHE' && chemin.length === 2) {
			if (version !== VERSION_FLUX)
				refuser(
					`version de flux ${version ? `« ${montrable(version.slice(0, 20))} »` : 'absente'} : seule la ${VERSION_FLUX} est lue`,
				);
			debutFiche = tampon.lastIndexOf('<', parseur.position - debut - 1) + debut;
			pile.push({ nom: name, texte: '', enfants: [], ligne: parseur.line });
		} else if (parent) {
			// Markup of its own inside a text: `<br/>`, `<li>` cut it, `<b>` only dresses it.
			const coupure = coupureDe(name);
			if (coupure !== undefined) {
				parent.texte += coupure;
				pile.push(parent);
				return;
			}
			const noeud: Noeud = { nom: name, texte: '', enfants: [], ligne: parseur.line };
			parent.enfants.push(noeud);
			pile.push(noeud);
		}
	});
	const texte = (morceau: string) => {
		attente = 0;
		const ici = pile.at(-1);
		if (ici) ici.texte += morceau;
		else if (chemin.at(-1) === 'VERSION_FLUX') version = (version ?? '') + morceau.trim();
	};
	parseur.on('text', texte);
	parseur.on('cdata', texte);
	parseur.on('closetag', ({ name }) => {
		attente = 0;
		chemin.pop();
		const noeud = pile.pop();
		if (noeud && pile.length > 0 && coupureDe(name)) noeud.texte += '    ';
		if (!noeud || pile.length > 0 || debutFiche === undefined) return;
		const fin = parseur.position - debut;
		const xml = tampon.slice(debutFiche - debut, fin);
		debutFiche = undefined;
		tampon = tampon.slice(fin);
		debut += fin;
		recevoir({ noeud, xml });
	});

	return {
		ecrire(morceau) {
			// A tag may be cut by the end of a piece: what is read of the last one is kept.
			const garde = debutFiche === undefined ? tampon.lastIndexOf('<') : debutFiche - debut;
			const passe = garde < 0 ? tampon.length : garde;
			tampon = tampon.slice(passe) + morceau;
			debut += passe;
			attente += morceau.length;
			if (Math.max(tampon.length, attente) > MAXIMUM_FICHE + morceau.length)
				refuser(`une fiche, une balise ou un commentaire de plus de ${MAXIMUM_FICHE / 1_000_000} millions de signes`);
			parseur.write(morceau);
		},
		finir() {
			fini = true;
			parseur.close();
			if (version === undefined) throw new Refus('XML refusé : ni <FICHES>, ni VERSION_FLUX');
		},
	};
};
