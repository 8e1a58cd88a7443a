import type { TypeBloc } from '../../schemas/bloc.ts';
import type { Ligne } from './ligne.ts';
import {
	commenceEnCapitale,
	commenceEnMinuscule,
	commenceParInfinitif,
	enCapitales,
	finitItem,
	finitPhrase,
	joindre,
	parentheseOuverte,
	resteEnSuspens,
} from './signe.ts';

export type CompetenceLue = { libelle: string; lignes: number[] };
export type BlocLu = { type: TypeBloc; intitule: string; competences: CompetenceLue[]; lignes: number[] };
export type Doute = { ligne: number; texte: string; motif: string };

/** The lines of one bloc: `titre` is the first line of its title, without « CCP – » and the like. */
export type LignesDeBloc = { type: TypeBloc; titre: string; ligne: Ligne; suite: Ligne[] };

/** How the items of a document are told apart, seen over all its blocs. */
export type Usage = { puces: boolean; retrait: boolean; stops: boolean };

/** What the blocs of one document do: a convention kept by most lines tells what the odd line is. */
export const usageDesItems = (lignes: readonly Ligne[]): Usage => {
	const part = (garde: (l: Ligne) => boolean) => lignes.filter(garde).length / Math.max(1, lignes.length);
	const capitales = lignes.filter((l) => commenceEnCapitale(l.texte) && !enCapitales(l.texte));
	const retraites = capitales.filter((l) => l.retrait > 0).length;
	const aplat = lignes.filter((l) => l.retrait === 0);
	return {
		puces: part((l) => l.puce !== null) >= 0.3,
		// Items led by white space, what goes on to the next line flush: seen where a PDF lost its bullets.
		retrait: retraites >= 2 && retraites >= 0.6 * capitales.length && aplat.some((l) => !commenceEnCapitale(l.texte)),
		stops: capitales.filter((l) => finitPhrase(l.texte)).length >= 0.6 * Math.max(1, capitales.length),
	};
};

/** Does this line start a new item, after the text `avant` of the item in hand? `doute` says why it is not sure. */
const commenceUnItem = (ligne: Ligne, avant: string, usage: Usage): { oui: boolean; doute?: string } => {
	if (ligne.puce !== null) return { oui: true };
	if (!commenceEnCapitale(ligne.texte)) return { oui: false };
	if (resteEnSuspens(avant) || parentheseOuverte(avant)) return { oui: false };
	const infinitif = commenceParInfinitif(ligne.texte);
	if (finitItem(avant)) return { oui: true };
	if (usage.puces) return infinitif ? { oui: true, doute: 'ligne sans puce lue comme une compétence' } : { oui: false };
	if (usage.retrait) {
		if (ligne.retrait > 0) return { oui: true };
		return infinitif && !usage.stops
			? { oui: true, doute: 'ligne sans retrait lue comme une compétence' }
			: { oui: false };
	}
	if (usage.stops)
		return infinitif && ligne.blancs > 0 ? { oui: true, doute: 'la ligne d’avant n’a pas de point' } : { oui: false };
	if (infinitif) return { oui: true };
	return { oui: ligne.blancs > 0, doute: 'ligne qui ne commence pas par un infinitif' };
};

/** Does this line go on with the title of the bloc? */
const continueLeTitre = (ligne: Ligne, titre: string): boolean => {
	if (ligne.puce !== null) return false;
	if (titre === '') return true;
	if (finitPhrase(titre)) return false;
	if (commenceEnMinuscule(ligne.texte)) return true;
	if (enCapitales(titre)) return enCapitales(ligne.texte);
	return resteEnSuspens(titre) || parentheseOuverte(titre);
};

/** Reads the title and the competences of each bloc. */
export const lireBlocs = (groupes: readonly LignesDeBloc[]): { blocs: BlocLu[]; doutes: Doute[] } => {
	const usage = usageDesItems(groupes.flatMap((g) => g.suite));
	const doutes: Doute[] = [];
	const blocs = groupes.map((groupe): BlocLu => {
		const bloc: BlocLu = { type: groupe.type, intitule: groupe.titre, competences: [], lignes: [groupe.ligne.numero] };
		let courante: CompetenceLue | undefined;
		// Items after « … : » belong to the label that ends so, until one ends with a stop.
		let liste = false;
		for (const ligne of groupe.suite) {
			if (!courante && continueLeTitre(ligne, bloc.intitule)) {
				bloc.intitule = joindre(bloc.intitule, ligne.texte);
				bloc.lignes.push(ligne.numero);
				continue;
			}
			const debut: { oui: boolean; doute?: string } = courante
				? commenceUnItem(ligne, courante.libelle, usage)
				: { oui: true };
			if (debut.doute) doutes.push({ ligne: ligne.numero, texte: ligne.texte, motif: debut.doute });
			if (courante && (liste || !debut.oui)) {
				courante.libelle = joindre(courante.libelle, ligne.texte);
				courante.lignes.push(ligne.numero);
			} else {
				courante = { libelle: ligne.texte, lignes: [ligne.numero] };
				bloc.competences.push(courante);
			}
			liste = /:$/u.test(courante.libelle) || (liste && !finitPhrase(courante.libelle));
		}
		return bloc;
	});
	return { blocs, doutes };
};
