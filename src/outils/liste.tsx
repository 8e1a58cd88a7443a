import { render } from 'preact';
import { lien } from '../adresse.ts';
import { enCsv } from '../domaine/exports/format.ts';
import { lireListe, rangeesEnTableau, registre, repondre } from '../domaine/liste.ts';
import { dateExiste, jourDe } from '../domaine/parcours/calendrier.ts';
import { compte } from '../domaine/vocabulaire.ts';
import { Panne } from '../vues/avis.tsx';
import { ReponsesListe } from '../vues/liste.tsx';
import { lireCodes, lireRepertoire } from './donnees.ts';
import { exiger, telecharger } from './navigateur.ts';
import { enRangees } from './rangees.ts';

/** Longer lists are pasted by mistake, and nobody would read the answer: the rest is ignored, and the page says so. */
const LIGNES_MAXIMUM = 2000;

/**
 * Wires the box of `/titres/` where one pastes a list of codes or titles. Nothing of it leaves the browser.
 * @returns a function that answers the list in the box
 */
export function brancherListe(document: Document): () => Promise<void> {
	const racine = exiger(document, '[data-liste]');
	const resultat = exiger(racine, '[data-resultat]');
	const annonce = exiger(racine, '[data-etat]');
	const jour = exiger<HTMLInputElement>(racine, '[name=au]');
	jour.value ||= jourDe(new Date());

	const repondreALaListe = async () => {
		const toutes = lireListe(enRangees(exiger<HTMLTextAreaElement>(racine, 'textarea').value));
		const lignes = toutes.slice(0, LIGNES_MAXIMUM);
		const au = dateExiste(jour.value) ? jour.value : jourDe(new Date());
		if (!lignes.length) {
			render(null, resultat);
			annonce.textContent = 'Collez au moins un code ou un titre.';
			return;
		}
		try {
			const [{ codes }, { versions }] = await Promise.all([lireCodes(), lireRepertoire()]);
			const rangees = repondre(lignes, registre(codes, versions), au);
			const inconnues = rangees.filter(({ trouvee }) => !trouvee).length;
			const csv = () =>
				telecharger(
					`titres-au-${au}.csv`,
					'text/csv',
					enCsv(rangeesEnTableau(rangees, location.origin + lien('/').replace(/\/$/, ''))),
				);
			render(
				<>
					<ReponsesListe rangees={rangees} />
					<p class="actions">
						<button type="button" onClick={csv}>
							Télécharger en CSV
						</button>
					</p>
				</>,
				resultat,
			);
			annonce.textContent = [
				`${compte(lignes.length, 'ligne lue', 'lignes lues')}`,
				inconnues ? `${compte(inconnues, 'ligne inconnue', 'lignes inconnues')} du catalogue` : '',
				toutes.length > LIGNES_MAXIMUM ? `${toutes.length - LIGNES_MAXIMUM} de trop, laissées de côté` : '',
			]
				.filter(Boolean)
				.join(', ')
				.concat('.');
		} catch {
			annonce.textContent = '';
			render(
				<Panne reessayer={() => void repondreALaListe()} repli={[{ nom: 'Tous les titres', chemin: '/titres/' }]} />,
				resultat,
			);
		}
	};
	return repondreALaListe;
}
