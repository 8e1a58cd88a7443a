import type { Dossier } from '../domaine/outils/dossier.ts';
import { nomBloc, nomVersion } from '../domaine/version.ts';
import { bouton, creer } from './element.ts';

/** The competences of one version to tick, by bloc, with bulk actions. Its checkboxes are set by whoever shows it. */
export function choixCompetences(
	dossier: Dossier,
	cocher: (ids: readonly string[], pratiquees: boolean) => void,
	retirer: () => void,
): HTMLElement {
	const nom = nomVersion(dossier);
	const toutes = dossier.blocs.flatMap(({ competences }) => competences.map(({ id }) => id));
	return creer(
		'fieldset',
		{ class: 'titre-coche' },
		creer('legend', {}, creer('strong', {}, nom), ` ${dossier.usuel}`, creer('span', { 'data-nombre': true })),
		creer(
			'p',
			{ class: 'actions' },
			bouton('Tout cocher', () => cocher(toutes, true), { 'aria-label': `Tout cocher, ${nom}` }),
			bouton('Tout décocher', () => cocher(toutes, false), { 'aria-label': `Tout décocher, ${nom}` }),
			bouton('Retirer ce titre', retirer, { 'aria-label': `Retirer ce titre, ${nom}` }),
		),
		...dossier.blocs.map((bloc) => {
			const siennes = bloc.competences.map(({ id }) => id);
			return creer(
				'fieldset',
				{ class: 'bloc-coche' },
				creer('legend', {}, `${nomBloc(bloc)}, ${bloc.usuel}`, creer('span', { 'data-nombre': true })),
				bouton('Cocher ce bloc', () => cocher(siennes, true), {
					'aria-label': `Cocher ce bloc, ${nomBloc(bloc)} du ${nom}`,
				}),
				creer(
					'ul',
					{},
					...bloc.competences.map(({ id, libelle }) => {
						const boite = creer('input', { type: 'checkbox', value: id });
						boite.addEventListener('change', () => cocher([id], boite.checked));
						return creer('li', {}, creer('label', {}, boite, creer('span', {}, libelle)));
					}),
				),
			);
		}),
	);
}
