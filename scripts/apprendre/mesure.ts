import { noeuds } from '../../src/domaine/rapprochement/noeud.ts';
import { rapprocher } from '../../src/domaine/rapprochement/rapprocher.ts';
import type { Modele } from '../../src/domaine/rapprochement/regression.ts';
import type { Referentiel } from '../../src/domaine/referentiel.ts';
import type { Lexique } from '../../src/schemas/lexique.ts';
import { lien, type Paire } from './paires.ts';

/** Counts for one pair, or the sum of several. A link joins two distinct labels, whatever their copies. */
export type Mesure = typeof ZERO;

const ZERO = {
	/** Links, including best guesses: right, wrong, missed. */
	justes: 0,
	faux: 0,
	manques: 0,
	/** Wrong links that people judged to be parentés. They are ignored in `f1Fermes`. */
	fauxApparentes: 0,
	/** Labels said to have no similar label; those of them that have a link, and those that have a parenté. */
	sansProche: 0,
	sansProcheLies: 0,
	sansProcheApparentes: 0,
	/** Lone labels for which a similar label is named, and those for which it is a link or a parenté. */
	proches: 0,
	prochesVrais: 0,
	/** Links of the reference that were made, or are among the candidates. */
	trouvables: 0,
	/** Links of proposed entries: right, wrong, and wrong without even a parenté. */
	surs: 0,
	sursFaux: 0,
	sursEtrangers: 0,
	/** All labels, and those for which something is proposed. */
	libelles: 0,
	libellesProposes: 0,
	/** Links and parentés together, for pairs whose parentés were judged: right, wrong, missed. */
	prochesJustes: 0,
	prochesFaux: 0,
	prochesManques: 0,
	/** Parentés guessed: right ones, and all. */
	parentesJustes: 0,
	parentes: 0,
};

/** Id of the first copy of the label of each competence, which identifies the label in links. */
const premieresCopies = (r: Referentiel): Map<string, string> =>
	new Map(noeuds(r, new Set()).flatMap(({ ids }) => ids.map((id) => [id, ids[0] as string])));

/** Compares the alignment of one pair with the judgement of people. */
export const mesurer = (paire: Paire, lexique: Lexique, modele?: Modele): Mesure => {
	const m = { ...ZERO };
	const premiere = new Map([...premieresCopies(paire.de), ...premieresCopies(paire.vers)]);
	const nom = (id: string) => premiere.get(id) ?? id;
	const distincts = (liens: Iterable<string>) =>
		new Set([...liens].map((l) => l.split('>').map(nom) as [string, string]).map(([d, v]) => lien(d, v)));
	const [attendus, parentesLues] = [distincts(paire.liens), distincts(paire.parentes)];
	const { entrees, parentes } = rapprocher(paire.de, paire.vers, lexique, modele ? { modele } : {});
	const [faits, candidats, proposes] = [new Set<string>(), new Set<string>(), new Set<string>()];
	const [tous, montres] = [new Set<string>(), new Set<string>()];
	for (const e of entrees) {
		const liens = distincts(e.de.flatMap((d) => e.vers.map((v) => lien(d, v))));
		for (const l of liens) faits.add(l);
		for (const l of distincts(e.candidats.map((c) => lien(c.de, c.vers)))) candidats.add(l);
		for (const id of [...e.de, ...e.vers]) tous.add(nom(id));
		if (e.statut !== 'proposee') continue;
		for (const l of liens) proposes.add(l);
		for (const id of [...e.de, ...e.vers]) montres.add(nom(id));
	}
	const compter = (liens: Iterable<string>, test: (l: string) => boolean) => [...liens].filter(test).length;
	m.justes = compter(faits, (l) => attendus.has(l));
	m.faux = faits.size - m.justes;
	m.manques = attendus.size - m.justes;
	m.trouvables = compter(attendus, (l) => faits.has(l) || candidats.has(l));
	m.surs = compter(proposes, (l) => attendus.has(l));
	m.sursFaux = proposes.size - m.surs;
	m.sursEtrangers = compter(proposes, (l) => !attendus.has(l) && !parentesLues.has(l));
	m.fauxApparentes = compter(faits, (l) => parentesLues.has(l));
	const lus = (liens: ReadonlySet<string>, id: string) => [...liens].some((l) => l.split('>').includes(nom(id)));
	for (const id of tous) {
		const seule = entrees.find((e) => (e.de[0] === id && !e.vers[0]) || (e.vers[0] === id && !e.de[0]));
		if (seule?.proche === null) {
			m.sansProche += 1;
			if (lus(attendus, id)) m.sansProcheLies += 1;
			else if (lus(parentesLues, id)) m.sansProcheApparentes += 1;
		} else if (seule?.proche) {
			m.proches += 1;
			const paire = seule.de[0] ? lien(id, nom(seule.proche)) : lien(nom(seule.proche), id);
			if (attendus.has(paire) || parentesLues.has(paire)) m.prochesVrais += 1;
		}
	}
	m.libelles = tous.size;
	m.libellesProposes = montres.size;
	if (!paire.parentesLues) return m;
	const devinees = distincts(parentes.map((p) => lien(p.de, p.vers)));
	const [proches, attendues] = [new Set([...faits, ...devinees]), new Set([...attendus, ...parentesLues])];
	m.prochesJustes = compter(proches, (l) => attendues.has(l));
	m.prochesFaux = proches.size - m.prochesJustes;
	m.prochesManques = attendues.size - m.prochesJustes;
	m.parentesJustes = compter(devinees, (l) => parentesLues.has(l));
	m.parentes = devinees.size;
	return m;
};

export const additionner = (mesures: readonly Mesure[]): Mesure => {
	const total = { ...ZERO };
	for (const m of mesures) for (const cle of Object.keys(ZERO) as (keyof Mesure)[]) total[cle] += m[cle];
	return total;
};

const f1 = (justes: number, faux: number, manques: number): number => (2 * justes) / (2 * justes + faux + manques || 1);

/** Rates quoted in the documentation. */
export const taux = (m: Mesure) => ({
	precision: m.justes / (m.justes + m.faux || 1),
	rappel: m.justes / (m.justes + m.manques || 1),
	f1: f1(m.justes, m.faux, m.manques),
	f1Fermes: f1(m.justes, m.faux - m.fauxApparentes, m.manques),
	f1Proches: f1(m.prochesJustes, m.prochesFaux, m.prochesManques),
	candidats: m.trouvables / (m.justes + m.manques || 1),
	sursJustes: m.surs / (m.surs + m.sursFaux || 1),
	partProposee: m.libellesProposes / (m.libelles || 1),
});
