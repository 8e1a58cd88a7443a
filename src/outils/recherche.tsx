import { render } from 'preact';
import { type Groupe, chercher as repondre, SIGNES_LUS, suite } from '../domaine/recherche/chercher.ts';
import { eclaircir } from '../domaine/recherche/mots.ts';
import { Annonce, Resultats } from '../vues/resultats.tsx';
import { lireVocabulaire } from './donnees.ts';
import { relais } from './navigateur.ts';
import { chargerMoteur, interroger } from './pagefind.ts';
import { ecrireChamps, lireChamps } from './url.ts';

const ATTENTE = 150;
const FILTRES = ['genre', 'titre', 'statut'] as const;

/** Wires the search page: query and filters are kept in the URL, and the number of results is announced. */
export function brancherRecherche(document: Document): void {
	const formulaire = document.querySelector<HTMLFormElement>('[data-recherche]');
	const etat = document.querySelector<HTMLElement>('[data-etat]');
	const liste = document.querySelector<HTMLElement>('[data-resultats]');
	if (!formulaire || !etat || !liste) return;
	const champ = formulaire.elements.namedItem('q') as HTMLInputElement;
	const filtres = FILTRES.map((nom) => formulaire.elements.namedItem(nom) as HTMLSelectElement);
	const tous = [champ, ...filtres];

	const tour = relais();
	/** The first edit after a search adds a step to the history; the next ones replace it. Back returns to the search. */
	let enSaisie = false;

	const chercher = async () => {
		const signal = tour();
		const saisie = champ.value.slice(0, SIGNES_LUS);
		const terme = eclaircir(saisie);
		const choisis = Object.fromEntries(filtres.filter((f) => f.value).map((f) => [f.name, f.value]));
		if (!terme) {
			render(null, liste);
			const courante = /\p{L}/u.test(saisie);
			if (!saisie) render(null, etat);
			else if (courante) render('Ces mots sont dans presque tous les libellés\u00A0: ajoutez-en un autre.', etat);
			else render('Écrivez un mot à chercher.', etat);
			return;
		}
		render('Recherche en cours…', etat);
		try {
			const reponse = await repondre(saisie, (termes) => interroger(termes, choisis), lireVocabulaire);
			if (signal.aborted) return;
			montrer(reponse.groupes, signal);
			render(
				<>
					<Annonce demande={saisie.trim()} reponse={reponse} filtree={Object.keys(choisis).length > 0} />
					{champ.value.length > SIGNES_LUS && ' Seul le début de la demande a été lu.'}
				</>,
				etat,
			);
		} catch {
			if (signal.aborted) return;
			render(null, liste);
			render(
				<>
					La recherche n’a pas pu se charger. Vous pouvez réessayer, ou passer par{' '}
					<a href={formulaire.dataset.repli}>l’index de toutes les compétences</a>.
				</>,
				etat,
			);
		}
	};

	const montrer = (groupes: Groupe[], signal: AbortSignal) => {
		const suivre = async (groupe: Groupe) => {
			const suivant = await suite(groupe).catch((): Groupe => ({ ...groupe, panne: true }));
			if (signal.aborted) return;
			const suivants = groupes.map((autre) => (autre === groupe ? suivant : autre));
			montrer(suivants, signal);
		};
		render(<Resultats groupes={groupes} suivre={(groupe) => void suivre(groupe)} />, liste);
	};

	let attente: ReturnType<typeof setTimeout> | undefined;
	champ.addEventListener('input', () => {
		clearTimeout(attente);
		attente = setTimeout(() => {
			enSaisie = ecrireChamps(tous, !enSaisie) || enSaisie;
			void chercher();
		}, ATTENTE);
	});
	champ.addEventListener('focus', () => void chargerMoteur().catch(() => undefined), { once: true });
	for (const filtre of filtres)
		filtre.addEventListener('change', () => {
			enSaisie = false;
			ecrireChamps(tous, true);
			void chercher();
		});
	formulaire.addEventListener('submit', (evenement) => {
		evenement.preventDefault();
		clearTimeout(attente);
		ecrireChamps(tous, !enSaisie);
		enSaisie = false;
		void chercher();
	});
	window.addEventListener('popstate', () => {
		clearTimeout(attente);
		enSaisie = false;
		lireChamps(tous);
		void chercher();
	});
	lireChamps(tous);
	if (champ.value) void chercher();
	else champ.focus();
}
