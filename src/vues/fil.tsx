import type { Fil } from '../domaine/lignee/fil.ts';
import { nomVersion } from '../domaine/version.ts';
import type { Situer } from './entree.tsx';
import { Nature } from './etiquettes.tsx';
import { LienCompetence, LienVersion, type Nommee, Place } from './liens.tsx';

/** A competence followed from version to version; nothing where the catalogue follows it nowhere. */
export function FilDeCompetence({
	fil: { etapes },
	ici,
	situer,
	versions,
}: {
	fil: Fil;
	ici: string;
	situer: Situer;
	versions: ReadonlyMap<string, Nommee>;
}) {
	if (etapes.length < 2) return null;
	const lignes = (ids: readonly string[], apparentee: boolean) =>
		ids.flatMap((id) => {
			const situee = situer(id);
			if (!situee) return [];
			return [
				<li>
					{id === ici ? (
						<span class="libelle">{situee.competence.libelle}</span>
					) : (
						<LienCompetence competence={situee.competence} />
					)}{' '}
					<Place situee={situee} /> {apparentee && <Nature valeur="apparentee" />}
				</li>,
			];
		});
	return (
		<section aria-labelledby="fil">
			<h2 id="fil">D’une version à l’autre</h2>
			<p class="petit">
				De proche en proche, d’après des lectures sans valeur officielle : une correspondance mène plus loin, une
				parenté s’arrête là.
			</p>
			<ol class="fil-competence">
				{etapes.map(({ version, suivies, apparentees }) => {
					const nommee = versions.get(version);
					return (
						<li aria-current={suivies.includes(ici) ? 'true' : undefined}>
							{nommee &&
								(suivies.includes(ici) ? <strong>{nomVersion(nommee)}</strong> : <LienVersion version={nommee} />)}
							<ul>
								{lignes(suivies, false)}
								{lignes(apparentees, true)}
							</ul>
						</li>
					);
				})}
			</ol>
		</section>
	);
}
