/* Which names answer a question best. */

import { explained, total } from "./senses.js";
import { suits } from "./whom.js";
import { marks, mayBe, syllables } from "./words.js";

/** Phrases as their syllables, each with its marks, and as a folded text. */
function phrases(list) {
  return list.map((text) => {
    const words = syllables(text);
    const written = marks(text);
    return { folded: words.join(" "), words: words.map((word, n) => [word, written[n]]) };
  });
}

/** BM25's two constants: how soon a word has said enough, and how much a long name loses. */
const SATURATION = 1.2;
const LENGTH = 0.45;
/** What the words of all names of a page count beside its best name. */
const UNION = 0.6;
/** What the title counts besides: of two pages with the same everyday name the one so titled is meant. */
const TITLE = 0.1;
/** How much of its worth a page has from having all that was asked. */
const COVER = 0.15;
/** Words of a special case: a page that has them is not meant by a question without them. */
const CASES = phrases([
  "lưu động", "có yếu tố nước ngoài", "biên giới", "liên thông", "bí mật", "hỗ trợ", "tạm thời", "trực tuyến", "chế xuất",
  "kết hợp", "chưa đủ điều kiện", "đã được chứng thực", "quân đội", "bộ quốc phòng", "cơ quan nhà nước", "có thời hạn", "đã có hồ sơ", "lần hai",
  "giai đoạn chuyển tiếp", "khu kinh tế", "khu công nghiệp", "thời chiến", "đang hưởng", "khi thay đổi",
]);
/** The same when a name begins so: "cấp lại" is not meant where nobody says "lại", but "cấp, cấp lại" may be. */
const ACTS = phrases([
  "lại", "cấp lại", "đăng ký lại", "cấp đổi", "đổi", "gia hạn", "điều chỉnh", "cấp điều chỉnh", "sửa đổi", "cấp sửa đổi",
  "bổ sung", "thông báo bổ sung", "đăng ký cập nhật", "đăng ký bổ sung", "thay đổi", "đăng ký thay đổi", "đính chính", "chỉnh sửa",
  "chấm dứt", "đăng ký chấm dứt", "thu hồi", "xóa", "hủy", "tạm ngừng", "tạm dừng", "tạm đình chỉ", "đình chỉ", "giải thể",
  "đăng ký giải thể", "thôi", "cho thôi", "khôi phục", "phục hồi", "trình báo", "trả lại", "chuyển", "miễn", "giảm",
  "hỗ trợ", "lệ phí", "phí", "truy lĩnh", "sửa lỗi", "giám sát", "đăng ký giám sát", "báo cáo", "nhiệm vụ",
  "bảng niêm yết", "niêm yết số", "hòm thư", "khóa", "mở khóa", "ngừng", "kết thúc", "rút", "từ chối", "sáp nhập", "hợp nhất", "chuyển đổi",
  "đổi tên", "cấp bổ sung", "tiếp tục", "tước",
]);
/** Who asks for one of these has had it already, and does not mean what is done for the first time. */
const AGAIN = ["cap lai", "cap doi", "gia han"];
const AT_FIRST = " lan dau ";
/** Whether a text says any of these at all: most titles say none, and to look for each takes long. */
const any = (list) => list.map(({ folded }) => folded).join("|");
const SOME_CASE = new RegExp(` (?:${any(CASES)}) `);
const SOME_ACT = new RegExp(`^ (?:${any(ACTS)}) `);
const SPECIAL = 0.75;
/** What a page gains that is for the very case or act that was asked. */
const MEANT = 1.1;
/** Pages are worth showing that answer at least so well beside the best. */
const WORTH = 0.15;
/** Into how many steps worth is parted to find the best few of many. */
const STEPS = 200;
/** A word of so many names is only looked for in those that have a rarer one, when these are enough. */
const MANY = 1000;
const ENOUGH = 200;
/** By how much going through names is faster than looking each up. */
const FASTER = 12;
/** Of the best pages, how many are looked at closely, and what a title gains that says nothing else than was asked. */
const CLOSE = 20;
const PLAIN = 0.3;
/**
 * What a procedure gains of which a name is what was asked. Another page loses nothing then for what it is, unless the
 * thesaurus knows that the words mean something else.
 */
