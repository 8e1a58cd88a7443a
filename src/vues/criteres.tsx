import type { Comparaison } from '../domaine/comparaison/comparaison.ts';
import { type CoteDeCriteres, comparerCriteres, criteresPropres } from '../domaine/comparaison/criteres.ts';
import { avecArticle } from '../domaine/texte/phrase.ts';
import { nomsDePaire, type Version } from '../domaine/version.ts';
import { compte } from '../domaine/vocabulaire.ts';
import { Liste, separes } from './elements.tsx';

const libelles = (version: Version, ids: readonly string[]) =>
	separes(ids, ' + ', (id) => (
		<span class="libelle">{version.blocs.flatMap((b) => b.competences).find((c) => c.id === id)?.libelle ?? id}</span>
	));

const direPages = (pages: readonly number[]) => `${pages.length > 1 ? 'pages' : 'page'} ${pages.join(', ')}`;

/** Performance criteria of corresponding competences: their words if both may be reproduced, else their number. */
export function CriteresCompares(props: { de: Version; vers: Version; comparaison: Pick<Comparaison, 'competences'> }) {
	const { de, vers, comparaison } = props;
	const liens = comparerCriteres(de, vers, comparaison);
	const noms = nomsDePaire(de, vers);
	const compter = (cote: CoteDeCriteres, nom: string) =>
		`${compte(cote.nombre, 'critère', 'critères')} dans le REAC ${avecArticle('du', nom)} (${direPages(cote.pages)})`;
	const liste = (titre: string, textes: readonly string[]) =>
		textes.length > 0 && (
			<>
				<p>{titre}</p>
				<Liste elements={textes} />
			</>
		);
	return (
		<>
			<p class="petit">
				Seulement pour les compétences qui se correspondent et dont le REAC de chaque version est relevé. Deux critères
				sont dits les mêmes quand leurs mots le sont, à la typographie près ; d’autres mots ne disent pas une autre
				exigence.
			</p>
			{liens.map(({ de: a, vers: b, communs }) => (
				<section>
					<h3>
						{libelles(de, a.competences)} ({noms[0]})<br />
						{libelles(vers, b.competences)} ({noms[1]})
					</h3>
					<p>
						{compter(a, noms[0])}, {compter(b, noms[1])}.
						{!communs && ' Leur texte ne se reproduit pas : nous renvoyons aux documents.'}
					</p>
					{communs && liste('Dans les deux :', communs)}
					{communs &&
						liste(`Dans ces mots, seulement dans ${avecArticle('le', noms[0])} :`, criteresPropres(a, communs))}
					{communs &&
						liste(`Dans ces mots, seulement dans ${avecArticle('le', noms[1])} :`, criteresPropres(b, communs))}
				</section>
			))}
		</>
	);
}
