/* Runs the engine beside the page, in a worker of ours: a key never waits for it, and Pagefind fetches none of its own. */

let running;

/** Engine.js ready to be asked by name, with the bundles of a site at the address `base` that its index tells of. */
export const engine = async (base, index) => {
  running ||= started().catch((error) => {
    running = undefined;
    throw error;
  });
  const ask = await running; // the same one when it is opened again: else each try would leave a worker behind
  const { parts } = await index;
  await ask("open", base.href, parts.bundles, parts.packs);
  return ask;
};

/** A function that asks engine.js by name: in a worker or, where a worker cannot be a module, in the page. */
const started = () =>
  new Promise((done, lost) => {
    const worker = new Worker(new URL("./engine.js", import.meta.url), { type: "module" });
    const waiting = new Map();
    let asked = 0;
    const ask = (name, ...args) =>
      new Promise((answer, fail) => {
        waiting.set((asked += 1), { answer, fail });
        worker.postMessage({ number: asked, name, args });
      });
    const without = async () => {
      worker.terminate();
      try {
        const calls = (await import("./engine.js")).desk();
        done((name, ...args) => calls[name](...args));
      } catch (error) {
        lost(error);
      }
    };
    worker.addEventListener("error", without);
    worker.addEventListener("message", ({ data: { number, answer, error } }) => {
      if (!number) {
        worker.removeEventListener("error", without);
        return done(ask);
      }
      const one = waiting.get(number);
      waiting.delete(number);
      if (error) one.fail(new Error(error));
      else one.answer(answer);
    });
  });
