// tantivy, compiled to wasm by the crate beside, in the page.
import start, { Peer } from 'tantivy-peer';

export async function open({ bytes, library }) {
  const [{ memory }, content] = await Promise.all([
    start({ module_or_path: `${library}tantivy_peer_bg.wasm` }),
    bytes('index.bin'),
  ]);
  const peer = new Peer(content);
  return {
    memory: () => memory.buffer.byteLength,
    search({ kind, query }) {
      const [total, ...ids] = peer.search(query, kind);
      return { total, ids };
    },
  };
}
