interface Found { executablePath: string; args: string[]; env: Record<string, string> }
export function findBrowser(): Promise<Found & { packaged: boolean }>;
export function puppeteerOptions(): Promise<Found & { headless: boolean | 'shell' }>;
export function playwrightOptions(): Promise<Found & { headless: boolean }>;
