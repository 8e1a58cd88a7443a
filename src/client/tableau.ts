import { lien } from '../adresse.ts';
import { adresse } from '../domaine/adresse.ts';
import type { LigneTableau, Partie, Valeur } from '../domaine/cote-a-cote/tableau.ts';
import { typographier } from '../domaine/texte/typographie.ts';
import { compte } from '../domaine/vocabulaire.ts';
import { bouton, creer } from './element.ts';

/** What an empty cell means, by part. */
const ABSENT: Record<Partie['cle'], string> = {
	identite: 'non trouvé dans nos sources',
	regles: 'non dit dans nos sources',
	blocs: '–',
	competences: '–',
};
const NOTES: Partial<Record<Partie['cle'], string>> = {
	blocs: 'Les blocs sont rangés par numéro : le même rang n’est pas une correspondance.',
	competences:
		'Une ligne réunit les versions qui impriment le même libellé, typographie mise à part ; rien d’autre n’est affirmé ici.',
};

/**
 * One part of the comparison as a table. Rows that are the same fold away behind a button; in print they are there.
 * @param differencesSeules leaves them out for good
 */
export function elementPartie(partie: Partie, noms: readonly string[], differencesSeules: boolean): HTMLElement {
	const lignes = differencesSeules ? partie.lignes.filter((l) => !l.pareille) : partie.lignes;
	const rangees = lignes.map((ligne) => ({ ligne, tr: rangee(ligne, noms, ABSENT[partie.cle]) }));
	const pareilles = rangees.filter(({ ligne }) => ligne.pareille).map(({ tr }) => tr);
	const id = `partie-${partie.cle}`;
	const note = NOTES[partie.cle];
	const table = creer(
		'table',
		{ class: `empilable cote-a-cote colonnes-${noms.length}`, 'aria-labelledby': id, id: `${id}-table` },
		creer(
			'thead',
			{},
			creer(
				'tr',
				{},
				creer('th', { scope: 'col' }, partie.cle === 'competences' ? 'Libellé' : 'Ligne'),
				...noms.map((nom) => creer('th', { scope: 'col' }, nom)),
			),
		),
		creer('tbody', {}, ...rangees.map(({ tr }) => tr)),
	);
	return creer(
		'section',
		{ 'aria-labelledby': id },
		creer('h3', { id }, partie.nom),
		(note || partie.reserve) && creer('p', { class: 'petit' }, [note, partie.reserve].filter(Boolean).join(' ')),
		lignes.length ? table : creer('p', {}, 'Aucune différence.'),
		pareilles.length > 0 && repli(pareilles, `${id}-table`),
	);
}

function repli(pareilles: readonly HTMLElement[], table: string): HTMLElement {
	const phrase = (montrees: boolean) =>
		`${montrees ? 'Replier' : 'Montrer'} ${compte(pareilles.length, 'ligne identique', 'lignes identiques')}`;
	for (const tr of pareilles) tr.classList.add('repliee');
	const element = bouton(
		phrase(false),
		() => {
			const montrer = element.getAttribute('aria-expanded') === 'false';
			for (const tr of pareilles) tr.classList.toggle('repliee', !montrer);
			element.setAttribute('aria-expanded', String(montrer));
			element.textContent = phrase(montrer);
		},
		{ 'aria-expanded': 'false', 'aria-controls': table, class: 'repli' },
	);
	return element;
}

const rangee = ({ nom, cellules, pareille }: LigneTableau, noms: readonly string[], absent: string): HTMLElement =>
	creer(
		'tr',
		{ class: pareille ? 'pareille' : undefined },
		creer('th', { scope: 'row' }, nom),
		...cellules.map((cellule, i) =>
			creer(
				'td',
				{ 'data-titre': noms[i], class: cellule.length ? undefined : 'vide' },
				...(cellule.length ? cellule.map(elementValeur) : [absent]),
			),
		),
	);

const elementValeur = ({ texte, id, precision, phrase }: Valeur): HTMLElement =>
	creer(
		'div',
		{ class: 'valeur' },
		id ? creer('a', { href: lien(adresse.titre(id)) }, texte) : texte,
		precision && creer('span', { class: 'petit' }, ` (${typographier(precision)})`),
		phrase &&
			creer('details', {}, creer('summary', {}, 'La phrase du texte'), creer('blockquote', {}, creer('p', {}, phrase))),
	);
