import type { Words } from './words.ts';

const many = (count: number, one: string, more: string): string => `${count} ${count === 1 ? one : more}`;

export const english: Words = {
  language: 'en', tag: 'en', other: '中文',
  title: 'Site page', skip: 'To the answers',
  questions: { measuring: 'Is it measuring?', proving: 'Is it proving?', needing: 'What needs me?' },
  needsTitle: 'What needs you',
  links: {
    asking: 'Asking the gateway ...',
    stale: 'Nothing new from the gateway. What stands here is old.',
    denied: 'Who looks here must be logged in.',
    full: 'Too many watch this gateway already. The page tries again by itself.',
    away: 'The gateway cannot be reached from here. It may well go on measuring; the page tries again by itself.',
    failed: 'The gateway made a mistake here; its log says which. Measuring is not affected, and the page tries again by itself.',
  },
  lastKnown: time => `As last heard at ${time}.`,
  offline: waiting => `Offline is a normal state: readings go on being sealed, ${waiting} wait, and one anchor will cover them all.`,
  channelsTitle: 'Channels', noChannels: 'No channel is configured.',
  domains: { pipeline: 'Pipeline', energy: 'Energy', water: 'Water', '': 'Other' },
  noReading: 'no reading yet', noValue: 'no value', noClock: 'without a time: nobody vouches for the clock',
  silent: span => `nothing for ${span}`, forSpan: span => `for ${span}`, ago: span => `${span} ago`,
  units: ['d', 'h', 'min', 's'],
  chart: {
    asking: 'Asking for the last 24 hours ...', empty: 'No readings in the last 24 hours.', failed: 'The last 24 hours could not be read; the page asks again.', more: 'More of the day is still being read.',
    summary: (low, high) => `Last 24 h: ${low} to ${high}`,
    nothing: 'Last 24 h: no value',
    gaps: count => many(count, 'gap', 'gaps'), doubtful: count => `${count} uncertain`, bad: count => `${count} bad`,
    legend: { band: 'lowest to highest', doubt: 'uncertain', bad: 'bad', gap: 'gap: no readings', limit: 'alarm limit' },
  },
  evidence: 'Evidence file', proof: 'Proof and QR code',
  proofOf: subject => `Proof and QR code of ${subject}`, evidenceOf: subject => `Evidence file of ${subject}`,
  details: 'Newest readings',
  readings: { time: 'Time', value: 'Value', quality: 'Quality', proof: 'Proof', none: 'There are none.', asking: 'Asking ...' },
  proving: {
    asking: 'Looking for the proof ...', ready: 'Proved: the city holds it.', close: 'Close', newest: 'The newest that is proved', download: 'Download the evidence file', code: 'QR code of the evidence',
    check: 'Anybody can check this file or code offline, with the verifier\'s page or edge-verify. Whom to trust says the policy file, and that must come from the city, not from here.',
    notAnchored: seconds => `Not anchored yet: the city does not hold it. The page asks again in ${seconds} s.`,
    gone: 'Evicted or damaged: the gateway no longer holds it.', busy: 'Others are looking into the log; the page asks again.', tooMuch: 'Too long for QR codes; the file has it all.', notFound: 'There is no such reading.',
    denied: 'You may not see this. Log in first.', failed: 'The proof could not be had now.',
    part: (part, parts) => `Part ${part} of ${parts}`, next: 'Next part', before: 'Part before',
  },
  way: {
    title: 'The way of the newest reading',
    stations: { sampled: 'sampled', durable: 'durable', sealed: 'sealed', anchored: 'anchored', inBlock: 'in block' },
    of: (channel, time) => `${channel}, sampled at ${time}`, none: 'No reading with a time yet.',
    waits: { durable: 'waits to be written', sealed: 'waits for a seal', anchored: 'waits for the departments', inBlock: 'waits for the block', offline: 'waits for the link to the city' },
    atMost: span => `at most ${span}`, entries: count => `${count} entries wait`, departments: (count, all) => `${count} of ${all} departments`, block: height => `block ${height}`,
    last: span => `The reading before took ${span} from sampled to in block.`, here: 'here now',
  },
  figuresTitle: 'How it stands',
  devices: { title: 'Devices and buses', columns: ['Device', 'Rounds', 'Missed', 'Without value', 'Late (p99)', 'Bus'], works: 'works', stuck: 'stuck', held: line => `${line} held low`, freed: count => `freed ${many(count, 'time', 'times')}` },
  events: {
    title: 'Events', none: 'Nothing happened yet.', failed: 'Events could not be read.', more: 'Older events', asking: 'Asking ...', everything: 'all channels', noTime: 'time not known',
    kinds: { gap: 'Gap', boot: 'Start', clock: 'Clock', configuration: 'Configuration', calibration: 'Calibration', maintenance: 'Maintenance', tamper: 'Tampering', alarm: 'Alarm', keyRotation: 'New key', software: 'Software' },
    by: who => `by ${who}`, span: (from, to) => (from === null ? `until ${to ?? '?'}` : to === null ? `from ${from}` : `${from} to ${to}`),
  },
  login: {
    title: 'Log in', name: 'Name', password: 'Password', enter: 'Log in', leave: 'Log out', cancel: 'Cancel', wrong: 'This name and password do not belong together.', needed: 'Log in to see this gateway.',
    tooMany: seconds => `Too many attempts; try again in ${seconds} s.`,
    roles: { viewer: 'viewer', operator: 'operator', technician: 'technician' }, failed: 'Logging in failed; the gateway does not answer.',
  },
  acts: {
    acknowledge: 'Acknowledge', acknowledgeOf: channel => `Acknowledge the alarm of ${channel}`, seen: 'I have seen to the damage', note: 'Note (stands in the log, with your name)', send: 'Enter it in the log', done: 'It stands in the log.',
    failed: 'It could not be entered in the log.', notAllowed: 'Your role may not do this.', nothingOpen: 'There is nothing open any more.',
  },
  foot: { qr: 'QR code of this page', api: 'HTTP API', policy: 'Policy file the gateway goes by', policyNote: 'A verifier must get its policy from the city, not from the one it checks.' },
};
