import { CRITERES, retenue } from '../domaine/filtres.ts';
import { replier } from '../domaine/texte/normaliser.ts';
import { compte } from '../domaine/vocabulaire.ts';
import { relais } from './navigateur.ts';
import { ecrireChamps, lireChamps } from './url.ts';

/** Filters the rows of an index with its form, and keeps the choice in the query of the URL. */
export async function brancherFiltres(document: Document): Promise<void> {
	const formulaire = document.querySelector<HTMLFormElement>('form[data-filtres-index]');
	const annonce = formulaire?.querySelector<HTMLElement>('[data-compte]');
	if (!formulaire || !annonce) return;
	const nom = formulaire.dataset.nom ?? '';
	const champs = [...formulaire.querySelectorAll<HTMLInputElement | HTMLSelectElement>('input, select')];
	const demande = () => Object.fromEntries(champs.map(({ name, value }) => [name, value]));
	let suites: Promise<boolean> | undefined;
	const tour = relais();
	const appliquer = async () => {
		const { q = '', ...criteres } = demande();
		const demandee = q.trim() !== '' || Object.values(criteres).some(Boolean);
		const signal = tour();
		// A long index is split into pages: load all of them before filtering.
		suites ??= demandee ? joindreSuites(document) : undefined;
		const entier = (await suites) ?? true;
		if (signal.aborted) return;
		const mots = replier(q).split(/\s+/u).filter(Boolean);
		const rangees = [...document.querySelectorAll<HTMLElement>('[data-etat]')].filter(
			(r) => r.dataset.niveau !== undefined,
		);
		for (const rangee of rangees) {
			const dit = Object.fromEntries(CRITERES.map((critere) => [critere, rangee.dataset[critere] ?? '']));
			rangee.hidden = !retenue(dit, replier(rangee.textContent ?? ''), criteres, mots);
		}
		for (const section of document.querySelectorAll<HTMLElement>('[data-filtree]'))
			section.hidden = !rangees.some((r) => !r.hidden && section.contains(r));
		const montrees = rangees.filter((r) => !r.hidden).length;
		annonce.textContent = !demandee
			? ''
			: `${montrees ? compte(montrees, nom) : `Aucune ${nom}`} sur ${rangees.length}${entier ? '' : ' ; le reste de l’index n’a pas pu être lu'}.`;
	};
	formulaire.hidden = false;
	formulaire.addEventListener('input', () => {
		ecrireChamps(champs);
		void appliquer();
	});
	formulaire.addEventListener('submit', (e) => e.preventDefault());
	formulaire.querySelector('[data-tout]')?.addEventListener('click', () => {
		for (const champ of champs) champ.value = '';
		ecrireChamps(champs);
		void appliquer();
	});
	window.addEventListener('popstate', () => {
		lireChamps(champs);
		void appliquer();
	});
	lireChamps(champs);
	await appliquer();
}

/** Adds the rows of the other pages of the index to this one. @returns false if a page could not be read */
async function joindreSuites(document: Document): Promise<boolean> {
	const voisines = document.querySelector<HTMLElement>('[data-pages]');
	if (!voisines) return true;
	try {
		for (const adresse of (voisines.dataset.pages ?? '').split(' ')) {
			const page = await lirePage(adresse);
			for (const section of page.querySelectorAll<HTMLElement>('[data-filtree]')) {
				const ici = document.querySelector(`[data-filtree="${section.dataset.filtree}"]`);
				if (ici) (ici.querySelector('tbody') ?? ici).append(...section.querySelectorAll('[data-niveau]'));
				else voisines.before(section);
			}
		}
		voisines.hidden = true;
		return true;
	} catch {
		return false;
	}
}

/** Loads a page of the site as a document. Trusted Types forbid scripts to parse HTML; here the browser does it. */
function lirePage(adresse: string): Promise<Document> {
	return new Promise((resolve, reject) => {
		const requete = new XMLHttpRequest();
		requete.open('GET', adresse);
		requete.responseType = 'document';
		requete.addEventListener('loadend', () => {
			if (requete.status === 200 && requete.responseXML) resolve(requete.responseXML);
			else reject(new Error(`${adresse} : réponse ${requete.status}`));
		});
		requete.send();
	});
}
