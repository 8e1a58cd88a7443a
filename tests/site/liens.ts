import { LinkChecker, LinkState } from 'linkinator';
import { expect } from 'vitest';

/** Crawls from an address. @returns each dead link or fragment, with the page that holds it */
export async function morts(path: string): Promise<string[]> {
	const { links } = await new LinkChecker().check({
		path,
		recurse: true,
		checkFragments: true,
		concurrency: 20,
		// Retries requests without response, since a busy machine may accept a connection too late; a 404 is not retried.
		retryErrors: true,
		// A fragment with a value is what a tool is filled with, and no passage of its page.
		linksToSkip: ['^https?://(?!localhost)', '^mailto:', '#[a-z]+='],
	});
	expect(links.length).toBeGreaterThan(100);
	return links.filter((l) => l.state === LinkState.BROKEN).map((l) => `${l.parent} → ${l.url} (${l.status})`);
}