const NAMED = 1.15;
/** So many words or more that stand in a name as they were asked were copied from there: what that page gains. */
const COPIED_FROM = 6;
const COPIED = 2.5;
/** How much it counts that a close page explains the words of the question, beside that which explains most. */
const EXPLAINED = 0.5;

/**
 * The special cases that a title, as syllables, is for. Each is a list of ways to ask for it, as syllables with their marks: a title that
 * begins with one act may go on to others.
 */
export const special = (list) => {
  const text = ` ${list.join(" ")} `;
  const has = ({ folded }) => text.includes(` ${folded} `);
  const found = SOME_CASE.test(text) ? CASES.filter(has).map(({ words }) => [words]) : [];
  return SOME_ACT.test(text) ? [...found, ACTS.filter(has).map(({ words }) => words)] : found;
};

/** What slots ask for: term -> the marks that it was typed with, each an empty text when there were none. */
const askedFor = (readings) => {
  const asked = new Map();
  for (const { forms, guessed } of readings.flat()) {
    if (guessed) continue;
    const [word, typed] = forms[0][0].split("|");
    const others = forms.slice(1).filter(([term]) => term !== word);
    for (const [term, written] of [[word, typed || ""], ...others.map(([other]) => [other, ""])]) {
      if (!asked.has(term)) asked.set(term, []);
      asked.get(term).push(written);
    }
  }
  return asked;
};

/** Words that may have been copied from a name, as it has them there; empty when they are too few to tell. */
export const copied = (words, typing) =>
  words.length < COPIED_FROM ? "" : ` ${words.join(" ")}${typing ? "" : " "}`.replace(/^ thu tuc /, " ");

/** Whether a title, as syllables, is for what is done for the first time. */
export const atFirst = (list) => ` ${list.join(" ")} `.includes(AT_FIRST);

export class Ranking {
  /** Ready to rank the pages that `titles` has now. */
  constructor(titles) {
    this.titles = titles;
    const [pages, names] = [titles.pages.length, titles.texts.length];
    this.mean = titles.total / names;
    this.turn = 0;
    this.likely = Float64Array.from(titles.pages, (page) => page.weight);
    this.titled = Int32Array.from(titles.pages, (page) => page.name);
    this.seen = new Int32Array(names); // the turn in which a name was last counted
    this.counted = new Int32Array(pages);
    this.gains = new Float64Array(names);
    [this.leading, this.title, this.union, this.had, this.sums, this.cover] = Array.from({ length: 6 }, () => new Float64Array(pages));
    this.found = [];
  }

  /** See `Titles.search`. */
  best(readings, most, fits, senses, told, copy) {
    for (const slots of readings) this.read(slots);
    const { pages } = this.titles;
    const { found, sums, cover } = this;
    this.found = [];
    let top = 0;
    for (const page of found) {
      sums[page] *= fits && !fits(pages[page]) ? 0 : this.likely[page] * (1 - COVER + COVER * cover[page]);
      if (sums[page] > top) top = sums[page];
    }
    const enough = Math.max(bound(found, sums, top, most), WORTH * top);
    const asked = askedFor(readings);
    const says = ([word, written]) => asked.get(word)?.some((typed) => mayBe(typed, written));
    const again = AGAIN.some((term) => asked.has(term));
    const ranked = [];
    for (const page of found) {
      const meant = pages[page].special.every((ways) => ways.some((words) => words.every(says)));
      const late = again && pages[page].atFirst;
      const suited = suits(pages[page].whom, told);
      const score = sums[page] * (!meant || late || suited === false ? SPECIAL : pages[page].special.length ? MEANT : 1);
      if (sums[page] > 0 && sums[page] >= enough) ranked.push({ page, score, cover: cover[page] });
      sums[page] = cover[page] = 0;
    }
    ranked.sort(better);
    const close = ranked.slice(0, CLOSE);
    const parts = close.map((one) => explained(senses, this.names(pages[one.page]), (word) => this.titles.weight(word)));
    const whole = total(senses.map((_, n) => Math.max(...parts.map((some) => some[n]))));
    close.forEach((one, n) => {
      const page = pages[one.page];
      if (copy && this.has(page, copy)) one.score *= COPIED;
      if (whole) one.score *= (total(parts[n]) / whole) ** EXPLAINED;
      one.score *= 1 + PLAIN * this.plain(page, asked);
      if (this.named(page, page.code ? readings : readings.slice(0, 1))) one.score *= page.code ? NAMED : 1 / Math.min(1, page.weight);
    });
    return [...close.sort(better), ...ranked.slice(CLOSE)];
  }

