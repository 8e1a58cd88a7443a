import { compte } from '../../../src/domaine/vocabulaire.ts';
import { resumer } from '../../../src/importation/resume.ts';
import { auJour, type LectureRncp } from '../../../src/importation/rncp-fiche.ts';
import { avertir, dire } from '../terminal.ts';
import { compter } from './journal.ts';
import { type Issue, nomDe, type Passe } from './passe.ts';

const MOTS: Record<Issue, string> = {
	ajoutee: 'ajoutée',
	inchangee: 'inchangée',
	changee: 'changée',
	terminee: 'terminée',
	refusee: 'refusée',
	tenue: 'tenue à la main',
};

/** Maximum number of written files listed by name. */
const NOMMES = 12;

/**
 * Prints what a run did: a line for each fiche, conflicts, counts, files.
 * @param seule the fiche, if only one was asked for: its summary is printed too
 */
export const raconter = (passe: Passe, seule: LectureRncp | undefined): void => {
	const { resultats, conflits, sorties, dossier } = passe;
	if (seule) {
		dire(resumer({ ...auJour(seule, passe.etatAu), ...nomDe(passe, seule.numero) }));
		if (seule.laisses.length > 0) dire(`\nLaissé dans le XML : ${seule.laisses.join(', ')}.`);
		dire('');
	}
	for (const { fiche, issue, id = '', detail, changements } of resultats) {
		if (issue === 'refusee') continue;
		dire(`${fiche.padEnd(10)} ${MOTS[issue].padEnd(15)} ${id}  ${detail}`);
		if (issue !== 'ajoutee') for (const { objet } of changements) dire(`           ${objet}`);
	}
	for (const { fiche, issue, detail } of resultats)
		if (issue === 'refusee')
			avertir(`${seule ? 'Refus : ' : ''}${fiche.padEnd(10)} ${MOTS.refusee.padEnd(15)} ${detail}`);
	if (conflits.length > 0)
		dire(`\nÀ trancher, rien n’en est écrit :\n${conflits.map((c) => `  ${c.fiche} : ${c.objet}`).join('\n')}`);
	const c = compter(resultats);
	const tenues = resultats.filter((r) => r.issue === 'tenue').length;
	const comptes = [
		compte(c.ajoutees, 'ajoutée'),
		`${compte(c.inchangees, 'inchangée')}${tenues > 0 ? ` (dont ${compte(tenues, 'tenue')} à la main)` : ''}`,
		compte(c.changees, 'changée'),
		compte(c.terminees, 'terminée'),
		compte(c.refusees, 'refusée'),
	];
	dire(`\n${compte(resultats.length, 'fiche')} : ${comptes.join(', ')}.`);
	const noms = sorties.size <= NOMMES ? ` :\n${[...sorties.keys()].map((s) => `  ${s}`).join('\n')}` : '.';
	dire(
		sorties.size === 0
			? 'Rien n’est écrit : tout est déjà au catalogue.'
			: `${compte(sorties.size, 'fichier écrit', 'fichiers écrits')} dans ${dossier}${noms}`,
	);
};
