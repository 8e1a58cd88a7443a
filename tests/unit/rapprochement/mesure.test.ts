import { describe, expect, it } from 'vitest';
import { PARAMETRES, type Parametres } from '../../../src/domaine/rapprochement/parametres.ts';
import { paires } from './exemples.ts';
import { additionner, type Mesure, mesurer, taux } from './mesure.ts';

/** Settings of the thresholds among which each pair's are chosen without it. */
const REGLAGES: Parametres[] = [-0.04, 0, 0.04].flatMap((lien) =>
	[-0.06, 0, 0.06].map((zone) => ({
		...PARAMETRES,
		lienProche: PARAMETRES.lienProche + lien,
		lienLointain: PARAMETRES.lienLointain + lien,
		proposeeProche: PARAMETRES.proposeeProche + zone,
		proposeeLointaine: PARAMETRES.proposeeLointaine + zone,
		isoleProche: PARAMETRES.isoleProche - zone,
		isoleLointain: PARAMETRES.isoleLointain - zone,
	})),
);

/** Best links, with as many proposals as stay at least 97.5 % right. */
const valeur = (m: Mesure): number => {
	const { f1, partProposee, justesseProposee } = taux(m);
	return f1 + 0.2 * partProposee - 10 * Math.max(0, 0.975 - justesseProposee);
};

describe('le rapprochement automatique, mesuré sur des références faites à la main', () => {
	const toutes = paires();
	const parPaire = toutes.map((paire) => REGLAGES.map((reglage) => mesurer(paire, reglage)));
	const sansElle = toutes.map((_, i) => {
		const notes = REGLAGES.map((_, r) =>
			valeur(additionner(parPaire.filter((_, j) => j !== i).map((m) => m[r] as Mesure))),
		);
		return parPaire[i]?.[notes.indexOf(Math.max(...notes))] as Mesure;
	});
	const groupe = (revision: boolean) => taux(additionner(sansElle.filter((_, i) => toutes[i]?.revision === revision)));
	const ensemble = taux(additionner(sansElle));

	it('couvre des métiers variés', () => expect(toutes.length).toBeGreaterThanOrEqual(86));

	it('lie juste entre deux états d’un titre, seuils choisis sans la paire mesurée', () => {
		expect(groupe(true).f1).toBeGreaterThan(0.92);
		expect(groupe(true).precision).toBeGreaterThan(0.945);
	});

	it('lie moins bien, et surtout plus prudemment, entre deux titres différents', () => {
		expect(groupe(false).f1).toBeGreaterThan(0.81);
		expect(groupe(false).justesseProposee).toBeGreaterThan(0.985);
	});

	it('ne propose que ce dont il est sûr, et pour plus de la moitié des compétences', () => {
		expect(ensemble.justesseProposee).toBeGreaterThan(0.975);
		expect(ensemble.partProposee).toBeGreaterThan(0.57);
	});

	it('garde le bon partenaire parmi les candidats', () => expect(ensemble.candidats).toBeGreaterThan(0.985));

	it('lie juste neuf fois sur dix, ensemble', () => expect(ensemble.f1).toBeGreaterThan(0.885));
});