  /** The title and the names of a page, each as a set of its syllables. */
  names(page) {
    return this.titles.texts.slice(page.name, page.name + 1 + page.names.length).map((list) => new Set(list));
  }

  /** Whether the title of a page, or another of its names, has a text of syllables. */
  has(page, text) {
    const { texts } = this.titles;
    return texts.slice(page.name, page.name + 1 + page.names.length).some((list) => ` ${list.join(" ")} `.includes(text));
  }

  /** Whether one of a page's names is what was asked, no word more or less. */
  named(page, readings) {
    const names = this.names(page);
    return readings.some((slots) => {
      const asked = slots.filter((slot) => !slot.extra).map((slot) => slot.forms[0][0].split("|")[0]);
      return names.some((name) => name.size === new Set(asked).size && asked.every((word) => name.has(word)));
    });
  }

  /** How much of what a title says was asked: all of a plain title, little of one that says more. */
  plain(page, asked) {
    let [whole, said] = [0, 0];
    for (const word of this.titles.texts[page.name]) {
      const tells = this.titles.weight(word);
      whole += tells;
      if (asked.has(word)) said += tells;
    }
    return whole && said / whole;
  }

  /** Add to each page what one reading of the question finds in its names. */
  read(slots) {
    const { seen, counted, gains, leading, title, union, had, sums, cover, mean, titled } = this;
    const { owners, weights, lengths, terms } = this.titles;
    const names = [];
    const touched = [];
    let whole = 0;
    for (const { forms, extra, tells, most } of this.telling(slots)) {
      this.turn += 1;
      if (!extra) whole += most;
      forms.forEach(([term], n) => {
        const tell = Math.min(most, tells[n]);
        const all = terms.names(term);
        const known = all.length > MANY && names.length > ENOUGH;
        const few = known && names.length * FASTER < all.length;
        for (const name of few ? names.filter((one) => within(all, one)) : all) {
          if (seen[name] === this.turn || (known && !gains[name])) continue;
          seen[name] = this.turn;
          const gain = tell * weights[name];
          if (!gains[name]) names.push(name);
          const long = SATURATION * (1 - LENGTH + (LENGTH * lengths[name]) / mean);
          gains[name] += (gain * (SATURATION + 1)) / (1 + long);
          const page = owners[name];
          if (counted[page] === this.turn) continue;
          counted[page] = this.turn;
          if (!union[page]) touched.push(page);
          union[page] += gain;
          if (!extra) had[page] += most * weights[name];
        }
      });
    }
    for (const name of names) {
      const page = owners[name];
      if (gains[name] > leading[page]) leading[page] = gains[name];
      if (name === titled[page]) title[page] = gains[name];
      gains[name] = 0;
    }
    for (const page of touched) {
      if (!sums[page]) this.found.push(page);
      sums[page] += leading[page] + TITLE * title[page] + UNION * union[page];
      cover[page] = Math.max(cover[page], whole && had[page] / whole);
      leading[page] = title[page] = union[page] = had[page] = 0;
    }
  }

  /** Slots with what each form tells and the most that one does, the tellingest first. */
  telling(slots) {
    const told = slots.map(({ forms, extra }) => {
      const tells = forms.map(([term, weight]) => weight * this.titles.weight(term));
      return { forms, extra, tells, most: Math.max(...tells) };
    });
    return told.sort((a, b) => b.most - a.most);
  }
}

const better = (a, b) => b.score - a.score || a.page - b.page;

/** Whether a number stands in an ascending list. */
const within = (list, number) => {
  let at = 0;
  for (let end = list.length; at < end; ) {
    const middle = (at + end) >> 1;
    if (list[middle] < number) at = middle + 1;
    else end = middle;
  }
  return list[at] === number;
};

/** A bound that at least `most` of the numbers of some pages reach, or all when there are fewer; close to the highest such. */
const bound = (pages, numbers, top, most) => {
  const counts = new Int32Array(STEPS + 1);
  for (const page of pages) counts[Math.floor((numbers[page] / (top || 1)) * STEPS)] += 1;
  let step = STEPS;
  for (let sum = counts[step]; step && sum < most; ) sum += counts[(step -= 1)];
  return (step / STEPS) * top;
};
