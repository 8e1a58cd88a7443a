import type { Referentiel } from '../../../src/domaine/referentiel.ts';

/** A bloc of a fixture: its title, then its labels in order. A title that starts with « CCS » makes a CCS. */
export type BlocBref = readonly [intitule: string, ...libelles: string[]];

/** A referential from bare lists of labels, with the ids that the loader would derive. */
export const referentiel = (id: string, ...blocs: BlocBref[]): Referentiel => {
	const rangs = { ccp: 0, ccs: 0 };
	return {
		id,
		sigle: id.split('-')[0]?.toUpperCase() ?? id,
		blocs: blocs.map(([titre, ...libelles]) => {
			const type = titre.startsWith('CCS') ? 'ccs' : 'ccp';
			rangs[type] += 1;
			const bloc = `${id}/${type}-${rangs[type]}`;
			return {
				id: bloc,
				type,
				rang: rangs[type],
				intitule: titre.replace(/^CCS – /, ''),
				competences: libelles.map((libelle, i) => ({ id: `${bloc}/c${i + 1}`, rang: i + 1, libelle })),
			} as const;
		}),
	};
};
