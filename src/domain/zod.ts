/**
 * The one door to zod: its light build, told never to compile validators with `new Function`
 * before any schema exists, because a page under a strict policy reports even a caught probe.
 */
import { config } from 'zod/mini';

config({ jitless: true });

export * as z from 'zod/mini';
