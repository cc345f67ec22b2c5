// A worker becomes another instance of the page's program. The page's first message brings that: the address of its
// script, and its module, compiled; perhaps also a corpus file, which the program looks for.
const become = async ({ data: [script, module, corpus] }) => {
  try {
    self.corpus = corpus;
    const { initSync } = await import(script);
    initSync({ module });
  } catch (error) {
    postMessage({ panicked: String(error) });
  }
};
addEventListener('message', become, { once: true });
