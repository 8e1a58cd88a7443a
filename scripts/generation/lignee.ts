import { stringify } from 'yaml';
import { majuscule } from '../../src/domaine/texte/phrase.ts';
import type { Lignee, Succession } from '../../src/schemas/lignee.ts';
import type { Alea } from './alea.ts';
import { correspondance } from './correspondance.ts';
import { type BlocEcrit, premiers, reviser } from './evolution.ts';
import { fiche } from './fiche.ts';
import { deTerme, plume } from './libelle.ts';
import type { Fonds } from './modele.ts';
import { metier, type Vocabulaire } from './vocabulaire.ts';

/** Day of the facts of every generated lineage: fixed, so that catalogues are reproducible. */
const ETAT_AU = '2026-11-21';

/** Material of the generation, and what earlier lineages have used. */
export interface Contexte {
	fonds: Fonds;
	mots: Vocabulaire;
	/** Sigles in use; each lineage adds its own. */
	sigles: Set<string>;
	/** Number of held versions generated so far. */
	rang: number;
}

/** Generates all files of a lineage of `taille` held versions, by path. */
export function lignee(taille: number, contexte: Contexte, a: Alea): Map<string, string> {
	const { fonds, mots, sigles } = contexte;
	const fichiers = new Map<string, string>();
	const sonMetier = metier(mots, a);
	const ecriture = plume(mots, sonMetier, a);
	const sujet = deTerme(a.un(a.un(sonMetier.termes)));
	const intitule = `${a.un(EMPLOIS)} ${sujet} ${a.un(mots.complements)}`;
	const sigle = nouveauSigle(intitule, sigles);
	const derniere = a.entier(2016, 2023);
	const annees = Array.from({ length: taille }, (_, i) => derniere - 5 * (taille - 1 - i));
	const versions: Lignee['versions'] = [];
	const successions: Succession[] = [];
	let anciens: BlocEcrit[] | undefined;
	for (const [i, annee] of annees.entries()) {
		const id = `${sigle.toLowerCase()}-${annee}`;
		const revision = anciens ? reviser(anciens, ecriture, a) : { blocs: premiers(ecriture, a), sansSuite: [] };
		const suivante = annees[i + 1];
		const identite = {
			id,
			sigle,
			intitule,
			rang: ++contexte.rang,
			debut: `${annee}-03-15`,
			fin: suivante ? `${suivante}-03-15` : a.chance(0.3) ? undefined : `${annee + 5}-03-15`,
		};
		for (const [chemin, texte] of fiche(identite, revision.blocs, fonds, a)) fichiers.set(chemin, texte);
		const precedente = versions.at(-1)?.id;
		if (anciens && precedente) {
			const paire = correspondance({ de: precedente, vers: id }, anciens, revision, a);
			if (paire) fichiers.set(`correspondances/${precedente}--${id}.yaml`, stringify(paire, { lineWidth: 0 }));
			successions.push(succession(precedente, id, a));
		}
		versions.push({ id });
		anciens = revision.blocs;
	}
	if (a.chance(0.25)) {
		const vers = `${sigle.toLowerCase()}-${derniere + 3}`;
		successions.push({ de: versions.at(-1)?.id as string, vers, ...REVISION });
		versions.push(connue(vers, sigle, intitule, anciens ?? []));
	}
	const data = {
		titre: majuscule(intitule),
		resume: `Les versions du titre ${sigle}, ${intitule.toLowerCase()}.`,
		etatAu: ETAT_AU,
		sources: { arrete: { intitule: `Arrêtés de spécialité du titre ${sigle}`, nature: 'officielle' } },
		versions,
		successions,
	};
	return fichiers.set(`lignees/${sigle.toLowerCase()}.yaml`, stringify(data, { lineWidth: 0 }));
}

/** A newer version without text, as most real lineages end with. */
function connue(id: string, sigle: string, intitule: string, blocs: readonly BlocEcrit[]): Lignee['versions'][number] {
	const source = 'arrete';
	return {
		id,
		sigle,
		intitule,
		nsf: [],
		rome: [],
		codes: [],
		debut: { valeur: `${id.slice(-4)}-03-15`, source },
		fin: { valeur: `${Number(id.slice(-4)) + 5}-03-15`, source },
		remarques: [],
		transversales: [],
		blocs: blocs.slice(0, 2).map(({ type, intitule: nom }) => ({ type, intitule: nom, competences: [], source })),
	};
}

const REVISION = { nature: 'officielle', source: 'arrete', motif: 'L’arrêté révise le titre.' } as const;

function succession(de: string, vers: string, a: Alea): Succession {
	if (a.chance(0.2)) return { de, vers, nature: 'editoriale', motif: 'Même emploi et mêmes codes, sans texte trouvé.' };
	return { de, vers, ...REVISION };
}

const EMPLOIS = [
	'Technicien(ne)', 'Technicien(ne) supérieur(e)', 'Agent(e)', 'Gestionnaire', 'Conseiller(ère)', 'Responsable',
	'Chargé(e)', 'Conducteur(trice)', 'Assistant(e)', 'Opérateur(trice)', 'Encadrant(e)',
]; // biome-ignore format: a list to read

/** A sigle made of the initials of the title, with a suffix if another title has it. */
function nouveauSigle(intitule: string, pris: Set<string>): string {
	const initiales = (intitule.match(/(?<![\p{L}(])\p{L}(?=\p{L}{3})/gu) ?? []).join('').slice(0, 4);
	const base = `T${initiales.normalize('NFD').replace(/\P{ASCII}/gu, '')}`.toUpperCase();
	for (let n = 0; ; n++) {
		const sigle = n ? `${base}${suffixe(n)}` : base;
		if (pris.has(sigle)) continue;
		pris.add(sigle);
		return sigle;
	}
}

/** 1 is A, 27 is AA. */
const suffixe = (n: number): string =>
	(n > 26 ? suffixe(Math.floor((n - 1) / 26)) : '') + String.fromCharCode(65 + ((n - 1) % 26));
