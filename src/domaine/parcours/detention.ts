/** A bloc that a person says that they hold. */
export interface Detention {
	/** `tssi-2003/ccp-1` */
	bloc: string;
	/** `AAAA-MM-JJ`, where the person gave it. */
	obtenuLe?: string | undefined;
}
