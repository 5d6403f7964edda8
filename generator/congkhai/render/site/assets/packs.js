/* Hands out to Pagefind, out of few files, what it would fetch in hundreds. packs.py packs them. */

/** What Pagefind asks for below the address of a bundle: what packs have, and one by one the values of filters and pages. */
const ASKED = /^(.*[/])(?:(pagefind-entry[.]json)|pagefind[.]all[.](pf_meta)|index[/](\d+)[.]pf_index|wasm[.].*[.](pagefind)|(?:filter|fragment)[/].*)(?:[?].*)?$/;
/** So many bytes tell how long the part is that follows. */
const LENGTH = 4;
/** As it was before it was ever replaced: what failed once is asked for again without what remembers the failure. */
const network = self.fetch.bind(self);

/**
 * From now on Pagefind finds what `packs` describe, and the words of bundles, without fetching each alone. What is
 * returned fails when a part does not come that all questions need; of others `lost` is told, as Pagefind is silent.
 */
export const handOut = (base, bundles, packs, lost) => {
  const program = unpacked(new URL(`${bundles[0]}wasm.unknown.pagefind`, base).href);
  const places = described(base, bundles, packs);
  const words = new Map();
  const wordsOf = (folder, name) => {
    const address = new URL(name, folder).href;
    if (!words.has(address)) {
      words.set(address, parts(address));
      words.get(address).catch(() => words.delete(address)); // it is asked for again
    }
    return words.get(address);
  };
  const folders = new Set(bundles.map((bundle) => new URL(bundle, base).href));
  self.fetch = async (address, ...more) => {
    const [, folder, entry, meta, file, wasm] = new URL(address, base).href.match(ASKED) || [];
    if (!folders.has(folder)) return network(address, ...more);
    try {
      if (wasm) return given(await program);
      if (!entry && !meta && !file) return await fetched(address);
      const { pack, names, place, told } = (await places).get(folder);
      return given(file ? (await wordsOf(pack, names[file]))[place] : told[meta ? 1 : 0]);
    } catch (error) {
      lost(error);
      throw error;
    }
  };
  return Promise.all([program, places]);
};

/** Of each bundle: the pack that it is in, its place there, the names of the files of words, its entry and its description. */
const described = async (base, bundles, packs) => {
  const places = new Map();
  for (const pack of await Promise.all(packs.map(async (name) => [new URL(name, base).href, await parts(new URL(name, base).href)]))) {
    const [address, [first, ...told]] = pack;
    const names = JSON.parse(new TextDecoder().decode(first));
    for (let place = 0; 2 * place < told.length; place += 1) {
      const folder = new URL(bundles[places.size], base).href;
      places.set(folder, { pack: address, names, place, told: told.slice(2 * place, 2 * place + 2) });
    }
  }
  return places;
};

/** As much of an answer from the network as Pagefind reads. */
const given = (bytes) => ({ arrayBuffer: async () => bytes, json: async () => JSON.parse(new TextDecoder().decode(bytes)) });

const fetched = async (address) => {
  const answer = await network(address).catch(() => network(address)); // a line that broke once is often back at once
  if (!answer.ok) throw new Error(address);
  return answer;
};

/** A file unpacked; as it is where the browser cannot, as Pagefind can, more slowly. */
const unpacked = async (address) => {
  const answer = await fetched(address);
  const plain = "DecompressionStream" in self ? new Response(answer.body.pipeThrough(new DecompressionStream("gzip"))) : answer;
  return new Uint8Array(await plain.arrayBuffer());
};

/** The parts of a file. */
const parts = async (address) => {
  const whole = new Uint8Array(await (await fetched(address)).arrayBuffer());
  const found = [];
  const view = new DataView(whole.buffer);
  for (let at = 0; at < whole.length; at += LENGTH + view.getUint32(at)) {
    found.push(whole.subarray(at + LENGTH, at + LENGTH + view.getUint32(at)));
  }
  return found;
};
