import type { Counts } from '../report/report.ts';
import { chineseLabels } from './chinese-labels.ts';
import { grouped } from './figures.ts';
import { partsOf } from './parts.ts';
import { shownName } from './shown.ts';
import type { Words } from './words.ts';

function qualities({ good, uncertain, bad, absent }: Counts): string {
  const parts = ([['良好', good], ['可疑', uncertain], ['坏值', bad], ['其中无数值', absent]] as const)
    .filter(([, count]) => count > 0).map(([word, count]) => `${word} ${grouped(count)}`);
  return parts.join('，') || '无';
}

const all = ({ good, uncertain, bad }: Counts): number => good + uncertain + bad;
const entriesOf = (size: bigint): string => `${grouped(size)} 条日志条目`;

/** Before Chinese text: a blank after figures and Latin letters alone. */
const spaced = (text: string): string => (/[\0-\x7f]$/.test(text) ? `${text} ` : text);

const KEYS: Readonly<Record<string, string | undefined>> = Object.assign(Object.create(null), {
  driver: '驱动', bus: '总线', bus_at: '总线所在', address: '地址', line: '引脚', input: '输入', output: '输出', scale: '换算', low: '下限', high: '上限', range: '量程', domain: '领域', data_rate: '采样率', gain: '增益量程',
  period_ms: '周期（毫秒）', period: '周期', resolution: '分辨力', shunt: '分流电阻', averaging: '平均次数', k_factor: 'K 系数', slope: '斜率', offset: '零点', result: '结果', formula: '公式', of: '取自', factor: '系数',
  plausible_range: '合理范围', rate: '每秒最大变化', flat_line_ms: '允许不变（毫秒）', flat_band: '不变的波动', warm_up_ms: '预热（毫秒）', alarm_low: '告警下限', alarm_high: '告警上限', alarm_deadband: '告警回差', device: '器件所述', purpose: '用途', means: '监视对象', debounce: '去抖',
});

