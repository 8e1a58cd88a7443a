import { render, type VNode } from 'preact';
import { reperer } from '../../src/domaine/comparaison/comparaison.ts';
import { comparerExplique } from '../../src/domaine/comparaison/comparer.ts';
import { citerComparaison } from '../../src/domaine/exports/citation.ts';
import { filDe } from '../../src/domaine/lignee/fil.ts';
import { rangees } from '../../src/domaine/lignee/rangees.ts';
import { parId as situees } from '../../src/domaine/referentiel.ts';
import { aDesLibelles, type Version } from '../../src/domaine/version.ts';
import type { Correspondance } from '../../src/schemas/correspondance.ts';
import type { Lexique } from '../../src/schemas/lexique.ts';
import { Citer } from '../../src/vues/citer.tsx';
import { Devenir } from '../../src/vues/entree.tsx';
import { EtatVersion } from '../../src/vues/etat.tsx';
import { FilDeCompetence } from '../../src/vues/fil.tsx';
import { Matrice } from '../../src/vues/matrice.tsx';

/** The part of the catalogue that is sent to the browser, as JSON. */
export type Donnees = { versions: Version[]; correspondances: Correspondance[]; lexique: Lexique };

/** Every view that only pages use today, with the props that pages give it, for a whole catalogue. */
export function vuesPartagees({ versions, correspondances, lexique }: Donnees): [nom: string, vue: VNode][] {
	const parId = new Map(versions.map((v) => [v.id, v]));
	const places = new Map(versions.flatMap((v) => [...situees(v)]));
	const situer = (id: string) => places.get(id);
	const comparaisons = correspondances.flatMap((correspondance) => {
		const [de, vers] = [parId.get(correspondance.de), parId.get(correspondance.vers)];
		if (!de || !vers || !aDesLibelles(de) || !aDesLibelles(vers)) return [];
		const { comparaison } = comparerExplique(de, vers, correspondance, lexique);
		return [{ de, vers, correspondance, comparaison, ...reperer(comparaison) }];
	});
	const suitesDe = (id: string) => comparaisons.filter(({ de, vers }) => de.id === id || vers.id === id);
	const rangDe = (id: string) => versions.findIndex((v) => v.id === id);
	const connues = versions.filter(aDesLibelles);
	return [
		...versions.flatMap((version): [string, VNode][] => [
			[`état de ${version.id}`, <EtatVersion version={version} versions={parId} />],
			[`état bref de ${version.id}`, <EtatVersion version={version} versions={parId} bref nommee />],
		]),
		['matrice', <Matrice versions={connues} rangees={rangees(connues, comparaisons)} />],
		...comparaisons.map(({ de, vers, comparaison, correspondance }): [string, VNode] => [
			`citation de ${de.id} et ${vers.id}`,
			<Citer objet={citerComparaison(de, vers, comparaison, correspondance, 'https://lignee.example')} guide="/guides/citer/" />,
		]),
		...comparaisons.flatMap(({ de, vers, entrees, parentes, possibles, jointes }) =>
			[...situees(de).keys(), ...situees(vers).keys()].map((competence): [string, VNode] => [
				`devenir de ${competence}, ${de.id} et ${vers.id}`,
				<Devenir
					de={de}
					vers={vers}
					entree={entrees.get(competence)}
					competence={competence}
					sens={situees(de).has(competence) ? 'suite' : 'origine'}
					situer={situer}
					parentes={parentes}
					possibles={possibles}
					jointes={jointes}
				/>,
			]),
		),
		...[...places.keys()].map((id): [string, VNode] => [
			`fil de ${id}`,
			<FilDeCompetence
				fil={filDe(id, suitesDe, rangDe, (c) => c.split('/')[0] ?? '')}
				ici={id}
				situer={situer}
				versions={parId}
			/>,
		]),
	];
}

/** Renders each view in a browser. @returns its HTML, as the browser serialises it */
export function dessiner(donnees: Donnees): [nom: string, html: string][] {
	return vuesPartagees(donnees).map(([nom, vue]) => {
		const racine = document.createElement('div');
		render(vue, racine);
		return [nom, racine.innerHTML];
	});
}
