import type { Language } from '../wire/forms.ts';
import type { State, Verdict } from './forms.ts';

/** What the tap's page says. For whoever drinks the water: no word of the trade. */
export interface TapWords {
  readonly question: string;
  readonly answers: Readonly<Record<Verdict, string>>;
  readonly because: Readonly<Record<Verdict, string>>;
  readonly unreachable: string;
  readonly outside: (names: string) => string;
  readonly and: string;
  readonly measured: (ago: string, time: string) => string;
  readonly never: string;
  readonly allowed: (low: string | null, high: string | null) => string;
  readonly noLimits: string;
  readonly within: string;
  readonly below: string;
  readonly above: string;
  readonly states: Readonly<Record<Exclude<State, 'good'>, (detail: string) => string>>;
  readonly provedTitle: string;
  readonly proved: (by: number, of: number) => string;
  readonly upTo: (time: string, ago: string, accepted: string) => string;
  readonly notYet: string;
  readonly waiting: string;
  readonly check: string;
  readonly back: string;
  readonly checking: string;
  readonly notProved: string;
  readonly cannot: string;
  readonly again: string;
  readonly lost: (time: string) => string;
  readonly lostAtOnce: string;
  readonly sureTitle: string;
  readonly sure: readonly string[];
  readonly save: (name: string) => string;
}

const english: TapWords = {
  question: 'Is this water in order?',
  answers: { 'in-order': 'Yes', 'out-of-limits': 'No', unknown: 'Not known now' },
  because: {
    'in-order': 'What is measured here is within its limits.',
    'out-of-limits': 'Something measured here is outside its limits.',
    unknown: 'Something is missing now; see below. That does not mean the water is bad.',
  },
  unreachable: 'This tap cannot be reached now, so nothing can be said of its water. That does not mean the water is bad.',
  outside: names => `Outside the limits: ${names}.`,
  and: ', ',
  measured: (ago, time) => `Measured ${ago} ago, ${time}`,
  never: 'Nothing was measured yet.',
  allowed: (low, high) => (low === null ? `allowed: up\u00A0to\u00A0${high}` : high === null ? `allowed: ${low}\u00A0or\u00A0more` : `allowed: ${low}\u00A0to\u00A0${high}`),
  noLimits: 'no limits are set',
  within: 'within', below: 'too low', above: 'too high',
  states: {
    none: () => 'No measurement yet.',
    untimed: () => 'It is not known when this was measured: the clock here is not set yet.',
    stale: since => `Old: nothing newer since ${since}.`,
    bad: why => `No valid number at the moment${why === '' ? '' : `, because: ${why}`}.`,
    doubtful: why => `Doubtful${why === '' ? '' : `, because: ${why}`}.`,
  },
  provedTitle: 'Who vouches for it',
  proved: (by, of) => `${by} of ${of} departments of the city`,
  upTo: (time, ago, accepted) => `have on record what was measured up to ${time} (${ago} ago); accepted at ${accepted}. Nobody can change it unnoticed.`,
  notYet: 'Measured, but the city has nothing of it on record yet. That follows by itself as soon as the city can be reached; nothing is lost meanwhile.',
  waiting: 'Newer measurements are still on their way to the city. That is nothing unusual; nothing is lost meanwhile.',
  check: 'Check it yourself', back: 'Back', checking: 'Fetching the proof ...',
  notProved: 'There is nothing to check yet: the city has no measurement of this tap on record. Please try again in a minute.',
  cannot: 'The proof cannot be fetched now.', again: 'Try again',
  lost: time => `This tap cannot be reached now. What stands here is of ${time}.`, lostAtOnce: 'This tap cannot be reached now; the page tries again by itself.',
  sureTitle: 'How to be quite sure',
  sure: [
    '"Check it yourself" computes on this phone. But the list of whom to believe then comes from this tap too, and whoever had forged everything could have forged that list.',
    'To rule that out: save the files below. Get that list (it is called policy file) from the city or one of its departments, and the checking page from somebody whom you trust; it works without any network.',
    'Give both to the checking page. Its answer then rests on nothing that comes from here.',
  ],
  save: name => `Save the proof of ${name}`,
};

const chinese: TapWords = {
  question: '此处的水是否正常？',
  answers: { 'in-order': '正常', 'out-of-limits': '不正常', unknown: '目前无法判断' },
  because: {
    'in-order': '此处所测各项均在限值之内。',
    'out-of-limits': '此处有测量值超出限值。',
    unknown: '目前缺少部分数值，见下文。这并不表示水有问题。',
  },
  unreachable: '目前无法连上此处，因此无法判断这里的水。这并不表示水有问题。',
  outside: names => `超出限值：${names}。`,
  and: '、',
  measured: (ago, time) => `测量于 ${ago}前，${time}`,
  never: '尚无测量值。',
  allowed: (low, high) => (low === null ? `限值：不高于 ${high}` : high === null ? `限值：不低于 ${low}` : `限值：${low} 至 ${high}`),
  noLimits: '未设限值',
  within: '正常', below: '过低', above: '过高',
  states: {
    none: () => '尚无测量值。',
    untimed: () => '测量时间不明：此处时钟尚未校准。',
    stale: since => `已旧：自 ${since} 起没有新的测量值。`,
    bad: why => `目前无数值${why === '' ? '' : `，原因：${why}`}。`,
    doubtful: why => `可疑${why === '' ? '' : `，原因：${why}`}。`,
  },
  provedTitle: '由谁作证',
  proved: (by, of) => `全市 ${of} 个部门中的 ${by} 个`,
  upTo: (time, ago, accepted) => `已将截至 ${time}（${ago}前）的测量值记录在案，确认于 ${accepted}。任何人改动都会被发现。`,
  notYet: '已测量，但城市尚未记录在案。连上城市后会自动补上，其间不会丢失。',
  waiting: '较新的测量值仍在送往城市的途中，属正常情况，其间不会丢失。',
  check: '自己核验', back: '返回', checking: '正在取得证明……',
  notProved: '暂无可核验的内容：城市还没有此处的测量记录。请一分钟后再试。',
  cannot: '目前无法取得证明。', again: '重试',
  lost: time => `目前无法连上此处。以下为 ${time} 的内容。`, lostAtOnce: '目前无法连上此处，本页会自动重试。',
  sureTitle: '如何完全放心',
  sure: [
    '“自己核验”在本手机上计算。但“应当相信谁”的名单此时也来自此处；若有人伪造了一切，名单也可能是伪造的。',
    '要排除这种可能：请保存下列文件；向城市或其部门索取该名单（称为信任策略文件），并向您信任的人索取核验页面，它无需网络即可使用。',
    '把两者交给核验页面，其结论便不再依赖任何来自此处的内容。',
  ],
  save: name => `保存“${name}”的证明`,
};

export const tapWords: Readonly<Record<Language, TapWords>> = { en: english, zh: chinese };
