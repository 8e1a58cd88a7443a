import { adresse, lien } from '../adresse.ts';
import { nomVersion, type Version } from '../domaine/version.ts';
import type { CleRegle } from '../schemas/regle.ts';

/**
 * Makes the component `<Phrase>` of guides, which quotes the sentence of an official text that states a rule.
 * @param versions those that a guide may name
 * @returns a component that throws if the version does not have the rule
 */
export const phraseDe = (versions: ReadonlyMap<string, Version>) =>
	function Phrase({ version: id, regle: cle }: { version: string; regle: CleRegle }) {
		const version = versions.get(id);
		const regle = version?.regles[cle];
		if (!version || !regle)
			throw new Error(
				`<Phrase version="${id}" regle="${cle}" /> : cette version n’a pas cette règle ; corriger l’une ou l’autre`,
			);
		return (
			<figure class="citation">
				<blockquote>
					<p>{regle.phrase}</p>
				</blockquote>
				<figcaption>
					<a href={lien(adresse.titre(id))}>{nomVersion(version)}</a>, texte officiel
				</figcaption>
			</figure>
		);
	};
