/* Words that often go with others, fetched as they are asked for: each share has the sayings of which some syllables tell most. */

import { phrases } from "./phrases.js";

/** How many shares there are, and what spreads syllables over them; both as the index is written. */
const SHARES = 256;
const FACTOR = 31;

/** The number of the share of sayings of which a folded syllable tells most. */
export const share = (syllable) => [...syllable].reduce((sum, letter) => (sum * FACTOR + letter.charCodeAt()) % 65521, 0) % SHARES;

export class Shares {
  /** `words` are those that the phrases number, `load` fetches a share by its number. */
  constructor(words, load) {
    Object.assign(this, { words, load });
    this.taken = new Map(); // number -> the promise of having told it
  }

  /** Tell a reader what may go with some syllables. */
  async take(syllables, reader) {
    await Promise.all(syllables.map((syllable) => this.tell(share(syllable), reader)));
  }

  tell(number, reader) {
    if (!this.taken.has(number)) {
      const told = this.load(number).then((packed) => reader.relate(phrases(packed, this.words), (word) => share(word) === number));
      told.catch(() => this.taken.delete(number));
      this.taken.set(number, told);
    }
    return this.taken.get(number);
  }
}
