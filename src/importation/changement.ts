import { enLettres, veille } from '../domaine/date.ts';
import { cles } from '../domaine/fait.ts';
import type { CleSource } from '../schemas/fait.ts';
import type { SorteChangement } from '../schemas/importation.ts';
import type { Lignee } from '../schemas/lignee.ts';
import type { VersionConnue } from '../schemas/version.ts';
import { replier } from './signe.ts';
import type { FaitsLus } from './version.ts';

/** A change found in a newer version of a fiche, as a French sentence. */
export type Changement = { sorte: SorteChangement; objet: string };

/** Cuts a text: the schema of the run log allows 1,000 characters. */
export const abreger = (texte: string, longueur = 900): string =>
	texte.length > longueur ? `${texte.slice(0, longueur - 1).trimEnd()}…` : texte;

type Etat = { faits: FaitsLus; corps: string };

const active = (corps: string): string => /^- Fiche active : (.*)$/mu.exec(corps)?.[1]?.trim() ?? '';
const liste = (valeurs: readonly { valeur: string }[] | undefined): string =>
	(valeurs ?? []).map((v) => v.valeur).join(', ');

/** A date in words; a month or a year alone is not changed. */
const jour = (date: string | undefined): string | undefined =>
	date !== undefined && /^\d{4}-\d{2}-\d{2}$/u.test(date) ? enLettres(date) : date;
/** The last day in force, from the first day out of force. */
const dernierJour = (fin: string | undefined): string | undefined =>
	fin !== undefined && /^\d{4}-\d{2}-\d{2}$/u.test(fin) ? enLettres(veille(fin)) : fin;

/** A changed value in words; `rien` says that a fiche gives none. */
const desormais = (nom: string, avant: string | undefined, apres: string | undefined, rien = 'non dit'): string[] =>
	avant === apres ? [] : [`${nom} ${avant || rien}, désormais ${apres || rien}`];

/** Changes between the version in the catalogue and the newer fiche. */
export const changementsDe = (avant: Etat, apres: Etat): Changement[] => {
	const changements: Changement[] = [];
	const [a, b] = [avant.faits, apres.faits];
	const blocs = blocsChanges(a.blocs, b.blocs);
	if (blocs.length > 0)
		changements.push({ sorte: 'blocs-reformules', objet: abreger(`Blocs reformulés : ${blocs.join(' ; ')}.`) });
	const [finAvant, finApres] = [a.fin?.valeur, b.fin?.valeur];
	const close = active(avant.corps) !== active(apres.corps) && /^(?:inactive|non)/iu.test(active(apres.corps));
	// If the end is only the day on which the fiche was found inactive, the change `terminee` already says it.
	const memeFin = finAvant === finApres || (close && b.fin?.auPlusTard);
	const enregistree = b.fin?.auPlusTard ? finAvant : finApres;
	if (close)
		changements.push({
			sorte: 'terminee',
			objet: `La fiche n’est plus active${enregistree ? `, enregistrée jusqu’au ${dernierJour(enregistree)}` : ''}.`,
		});
	const faits = [
		...(replier(a.intitule ?? '') === replier(b.intitule ?? '')
			? []
			: [`intitulé « ${a.intitule} », désormais « ${b.intitule} »`]),
		...desormais('début', jour(a.debut?.valeur), jour(b.debut?.valeur)),
		...(memeFin ? [] : desormais('dernier jour', dernierJour(finAvant), dernierJour(finApres))),
		...desormais('niveau', a.niveau?.valeur, b.niveau?.valeur),
		...desormais('NSF', liste(a.nsf), liste(b.nsf), 'aucun'),
		...desormais('ROME', liste(a.rome), liste(b.rome), 'aucun'),
	];
	if (faits.length > 0) changements.push({ sorte: 'revisee', objet: abreger(`Faits révisés : ${faits.join(' ; ')}.`) });
	if (changements.length === 0 && avant.corps.trim() !== apres.corps.trim())
		changements.push({
			sorte: 'revisee',
			objet: 'Le texte de la fiche a changé ; ses blocs et ses compétences sont les mêmes.',
		});
	return changements;
};

const blocsChanges = (avant: FaitsLus['blocs'], apres: FaitsLus['blocs']): string[] =>
	Array.from({ length: Math.max(avant.length, apres.length) }, (_, i) => blocChange(avant[i], apres[i])).flat();

