// The analyst's worker. A message `{corpus, files: [[name, content], …], corrections}`, buffers all of them, `corpus` and
// `corrections` perhaps undefined, is answered by some `{progress: [stage, done, of]}` and then by
// `{corpus, warnings: [text, …]}` or by `{failed: text}`; who was failed ends this worker and starts another one. What follows `?` in this script's address,
// which a browser may keep, is asked of the program's files too, so that they are of one build.
const load = async () => {
  const program = await import(`./analyst.js${location.search}`);
  const wasm = new URL(`analyst_bg.wasm${location.search}`, import.meta.url);
  await program.default({ module_or_path: wasm });
  return program;
};

let program;

addEventListener('message', async ({ data }) => {
  try {
    const { Analyst } = await (program ??= load());
    const bytes = (buffer) => buffer && new Uint8Array(buffer);
    const analyst = new Analyst(bytes(data.corpus));
    for (const [name, content] of data.files) analyst.add(name, bytes(content));
    if (data.corrections) analyst.correct(bytes(data.corrections));
    const analysed = analyst.analyse((...progress) => postMessage({ progress }));
    const { warnings } = analysed;
    const { buffer: corpus } = analysed.intoBytes();
    postMessage({ corpus, warnings }, [corpus]);
  } catch (error) {
    postMessage({ failed: error?.message ?? String(error) });
  }
});
