/** Why a document is not imported, in one French line for the person at the keyboard. */
export class Refus extends Error {
	override name = 'Refus';
}