export const chinese: Words = {
  tag: 'zh-Hans', other: 'English', colon: '：', semicolon: '；', comma: '、', stop: '。', clause: '，',
  labels: chineseLabels,
  qualities: ['良好', '可疑', '坏值'],
  reasons: [
    '无异常', '设备无数据', '设备无应答', '总线传输失败', '回路电流低于 3.6 mA（断线或无供电）', '回路电流高于 21.0 mA（短路或变送器告警）', '回路电流在 3.6 至 3.8 mA 之间',
    '回路电流在 20.5 至 21.0 mA 之间', '转换器已达量程尽头', '设备预热中', '设备丢失了设置或校准', '该地址应答的是另一设备', '设备未按时就绪', '应答无法解读', '超出合理范围', '变化过快',
    '长时间不变', '检修中或模拟值', '设备已移除', '网关未按时采样', '用于补偿的温度目前没有测量值',
  ],
  whys: [
    '断电', '传感器不在位', '网关来不及处理', '因存储上限舍弃', '网关存储损坏', '采样已停止', '因存储将满只保留部分读数', '因存储将满停止该测点采样', '因存储已满未采集', '上链存证后因存储上限舍弃',
  ],
  categories: { F: '故障', S: '超出规格', C: '功能检查', M: '需要维护' },
  contacts: { leak: ['干燥', '潮湿'], door: ['闭合', '打开'], tamper: ['闭合', '打开'] },
  kinds: {
    reading: '读数', seal: '封存', gap: '缺测', boot: '网关启动', clock: '时钟校正', configuration: '配置', calibration: '校准', maintenance: '检修', tamper: '防拆', alarm: '告警',
    key_rotation: '更换密钥', software: '软件',
  },
  valid: claim => `有效。${claim}。`,
  validBut: (reservations, claim) => `有效，但${reservations.join('；')}。${claim}。`,
  invalid: why => `无效：${why}。`,
  notChecked: (reason, file, detail) => `未作核验：${chinese.whyNotChecked(reason, file, detail)}。`,
  whyNotChecked: (reason, file, detail) => ({
    malformed: `${file} 不是证据文件或已损坏`,
    empty: `${file} 是空文件`,
    receipt_alone: `${file} 是 COSE 回执，但不含所涉内容。请用 edge-verify 核验，并给出${detail ? `第 ${detail} 条日志条目（--entry 文件）` : '先前的根（--root 根）'}`,
    too_large: `${file} 超过此类文件的上限 ${detail} 字节`,
    cannot_read: `${file} 无法读取，可能已被移动或改动，请重新选择`,
    policy_malformed: `${file} 不是信任策略文件或已损坏`,
    two_policies: `给出了多个信任策略文件（${detail.replaceAll('\n', '、')}）。请只选择来自您所信任一方的那一个`,
    code_other: `${file} 是其他用途的二维码，不是证据二维码；其内容为 ${shownName(detail)}`,
    code_address: `${file} 是网址二维码（${shownName(detail)}），不是证据二维码。请在浏览器中打开该网址，让其显示某个读数的证据二维码`,
    code_newer: `${file} 是第 ${detail} 版格式的证据二维码，本程序尚不支持。请使用更新的程序`,
    code_damaged: `${file} 是证据二维码，但内容已损坏。请重新读取，或索取证据文件`,
    parts_missing: `${file} 分载于 ${partsOf(detail, '、').count} 个二维码，尚未读全：缺第 ${partsOf(detail, '、').missing} 个。请继续读取这些二维码，先后不限`,
    parts_differ: `${file} 的 ${detail} 个二维码不能拼成一个文件：其摘要与所载不符。请从同一处重新读取全部二维码`,
    picture_without_code: `在 ${file} 中没有读到二维码。请从正前方重新拍摄：画面清晰、无反光，使整个二维码连同白边占满大部分画面`,
    picture_not_opened: `此浏览器无法将 ${file} 作为图片打开，或图片已损坏。请改用 PNG 或 JPEG，例如屏幕截图`,
    picture_too_large: `${file} 超过 ${detail} 百万像素。请只截取二维码周围的部分`,
    unforeseen: `本页出错，这是我们的缺陷，请告知我们（${detail}）`,
  })[reason],
  claim: (subject, gateway, existed, accepted, departments, complete) =>
    `网关 ${gateway} ${subject}；${existed}；${departments} 个部门中 ${accepted} 个已见证${complete === null ? '' : `；${complete}`}`,
  reading: (value, channel, quality) => `在测点 ${channel} 测得 ${value}${quality.length > 0 ? `（质量${quality}）` : ''}`,
  absent: (channel, quality) => `记录到测点 ${channel} 无数值（质量${quality}）`,
  readings: (counts, channels, more) => {
    const count = all(counts), names = `${channels.join('、')}${more > 0 ? ` 等 ${grouped(channels.length + more)} 个测点` : ' '}`;
    if (counts.absent === count)
      return `在测点 ${names}记录 ${grouped(count)} 次，均无数值`;
    const flawed = counts.good === count && counts.absent === 0 ? '' : `（${qualities({ ...counts, good: 0 })}）`;
    return `在测点 ${names}测得 ${grouped(count)} 个读数${flawed}`;
  },
  otherEntries: (kinds, count) => `的 ${grouped(count)} 条日志条目（${kinds.join('、')}）`,
  existed: (notBefore, notAfter, zone) => notBefore === null && notAfter === null ? '形成时间无从证明'
    : notBefore === null ? `形成时间不晚于 ${notAfter}（${zone}）` : notAfter === null ? `形成时间不早于 ${notBefore}（${zone}）`
      : `形成时间不早于 ${notBefore}，不晚于 ${notAfter}（${zone}）`,
  nothingMissing: (first, last) => `日志条目 ${grouped(first)} 至 ${grouped(last)} 完整（无遗漏），其中无缺测记录`,
  nothingWithheld: (first, last) => `日志条目 ${grouped(first)} 至 ${grouped(last)} 无隐瞒`,
  gapsRecorded: (count, missing) => `记录缺测 ${grouped(count)} 处${missing > 0n ? `，共缺读数 ${grouped(missing)} 个` : ''}`,
  moreGaps: count => `另有 ${grouped(count)} 处`,
  gap: (channels, from, to, zone, why) => `${channels.length > 0 ? `${channels} ` : ''}${from === null && to === null ? '时间不详'
    : from === null ? `至 ${to} 为止（${zone}）` : to === null ? `自 ${from} 起（${zone}）` : `${from} 至 ${to}（${zone}）`}，${why}`,
  ended: word => `${word}（网关未经停止即中断）`,
  endedUnknown: word => `${word}（网关未经停止即中断，主板是否仍在运行不详）`,
  endedRunning: word => `${word}（网关未经停止即中断，主板仍在运行）`,
  entries: (places, more) => {
    const names = places.map(grouped).join('、');
    return more > 0 ? `日志条目 ${names} 等 ${grouped(places.length + more)} 条` : `日志条目 ${names}`;
  },
  and: names => names.join('、'),
  more: count => `等另外 ${grouped(count)} 个`,
  finding: ({ number, cause }, about) => ({
    1: '文件形成后被改动或损坏：其摘要与内容不符',
    2: `${about} 不是网关名称`,
    3: `网关 ${about} 不在信任策略文件中，其公钥无人担保`,
    4: cause === 'not_signed_by_log'
      ? `检查点没有网关 ${about} 以信任策略文件中的密钥所作的签名（策略文件是否用对、是否最新？该密钥是否已更换？）`
      : `网关 ${about} 的签名与内容不符`,
    5: `部门 ${about} 的签名与内容不符`,
    6: `网关 ${about} 的检查点未达到法定见证数`,
    7: `应包含该存证的城市链区块不被认可：${cause && chinese.cause(cause, about)}`,
    8: '城市链区块中没有该网关的存证',
    9: '所示日志条目与网关检查点所覆盖的内容不符',
    10: `${spaced(about)}所附的配置、校准、时钟或封存缺失，或并非记录时所采用的`,
    11: `用以证明最早时间的城市链区块不被认可：${cause && chinese.cause(cause, about)}`,
    12: `未能证明 ${about} 的两个检查点相互矛盾：证明不成立`,
    100: `文件中没有内容能证明${spaced(about)}的最早时间`,
    101: `各部门的时钟相互矛盾，${spaced(about)}没有可成立的时间`,
    102: `${spaced(about)}的网关自身时钟在可证明的时间之外`,
    103: `本程序不了解${about} 的含义：内容真实，但类型较新`,
    104: `信任策略不要求部门见证，${spaced(about)}的最晚时间无从证明`,
    105: `${spaced(about)}的配置或校准仅以哈希值列出；需要时可索取完整证据文件`,
  })[number],
  cause: (cause, about) => ({
    other_origin: `属于另一日志 ${about}`,
    unknown_log: `日志 ${about} 不在信任策略文件中`,
    not_signed_by_log: `没有 ${about} 的签名`,
    bad_log_signature: `${about} 的签名与内容不符`,
    bad_cosignature: `部门 ${about} 的签名与内容不符`,
    no_quorum: `未达到法定见证数（${about}）`,
  })[cause],
  key: name => KEYS[name] ?? name,
  calibrationOf: (channel, said) => `${channel} 的校准：${said}`,
  unknownKind: number => `未知类型 ${number}`,
  unknownReason: number => `本程序未知的原因（代码 ${number}）`,
  unknownWhy: number => `本程序未知的原因（代码 ${number}）`,
  beyondCalendar: second => `公元 9999 年之后（自 1970 年起第 ${second} 秒）`,
  counts: counts => `共 ${grouped(all(counts))} 个：${qualities(counts)}`,
  accepted: (accepted, departments, quorum) => `${departments} 个中 ${accepted} 个；法定见证数为 ${quorum}`,
  quorum: size => `其中至少 ${size} 个须一致见证`,
  bytes: count => `${grouped(count)} 字节`,
  chart: (count, channel, low, high, from, to, hasBad) => `测点 ${channel} 的 ${grouped(count)} 个读数，${from} 至 ${to}：最低 ${low}，最高 ${high}${hasBad ? '（坏值不计）' : ''}`,
  rows: (shown, count) => (shown === count ? `全部 ${grouped(count)} 个读数，按日志顺序` : `共 ${grouped(count)} 个读数，此处列出首尾 ${grouped(shown)} 个；edge-verify --html --full 可全部显示`),
  checkpoint: (origin, size) => `日志 ${origin}，共 ${grouped(size)} 条`,
  block: (size, time, zone) => `城市链日志至第 ${grouped(size - 1n)} 条${time === null ? '' : `，达到法定见证数的时间为 ${time}（${zone}）`}`,
  page: () => ['第 ', ' 页，共 ', ' 页'],
  checking: name => `正在核验 ${name} ……`,
  tally: (count, word) => `${grouped(count)} 个${word}`,
  all: (count, word) => `${grouped(count)} 个文件全部${word}`,
  ofFiles: (count, all, word) => `${grouped(all)} 个文件中 ${grouped(count)} 个${word}`,
  reportFollows: name => `以下为 ${name} 的报告。`,
  showAll: rows => `显示全部 ${grouped(rows)} 行`,
  figuresProved: (count, all) => (all === 1 ? `该数值${count === 1 ? '已获证明' : '未获证明'}` : count === all ? `${grouped(all)} 个数值均已获证明`
    : count === 0 ? `${grouped(all)} 个数值均未获证明` : `${grouped(all)} 个数值中 ${grouped(all - count)} 个未获证明`),
  onRecord: (names, departments, notAfter, zone) => `城市的 ${grouped(departments)} 个部门中 ${grouped(names.length)} 个已存有此记录${names.length > 0 ? `（${names.join('、')}）` : ''}${notAfter === null ? '' : `，最迟自 ${notAfter}（${zone}）起`}。`,
  measuredAt: (time, zone) => `测量时间：${time}（${zone}），按水龙头处的时钟。`,
  cameWith: (policy, files, more) => `${policy} 与 ${files.join('、')}${more > 0 ? ` 等共 ${grouped(files.length + more)} 个文件` : ' '}一同给出。`,
  since: (state, time) => `${time} 起${state}`,
  moreChanges: count => `另有 ${grouped(count)} 处`,
  files: count => `已核验 ${grouped(count)} 个文件`,
  proved: (log, first, second, firstBy, secondBy) => {
    const histories = first === second ? `${log}签署了两份互不相同的历史，均为 ${entriesOf(first)}`
      : `${log}签署了两份历史：一份为 ${entriesOf(first)}，另一份为 ${entriesOf(second)}，却并非前者的延续`;
    const accepted = !firstBy && !secondBy ? '没有部门见证过其中任何一份' : !secondBy ? `见证前者的部门：${firstBy}；没有部门见证后者`
      : !firstBy ? `没有部门见证前者；见证后者的部门：${secondBy}` : `见证前者的部门：${firstBy}；见证后者的部门：${secondBy}`;
    return `已证明：${histories}。其自身签名即为证明；若无其他证据，其所记录的内容均不可采信。${accepted}。`;
  },
  notProved: why => `未能证明：${why}。`,
  verbatim: text => (/[A-Za-z]/.test(text) ? `原文：${text}` : text),
  ownWordOnly: '这只是日志自身的声明：COSE 回执不证明时间，也没有部门见证',
  included: (index, entry, log, size) => `第 ${grouped(index)} 条日志条目（${entry}）在日志 ${log} 之中，签署时日志共 ${grouped(size)} 条`,
  keyUnknown: key => `信任策略中没有日志密钥 ${key}`,
  notSigned: key => `密钥 ${key} 没有签署此回执与日志条目所得出的根；二者之一已被改动，或二者不相配`,
  gatewayLog: id => `网关 ${id} `,
  otherLog: name => `日志 ${name} `,
  history: entriesOf,
};
