import { adresseDuCode } from '../domaine/adresse.ts';
import { estDouteux, reserveEntiere } from '../domaine/fait.ts';
import { direProfondeur, sourcesLibelles } from '../domaine/profondeur.ts';
import type { Version } from '../domaine/version.ts';
import { Texte } from './elements.tsx';

/** For a version whose text is not held: what is known of it, from which sources, with links to them. */
export function Provenance({ version }: { version: Version }) {
	const dite = direProfondeur(version);
	if (!dite) return null;
	const lues = sourcesLibelles(version).flatMap((cle) => version.sources[cle]?.url ?? []);
	const fiches = version.codes.filter(({ type }) => type === 'RNCP');
	const liens = [
		...[...new Set(lues)].map((url) => [url, 'Lire la source']),
		...fiches.map((code) => [
			adresseDuCode(code),
			`Fiche ${code.valeur} au RNCP`,
			reserveEntiere(estDouteux(code.source, version.sources)),
		]),
	];
	return (
		<p class="provenance">
			<Texte texte={dite} />
			{liens.map(([url, nom, reserve]) => (
				<>
					{' '}
					<a href={url}>{nom}</a>
					{reserve}.
				</>
			))}
		</p>
	);
}
