import type { Plugin } from 'vite';

export function trustedLeaflet(): Plugin;
