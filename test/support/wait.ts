import { waitUntil as waitAtMost } from '@open-wc/testing';

/** Long enough for a busy machine: how fast a page becomes what is awaited is measured by the bench, not here. */
const LIMIT_MS = 10_000;

/** Waits until the page is as said. */
export const waitUntil = (condition: Parameters<typeof waitAtMost>[0], message?: string): Promise<void> => waitAtMost(condition, message, { timeout: LIMIT_MS });
