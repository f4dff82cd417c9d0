// Opens the page from an origin that Centrifugo's configuration allows, then from one that it does not.
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const LIMIT_MS = 60_000;
const { URL: url, TOKEN: token, USER_ID: userId, TRANSPORT: transport } = process.env;

/** Serves the page on the port and resolves with what it reports. */
async function open(port) {
  const page = await readFile('page.js');
  const { promise, resolve, reject } = Promise.withResolvers();
  const server = createServer((request, response) => {
    if (request.url === '/settings') {
      response.setHeader('Content-Type', 'application/json').end(JSON.stringify({ url, token, userId, transport }));
    } else if (request.url === '/page.js') {
      response.setHeader('Content-Type', 'text/javascript').end(page);
    } else if (request.url === '/outcome') {
      const chunks = [];
      request.on('data', (chunk) => chunks.push(chunk));
      request.on('end', () => {
        response.end();
        resolve(JSON.parse(Buffer.concat(chunks).toString()));
      });
    } else {
      response.setHeader('Content-Type', 'text/html').end('<script type="module" src="/page.js"></script>');
    }
  });
  await new Promise((listening) => server.listen(port, '127.0.0.1', listening));
  const profile = await mkdtemp(join(tmpdir(), 'browser-'));
  const browser = spawn(
    'chromium',
    [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-dev-shm-usage',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--remote-debugging-port=0',
      `--user-data-dir=${profile}`,
      `http://localhost:${port}/`,
    ],
    { stdio: ['ignore', 'inherit', 'inherit'] },
  );
  browser.on('error', reject);
  browser.on('exit', (code) => reject(new Error(`Chromium ended with ${code}`)));
  const late = setTimeout(() => reject(new Error(`the page reported nothing within ${LIMIT_MS} ms`)), LIMIT_MS);
  try {
    return await promise;
  } finally {
    clearTimeout(late);
    const ended = new Promise((exited) => browser.once('exit', exited));
    browser.kill();
    await ended;
    server.closeAllConnections();
    server.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

for (const [scenario, port] of [
  ['a page of an allowed origin', 5173],
  ['a page of another origin', 5174],
]) {
  console.log(JSON.stringify({ scenario, ...(await open(port)) }));
}
