/**
 * Finds the Chromium that browser tests, end-to-end tests and benches drive, in this order:
 * `CHROME_PATH`; an installed Chrome or Chromium; the one that `npm ci` brought (Linux x64), unpacked on first use.
 */
import { existsSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const cache = fileURLToPath(new URL('../../node_modules/.cache/', import.meta.url));

/** No sandbox: tests also run as root in containers. The rest keeps the browser off the network and wide awake. */
const args = [
  '--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync',
  '--no-first-run', '--lang=fr-FR', '--accept-lang=fr-FR', '--disable-renderer-backgrounding', '--disable-backgrounding-occluded-windows',
];

const installed = () => ({
  linux: ['/usr/bin/google-chrome-stable', '/usr/bin/google-chrome', '/usr/bin/chromium', '/usr/bin/chromium-browser', '/snap/bin/chromium', '/opt/google/chrome/chrome'],
  darwin: ['', homedir()].flatMap((home) => ['Google Chrome', 'Chromium'].map((app) => `${home}/Applications/${app}.app/Contents/MacOS/${app}`)),
  win32: [process.env['PROGRAMFILES'], process.env['PROGRAMFILES(X86)'], process.env['LOCALAPPDATA']].filter(Boolean)
    .flatMap((dir) => [`${dir}\\Google\\Chrome\\Application\\chrome.exe`, `${dir}\\Chromium\\Application\\chrome.exe`]),
})[process.platform]?.find((path) => existsSync(path));

const fontsConf = (dir) => `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${dir}/fonts/fonts</dir><dir>/usr/share/fonts</dir><cachedir>${dir}/fonts-cache</cachedir></fontconfig>
`;

/** Unpacks the packaged Chromium, its libraries and a font. Goes by a rename, so that two runs at once cannot see half a browser. */
async function unpack() {
  if (process.platform !== 'linux' || process.arch !== 'x64') throw new Error('No Chrome or Chromium found: install one, or give its path in CHROME_PATH.');
  const { version } = createRequire(import.meta.url)('../../node_modules/@sparticuz/chromium/package.json');
  const dir = join(cache, `chromium-${version}`);
  if (!existsSync(dir)) {
    const partial = `${dir}.${process.pid}`;
    await mkdir(partial, { recursive: true });
    const before = process.env['TMPDIR'];
    process.env['TMPDIR'] = partial;
    try {
      const { inflate } = await import('../../node_modules/@sparticuz/chromium/build/esm/lambdafs.js');
      const bin = fileURLToPath(new URL('../../node_modules/@sparticuz/chromium/bin/', import.meta.url));
      await Promise.all(['chromium.br', 'fonts.tar.br', 'al2023.tar.br'].map((file) => inflate(join(bin, file))));
      await writeFile(join(partial, 'fonts.conf'), fontsConf(dir));
    } finally {
      if (before === undefined) delete process.env['TMPDIR']; else process.env['TMPDIR'] = before;
    }
    await rename(partial, dir).catch(() => rm(partial, { recursive: true, force: true }));
  }
  return {
    executablePath: join(dir, 'chromium'),
    env: { ...process.env, FONTCONFIG_FILE: join(dir, 'fonts.conf'), LD_LIBRARY_PATH: [join(dir, 'al2023', 'lib'), process.env['LD_LIBRARY_PATH']].filter(Boolean).join(':') },
    packaged: true,
  };
}

/** Where the browser is and what it needs: `{ executablePath, args, env, packaged }`, fit for Puppeteer's and Playwright's `launch`. */
export async function findBrowser() {
  const executablePath = process.env['CHROME_PATH'] || installed();
  return { args, ...(executablePath ? { executablePath, env: process.env, packaged: false } : await unpack()) };
}

/** Options for `puppeteer.launch`. The packaged Chromium is the headless shell; an installed one knows the new headless mode. */
export async function puppeteerOptions() {
  const { packaged, ...browser } = await findBrowser();
  return { ...browser, headless: packaged ? 'shell' : true };
}

/** Options for Playwright's `chromium.launch`. */
export async function playwrightOptions() {
  const { packaged, ...browser } = await findBrowser();
  return { ...browser, headless: true };
}
