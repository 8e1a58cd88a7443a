/** A bloc that a person says that they hold. */
export interface Detention {
	/** `tssi-2003/ccp-1` */
	bloc: string;
	/** `AAAA`, `AAAA-MM` or `AAAA-MM-JJ`, as the person gave it. */
	obtenuLe?: string | undefined;
}
