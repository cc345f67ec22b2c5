// How the browser is started, by the tests and by the measurements: the system's own, with no service of its own and
// nothing over the network.

export const launchOptions = {
  executablePath: process.env.CHROME || undefined,
  // Root has no sandbox to run a browser in.
  chromiumSandbox: process.getuid?.() !== 0,
  args: [
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
};
