/* Hands out to Pagefind, out of few files, what it would fetch in hundreds. packs.py packs them. */

/** What Pagefind asks for before it has found a page, below the address of a bundle. */
const ASKED = /^(.*[/])(?:(pagefind-entry[.]json)|pagefind[.]all[.](pf_meta)|index[/](\d+)[.]pf_index|wasm[.].*[.](pagefind))(?:[?].*)?$/;
/** So many bytes tell how long the part is that follows. */
const LENGTH = 4;

/** From now on Pagefind finds what `opening` describes, and the words of bundles, without fetching each alone. */
export const handOut = (base, bundles, opening) => {
  const network = self.fetch.bind(self);
  const places = new Map(bundles.map((bundle, n) => [new URL(bundle, base).href, n]));
  const described = parts(network, new URL(opening, base).href);
  const program = unpacks() && unpacked(network, new URL(`${bundles[0]}wasm.unknown.pagefind`, base).href);
  const words = new Map();
  const wordsOf = async (file) => {
    const [names] = await described;
    const name = JSON.parse(new TextDecoder().decode(names))[file];
    if (!words.has(name)) words.set(name, parts(network, new URL(name, new URL(opening, base)).href));
    return words.get(name);
  };
  self.fetch = async (address, ...more) => {
    const [, folder, entry, meta, file, wasm] = new URL(address, base).href.match(ASKED) || [];
    const place = places.get(folder);
    if (place === undefined || (wasm && !program)) return network(address, ...more);
    if (wasm) return given(await program);
    if (file) return given((await wordsOf(file))[place]);
    return given((await described)[1 + 2 * place + (entry ? 0 : 1)]);
  };
};

/** As much of an answer from the network as Pagefind reads. */
const given = (bytes) => ({ arrayBuffer: async () => bytes, json: async () => JSON.parse(new TextDecoder().decode(bytes)) });

const unpacks = () => "DecompressionStream" in self;

const fetched = async (network, address) => {
  const answer = await network(address);
  if (!answer.ok) throw new Error(address);
  return answer;
};

const unpacked = async (network, address) => {
  const { body } = await fetched(network, address);
  return new Uint8Array(await new Response(body.pipeThrough(new DecompressionStream("gzip"))).arrayBuffer());
};

/** The parts of a pack, whose address is given without its end. */
const parts = async (network, address) => {
  const whole = unpacks()
    ? await unpacked(network, `${address}.pack`)
    : new Uint8Array(await (await fetched(network, `${address}.bin`)).arrayBuffer());
  const found = [];
  const view = new DataView(whole.buffer);
  for (let at = 0; at < whole.length; at += LENGTH + view.getUint32(at)) {
    found.push(whole.subarray(at + LENGTH, at + LENGTH + view.getUint32(at)));
  }
  return found;
};
