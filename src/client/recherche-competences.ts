import { lien } from '../adresse.ts';
import { compte } from '../domaine/vocabulaire.ts';
import { bouton, creer, exiger } from './element.ts';
import { chercherCompetences, type Trouvee } from './index-competences.ts';

const ATTENTE = 200;

/**
 * Wires the field that finds competences by their words, and the boxes to tick them.
 * @returns what puts the boxes in accord with the state
 */
export function brancherRechercheCompetences(
	racine: HTMLElement,
	estCochee: (id: string) => boolean,
	cocher: (ids: readonly string[], pratiquees: boolean) => void,
): () => void {
	const champ = exiger<HTMLInputElement>(racine, 'input[type=search]');
	const liste = exiger(racine, '[data-trouvees]');
	const annonce = exiger(racine, '[role=status]');
	let tour = 0;
	let attente: ReturnType<typeof setTimeout> | undefined;

	const accorder = () => {
		for (const boite of liste.querySelectorAll<HTMLInputElement>('input')) boite.checked = estCochee(boite.value);
	};
	const chercher = async () => {
		const mien = ++tour;
		if (!champ.value.trim()) {
			liste.replaceChildren();
			annonce.textContent = '';
			return;
		}
		annonce.textContent = 'Recherche en cours…';
		try {
			const { trouvees, total } = await chercherCompetences(champ.value);
			if (mien !== tour) return;
			annonce.textContent = !total
				? 'Aucune compétence ne répond à cette recherche.'
				: total > trouvees.length
					? `${compte(total, 'compétence')} ; les ${trouvees.length} premières sont montrées.`
					: `${compte(total, 'compétence')}.`;
			liste.replaceChildren(...(trouvees.length ? [resultats(trouvees, cocher)] : []));
			accorder();
		} catch {
			if (mien !== tour) return;
			liste.replaceChildren();
			annonce.replaceChildren(
				'La recherche n’a pas pu se charger. Choisissez un titre ci-dessus, ou voyez ',
				creer('a', { href: lien('/competences/') }, 'toutes les compétences'),
				'.',
			);
		}
	};
	champ.addEventListener('input', () => {
		clearTimeout(attente);
		attente = setTimeout(() => void chercher(), ATTENTE);
	});
	return accorder;
}

function resultats(
	trouvees: readonly Trouvee[],
	cocher: (ids: readonly string[], pratiquees: boolean) => void,
): HTMLElement {
	return creer(
		'fieldset',
		{ class: 'bloc-coche' },
		creer('legend', {}, 'Compétences trouvées'),
		bouton('Cocher toutes celles-ci', () =>
			cocher(
				trouvees.map(({ id }) => id),
				true,
			),
		),
		creer(
			'ul',
			{},
			...trouvees.map(({ id, libelle, situation }) => {
				const boite = creer('input', { type: 'checkbox', value: id });
				boite.addEventListener('change', () => cocher([id], boite.checked));
				return creer(
					'li',
					{},
					creer(
						'label',
						{},
						boite,
						creer('span', {}, libelle, ' ', creer('span', { class: 'petit' }, `(${situation})`)),
					),
				);
			}),
		),
	);
}
