/* For whom a procedure is, by what its title says and what somebody tells of themselves: how old, which kind of business. */

/** A title: "từ đủ 06 tuổi đến dưới 14 tuổi". Both sides are folded. */
const FROM = /\b(?:tu|tu du|tren) 0*(\d+) tuoi\b/;
const UNDER = /\bduoi 0*(\d+) tuoi\b/;
/** A question: "bé 3 tuổi", "con 14t", "dưới 6 tuổi", "8 tháng tuổi". */
const AGE = /\b(duoi )?0*(\d{1,3}) ?(?:(thang) )?(?:tuoi|t)\b/g;
/** Businesses of one kind are registered elsewhere than those of the other. */
const COMPANY = /\b(?:cong ty|cty|doanh nghiep)\b/;
const HOUSEHOLD = /\b(?:ho kinh doanh|hkd|ho ca the|tiem)\b/;

const trade = (text) => (COMPANY.test(text) === HOUSEHOLD.test(text) ? "" : COMPANY.test(text) ? "company" : "household");

/** Whom a title is for, as folded text: { from, under, trade }; `under` is without bound where it names none. */
export const meantFor = (title) => ({
  from: Number(title.match(FROM)?.[1] || 0),
  under: Number(title.match(UNDER)?.[1] || Infinity),
  trade: trade(title),
});

/** Whom a question tells of, as folded text: { ages, trade }. */
export const toldOf = (text) => ({
  ages: Array.from(text.matchAll(AGE), ([, under, number, months]) => (months ? 0 : number - (under ? 1 : 0))),
  trade: trade(text),
});

/** Whether a title is for those that a question tells of: true when it says so, false when it is for others, null when it says nothing of it. */
export const suits = ({ from, under, trade }, told) => {
  const [aged, young] = [from > 0 || under < Infinity, under < Infinity];
  const old = !aged ? null : told.ages.length ? told.ages.some((age) => age >= from && age < under) : young ? false : null;
  const same = trade && told.trade ? trade === told.trade : null;
  return old === false || same === false ? false : old || same;
};