/** Changes of one bloc. Which of its competences correspond is for an editor to decide. */
const blocChange = (a: FaitsLus['blocs'][number] | undefined, b: FaitsLus['blocs'][number] | undefined): string[] => {
	if (!a) return b ? [`« ${b.intitule} » est ajouté`] : [];
	if (!b) return [`« ${a.intitule} » est retiré`];
	const citer = (mot: string, libelles: readonly string[]) =>
		libelles.length > 0 ? [`${mot} : ${libelles.map((c) => `« ${c} »`).join(', ')}`] : [];
	const dits = [
		...citer(
			'retiré',
			a.competences.filter((c) => !b.competences.includes(c)),
		),
		...citer(
			'ajouté',
			b.competences.filter((c) => !a.competences.includes(c)),
		),
	];
	const ordre = a.competences.join('\n') === b.competences.join('\n') ? [] : ['les compétences changent d’ordre'];
	return [
		...(a.intitule === b.intitule ? [] : [`l’intitulé « ${a.intitule} » laisse place à « ${b.intitule} »`]),
		...(dits.length > 0 ? [dits.join(' ; ')] : ordre).map((dit) => `dans « ${b.intitule} », ${dit}`),
	];
};

/** Differences between a fiche and a version held with a richer text. They are listed, never written. */
export const ecartsAvec = (tenue: FaitsLus, lue: FaitsLus): string[] => {
	const dits: string[] = [];
	const comparer = (nom: string, ici: string | undefined, la: string | undefined) => {
		if (la !== undefined && ici !== la) dits.push(`${nom} : ${ici ?? 'rien'} au catalogue, ${la} au RNCP`);
	};
	if (replier(tenue.intitule ?? '') !== replier(lue.intitule ?? ''))
		comparer('intitulé', `« ${tenue.intitule} »`, `« ${lue.intitule} »`);
	comparer('premier jour', jour(tenue.debut?.valeur), jour(lue.debut?.valeur));
	// An end « au plus tard » does not contradict an earlier one.
	if (!(lue.fin?.auPlusTard && tenue.fin && tenue.fin.valeur <= lue.fin.valeur))
		comparer('dernier jour', dernierJour(tenue.fin?.valeur), dernierJour(lue.fin?.valeur));
	const blocs = (faits: FaitsLus) => faits.blocs.map((b) => replier(b.intitule)).join(' | ');
	if (blocs(tenue) !== blocs(lue)) dits.push('les blocs n’ont pas les mêmes intitulés, ou pas le même ordre');
	else if (lue.blocs.some((b) => b.code) && !tenue.blocs.some((b) => b.code))
		dits.push(
			`codes des blocs à y ajouter : ${lue.blocs
				.map((b) => b.code?.valeur)
				.filter(Boolean)
				.join(', ')}`,
		);
	return dits;
};

const ecrit = (valeur: unknown): string => {
	if (valeur === undefined) return 'rien';
	if (Array.isArray(valeur)) return valeur.map(ecrit).join(', ') || 'rien';
	const { valeur: nue } = valeur as { valeur?: unknown };
	return String(nue ?? JSON.stringify(valeur));
};

const CHAMPS = {
	intitule: 'intitulé',
	debut: 'premier jour',
	fin: 'dernier jour',
	niveau: 'niveau',
	nsf: 'NSF',
	rome: 'ROME',
} as const;
const enFrancais = (champ: keyof typeof CHAMPS, valeur: unknown): string => {
	const texte = ecrit(valeur);
	return (champ === 'debut' ? jour(texte) : champ === 'fin' ? dernierJour(texte) : texte) ?? texte;
};

/**
 * Merges a newer fiche into a version made from an older one. A fact changed by hand since (compared with `base`) is
 * kept; if the fiche changed it too, that is a conflict.
 * @param base what the older fiche gives
 * @param tenue what the catalogue has
 * @param neuve what the newer fiche gives, with additions by hand already restored
 */
