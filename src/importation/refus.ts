/** Thrown when a document cannot be imported. The message is one French line for the user. */
export class Refus extends Error {
	override name = 'Refus';
}
