// The browser tests drive the system's own Chromium; on Debian, root installs it when it is missing.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Path of a Chromium; installs it where that is possible. @throws with what to do where it is not. */
export const findChromium = async (): Promise<string> => {
  const named = process.env.CHROMIUM;
  const found = [...(named ? [named] : []), ...places].find((path) => existsSync(path));
  if (found) return found;
  if (process.getuid?.() === 0 && existsSync('/etc/debian_version')) {
    console.log('Chromium is not on this machine: installing it for the browser tests ...');
    const install = 'apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium';
    spawnSync('sh', ['-c', install], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    const installed = places.find((path) => existsSync(path));
    if (installed) return installed;
  }
  throw new Error('no Chromium found: install it (Debian: apt-get install chromium) or name it in CHROMIUM');
};

export const chromiumFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
