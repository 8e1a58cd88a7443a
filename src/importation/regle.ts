import type { CleRegle } from '../schemas/regle.ts';
import type { Element } from './element.ts';
import { finitItem } from './signe.ts';

/** Rules stated in sentences of known form. They are only proposed: an editor reads the sentence and confirms. */
export type RegleProposee = {
	regle: CleRegle;
	phrase: string;
	ans?: number;
	regime?: 'duree' | 'validite-du-titre';
	valeur?: string;
};

const NOMBRES = 'zéro un deux trois quatre cinq six sept huit neuf dix'.split(' ');
const ANS = `(${NOMBRES.slice(1).join('|')}|une|\\d{1,2})\\s+(?:ans?|années?)(?!\\p{L})`;
const nombre = (mot: string): number => {
	const plat = mot.toLowerCase().replace(/^une$/u, 'un');
	return NOMBRES.includes(plat) ? NOMBRES.indexOf(plat) : Number(plat);
};

type Forme = { regle: CleRegle; forme: RegExp; lire: (m: RegExpExecArray) => Omit<RegleProposee, 'regle' | 'phrase'> };
const ans = (m: RegExpExecArray) => ({ ans: nombre(m[1] ?? '') });
const valeur = (m: RegExpExecArray) => ({ valeur: (m[1] ?? '').trim() });
const FORMES: readonly Forme[] = [
	{
		regle: 'experienceVae',
		forme: new RegExp(`validation des acquis.*?expérience(?: professionnelle)? d(?:e |['’])${ANS}`, 'iu'),
		lire: ans,
	},
	{
		regle: 'validiteCcp',
		forme: new RegExp(`dispose (?:ensuite )?de ${ANS},? (?:à partir|à compter) .*?premier CCP`, 'iu'),
		lire: (m) => ({ regime: 'duree', ...ans(m) }),
	},
	{
		regle: 'validiteCcp',
		forme: /CCP.*(?:dans la limite de|pendant) la durée de validité du titre/iu,
		lire: () => ({ regime: 'validite-du-titre' }),
	},
	{
		regle: 'revision',
		forme: /^En cas de révision du titre,? (.*correspondances.*?)\.?$/iu,
		lire: valeur,
	},
	{
		regle: 'cloture',
		forme: new RegExp(`^En cas de clôture du titre.*?dispose d(?:e |['’])${ANS}`, 'iu'),
		lire: ans,
	},
	{
		regle: 'dossier',
		forme: /^(?:d['’])?un (dossier (?:de synthèse de pratique professionnelle|professionnel)(?: \([^)]*\))?)/iu,
		lire: valeur,
	},
	{ regle: 'evaluateursCcp', forme: /obtention de chaque CCP,.*?évalué par (.*?)\.?$/iu, lire: valeur },
	{
		regle: 'recevabilite',
		forme: /^Il reçoit,? d(?:e|u) (.*?),? une notification de recevabilité/iu,
		lire: valeur,
	},
	{ regle: 'delivrance', forme: /documents sont délivrés par (.*?)\.?$/iu, lire: valeur },
	{ regle: 'experienceCcs', forme: new RegExp(`justifie d(?:e |['’])${ANS} d['’]expérience`, 'iu'), lire: ans },
];

/** Splits a paragraph into sentences, at a stop followed by a capital. */
const phrases = (texte: string): string[] => texte.split(/(?<=[.!?…])\s+(?=\p{Lu})/u);

/** Rules found in the prose; for each rule, the first sentence that states it. */
export const proposerRegles = (elements: readonly Element[]): RegleProposee[] => {
	const toutes = elements.flatMap((e) => (e.sorte === 'paragraphe' || e.sorte === 'item' ? phrases(e.texte) : []));
	const proposees = new Map<CleRegle, RegleProposee>();
	for (const phrase of toutes)
		for (const { regle, forme, lire } of FORMES) {
			const m = proposees.has(regle) || !finitItem(phrase) ? null : forme.exec(phrase);
			if (m) proposees.set(regle, { regle, ...lire(m), phrase });
		}
	return [...proposees.values()];
};