export const garderLaMain = (
	base: FaitsLus,
	tenue: FaitsLus,
	neuve: FaitsLus,
): { faits: FaitsLus; conflits: string[] } => {
	const conflits: string[] = [];
	const faits: FaitsLus = { ...neuve };
	const memes = (a: unknown, b: unknown) => ecrit(a) === ecrit(b);
	for (const champ of Object.keys(CHAMPS) as (keyof typeof CHAMPS)[]) {
		const [avant, ici, la] = [base[champ], tenue[champ], neuve[champ]];
		if (memes(avant, ici)) continue;
		Object.assign(faits, { [champ]: ici });
		if (!memes(avant, la) && !memes(ici, la))
			conflits.push(
				`${CHAMPS[champ]} changé à la main : ${enFrancais(champ, ici)} au catalogue, qui reste, ${enFrancais(champ, la)} au RNCP`,
			);
	}
	const libelles = ({ blocs }: FaitsLus) => blocs.map((b) => [b.intitule, ...b.competences].join('\n')).join('\n\n');
	if (libelles(base) !== libelles(tenue)) {
		faits.blocs = tenue.blocs;
		if (libelles(neuve) !== libelles(base) && libelles(neuve) !== libelles(tenue))
			conflits.push(
				'des libellés de blocs ou de compétences ont changé à la main, et d’autre façon au RNCP : ceux du catalogue restent',
			);
	}
	return { faits, conflits };
};

/** Moves the facts of a known version to the file made from its fiche. Those written by hand are kept. */
export const reprendreConnue = (
	connue: VersionConnue,
	sources: Lignee['sources'],
	lus: FaitsLus,
): { faits: FaitsLus; conflits: string[] } => {
	const conflits: string[] = [];
	const cle = (nom: string): string => (nom in lus.sources ? `${nom}-lignee` : nom);
	const citees = new Set<string>();
	/** Copies a value with the source keys of the new file. */
	const renommer = <T>(valeur: T): T => {
		if (Array.isArray(valeur)) return valeur.map(renommer) as T;
		if (valeur === null || typeof valeur !== 'object') return valeur;
		return Object.fromEntries(
			Object.entries(valeur).map(([champ, v]) => {
				if (champ !== 'source') return [champ, renommer(v)];
				const noms = cles(v as CleSource);
				for (const nom of noms) citees.add(nom);
				return [champ, Array.isArray(v) ? noms.map(cle) : cle(noms[0] ?? '')];
			}),
		) as T;
	};
	const faits: FaitsLus = { ...lus };
	for (const champ of ['debut', 'fin', 'niveau'] as const) {
		const [ici, la] = [connue[champ], lus[champ]];
		if (!ici) continue;
		Object.assign(faits, { [champ]: renommer(ici) });
		if (la && la.valeur !== ici.valeur)
			conflits.push(`${CHAMPS[champ]} : ${enFrancais(champ, ici)} au catalogue, ${enFrancais(champ, la)} au RNCP`);
	}
	if (connue.usuel && replier(connue.usuel) === replier(lus.intitule ?? '')) faits.usuel = connue.usuel;
	if (replier(connue.intitule) !== replier(lus.intitule ?? ''))
		conflits.push(`intitulé : « ${connue.intitule} » au catalogue, « ${lus.intitule} » au RNCP`);
	for (const champ of ['nsf', 'rome', 'codes', 'remarques', 'transversales'] as const) {
		const nom = (v: { valeur?: string; libelle?: string | undefined }) => v.valeur ?? v.libelle;
		const lues = lus[champ] ?? [];
		const gardees = connue[champ].filter((v) => !lues.some((l) => nom(l) === nom(v))).map((v) => renommer(v));
		if (lues.length + gardees.length > 0) Object.assign(faits, { [champ]: [...lues, ...gardees] });
	}
	for (const champ of ['epreuves', 'evolution', 'fiches', 'changements'] as const)
		if (connue[champ] && !lus[champ]) Object.assign(faits, { [champ]: renommer(connue[champ]) });
	const intitules = (blocs: readonly { intitule: string }[]) => blocs.map((b) => replier(b.intitule)).join(' | ');
	if (connue.blocs.length > 0 && intitules(connue.blocs) !== intitules(lus.blocs))
		conflits.push(
			'les blocs n’ont pas au RNCP les intitulés du catalogue, ou pas le même ordre : ceux du RNCP sont gardés',
		);
	for (const [nom, source] of Object.entries(sources))
		if (citees.has(nom)) faits.sources = { ...faits.sources, [cle(nom)]: source };
	return { faits, conflits };
};
