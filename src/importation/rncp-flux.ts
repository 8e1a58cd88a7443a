import { SaxesParser } from 'saxes';
import { montrable } from './caractere.ts';
import { coupureDe } from './html.ts';
import { Refus } from './refus.ts';

/** An XML element of the RNCP open data. */
export type Noeud = { nom: string; texte: string; enfants: Noeud[]; ligne: number };

/** One FICHE, parsed and as raw XML. */
export type FicheXml = { noeud: Noeud; xml: string };

export const VERSION_FLUX = '4.1';

export const enfants = (noeud: Noeud, nom: string): Noeud[] => noeud.enfants.filter((e) => e.nom === nom);
export const enfant = (noeud: Noeud, nom: string): Noeud | undefined => noeud.enfants.find((e) => e.nom === nom);
/** Elements `nom` inside the element `liste`; empty if there is no such list. */
export const elementsDe = (noeud: Noeud, liste: string, nom: string): Noeud[] => {
	const tenant = enfant(noeud, liste);
	return tenant ? enfants(tenant, nom) : [];
};
/** Trimmed text at the end of a path of element names; empty if the path does not exist. */
export const texteDe = (noeud: Noeud, ...chemin: readonly string[]): string => {
	let ici: Noeud | undefined = noeud;
	for (const nom of chemin) ici = ici && enfant(ici, nom);
	return ici?.texte.trim() ?? '';
};

export type LecteurRncp = {
	/** Parses the next piece of the file. `recevoir` is called for each FICHE that ends in it. */
	ecrire(morceau: string): void;
	/** Ends the file. Throws `Refus` if the XML is truncated. */
	finir(): void;
};

/** Maximum length of a fiche in characters. A real one has some tens of thousands; the parser holds one in memory. */
const MAXIMUM_FICHE = 4_000_000;
/** Maximum nesting. The export nests six elements, plus the markup of texts. */
const PROFONDEUR = 64;

/** French translations of the known messages of saxes. */
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
 * Streaming parser of an RNCP export: holds one FICHE at a time, since an export has hundreds of megabytes. DOCTYPE is
 * refused, because it may declare entities that expand without bound.
 * @throws Refus on malformed or active XML
 */
export const lecteurRncp = (recevoir: (fiche: FicheXml) => void): LecteurRncp => {
	const parseur = new SaxesParser({ position: false });
	/** Part of the file kept in memory, from the current FICHE or the last tag; `debut` is its offset. */
	let tampon = '';
	let debut = 0;
	let debutFiche: number | undefined;
	let fini = false;
	let version: string | undefined;
	/** Characters read since the last tag or text: the parser buffers a whole comment. */
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
		// An error raised only at the end means that the file is truncated.
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
			// Markup inside a text: `<br/>` and `<li>` split it, `<b>` only styles it.
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
			// A piece may end inside a tag: keep it from there.
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
