import type { APIRoute } from 'astro';
import type { Dependances } from '../catalogue/dependances.ts';

/** What a route of files gives for each: its type, how it is written, and what it depends on if it may be reused. */
interface Fichier {
	type: string;
	ecrire: () => string | Buffer<ArrayBuffer>;
	depend?: Dependances | undefined;
}

export const contenu = ({ props }: { props: Fichier }): string | Buffer<ArrayBuffer> => props.ecrire();

export const dependances = ({ props }: { props: Fichier }): Dependances | undefined => props.depend;

export const GET: APIRoute<Fichier> = ({ props }) =>
	new Response(props.ecrire(), { headers: { 'Content-Type': `${props.type}; charset=utf-8` } });
