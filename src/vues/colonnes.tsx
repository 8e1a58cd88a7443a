import type { ComponentChild } from 'preact';

/** Head of a table: the name of each column, or `false` for a column that is not shown. */
export const Colonnes = ({ noms }: { noms: readonly ComponentChild[] }) => (
	<thead>
		<tr>{noms.map((nom) => nom && <th scope="col">{nom}</th>)}</tr>
	</thead>
);
