import { toHex } from '../forms/bytes.ts';
import type { Wall } from '../entries/entry.ts';
import type { Proved, ProvedReading, Run, Subject, Verdict } from '../evidence/verdict.ts';
import { interval, readingsOf, runsOf } from '../evidence/verdict.ts';
import { chartOf } from './chart.ts';
import { valueFormOf } from './definition.ts';
import { DisplayTimes } from './displayed.ts';
import type { Chart, ConditionsReport, Counts, GapRow, OtherRow, ProvedReport, ReadingRow } from './report.ts';

const CHARTS = 12;
const ROWS = 100;
const GAPS = 100;
const OTHERS = 100;
const CONDITIONS = 50;
const RUNS = 20;

/** What a verdict that holds shows. */
export function reportProved(verdict: Verdict, proved: Proved): ProvedReport {
  const readings = readingsOf(proved), runs = runsOf(proved.subjects), others = proved.subjects.filter(({ entry }) => entry.kind !== 'reading');
  const longest = runs.reduce((a, b) => (b.last - b.first > a.last - a.first ? b : a));
  const times = new DisplayTimes(readings);
  const row = (reading: ProvedReading): ReadingRow => rowOf(reading, times.of(reading));
  const gaps = others.flatMap(({ entry }): GapRow[] => (entry.kind === 'gap'
    ? [{ channels: entry.channels, from: entry.from?.seconds ?? null, to: entry.to?.seconds ?? null, why: entry.why, detail: entry.detail }] : []));
  const told = others.flatMap(otherOf);
  const { charts, notDrawn } = chartsOf(readings, times, runs, others);
  const conditions = conditionsOf(readings);
  const half = ROWS / 2;
  return {
    origin: proved.origin, city: proved.city, gateway: proved.gateway, size: proved.checkpoint.size, root: toHex(proved.checkpoint.root),
    blockSize: proved.block.size, blockHash: toHex(proved.blockHash), blockSignedBy: proved.blockSignedBy, acceptedBy: proved.acceptedBy, ...interval(verdict),
    runs: runs.slice(0, RUNS), moreRuns: Math.max(0, runs.length - RUNS), longest, entries: proved.subjects.length,
    isWhole: longest.last > longest.first && readings.every(({ index }) => index >= longest.first && index <= longest.last),
    counts: countsOf(readings), channels: [...new Set(readings.map(({ entry }) => entry.channel))],
    otherKinds: [...new Set(others.map(({ entry }) => (entry.kind === 'unknown' ? `${entry.number}` : entry.kind)))], others: others.length, gaps: gaps.slice(0, GAPS), gapCount: gaps.length, missing: gaps.reduce((sum, gap) => sum + missingOf(gap), 0n),
    otherRows: told.slice(0, OTHERS), moreOthers: Math.max(0, told.length - OTHERS),
    device: deviceSpan(readings), charts, notDrawn,
    firstRows: readings.slice(0, readings.length > ROWS ? half : ROWS).map(row), lastRows: readings.length > ROWS ? readings.slice(-half).map(row) : [],
    conditions: conditions.slice(0, CONDITIONS), moreConditions: Math.max(0, conditions.length - CONDITIONS), software: softwareOf(readings),
  };
}

/** How many readings were not taken or not kept, by what a gap tells; 0 when it does not. */
function missingOf({ detail }: GapRow): bigint {
  return detail.split('; ').reduce((sum, clause) => sum + BigInt(/^(\d{1,15}) (?:samples? |readings? not (?:taken|kept))/.exec(clause)?.[1] ?? 0), 0n);
}

/** Seals come with every batch and say nothing to a reader; gaps are told by themselves. */
function otherOf({ index, entry }: Subject): OtherRow[] {
  switch (entry.kind) {
    case 'reading': case 'seal': case 'gap': return [];
    case 'boot': return [{ index, kind: entry.kind, wall: entry.wall, names: [entry.software], text: '' }];
    case 'clock': return [{ index, kind: entry.kind, wall: entry.after, names: [], text: '' }];
    case 'configuration': return [{ index, kind: entry.kind, wall: null, names: [entry.channel, entry.who], text: '' }];
    case 'calibration': return [{ index, kind: entry.kind, wall: null, names: [entry.channel, entry.date, entry.certificate, entry.who], text: '' }];
    case 'unknown': return [{ index, kind: `${entry.number}`, wall: null, names: [], text: '' }];
    default: return [{ index, kind: entry.kind, wall: entry.wall, names: [entry.subject, entry.who], text: entry.text }];
  }
}

function rowOf(reading: ProvedReading, shown: { wall: Wall; isRecomputed: boolean } | null): ReadingRow {
  const { channel, unit, value, raw, quality, reason, wall } = reading.entry;
  return { index: reading.index, channel, unit, value, ...valueFormOf(reading), raw, quality, reason, wall,
    recomputed: shown?.isRecomputed ? shown.wall : null, notBefore: reading.notBefore };
}

function countsOf(readings: ProvedReading[]): Counts {
  const of = (has: (reading: ProvedReading) => boolean): number => readings.reduce((count, each) => count + (has(each) ? 1 : 0), 0);
  return { good: of(({ entry }) => entry.quality === 0), uncertain: of(({ entry }) => entry.quality === 1), bad: of(({ entry }) => entry.quality === 2), absent: of(({ entry }) => entry.value === null) };
}

function deviceSpan(readings: ProvedReading[]): ProvedReport['device'] {
  let earliest: Wall | null = null, latest: Wall | null = null;
  for (const { entry: { wall } } of readings) {
    if (wall === null)
      continue;
    earliest = earliest === null || wall.seconds < earliest.seconds ? wall : earliest;
    latest = latest === null || wall.seconds > latest.seconds ? wall : latest;
  }
  return earliest && latest && { earliest, latest };
}

function chartsOf(readings: ProvedReading[], times: DisplayTimes, runs: Run[], others: Subject[]): { charts: Chart[]; notDrawn: number } {
  const channels = new Map<string, ProvedReading[]>();
  for (const reading of readings) {
    const name = `${reading.entry.channel}\n${reading.entry.unit}`, all = channels.get(name);
    if (all === undefined)
      channels.set(name, [reading]);
    else
      all.push(reading);
  }
  const several = [...channels.values()].filter(all => all.length > 1);
  const charts = several.slice(0, CHARTS).map(all => chartOf(all, all.map(each => times.of(each)?.wall.seconds ?? null), runs, others));
  return { charts: charts.filter(chart => chart !== null), notDrawn: Math.max(0, several.length - CHARTS) };
}

/** Of each channel, the latest of each that the file names. */
function conditionsOf(readings: ProvedReading[]): ConditionsReport[] {
  const found = new Map<string, ConditionsReport>();
  for (const { entry: { channel }, context } of readings) {
    if (context === null)
      continue;
    const { configuration, calibration } = context;
    found.set(channel, {
      channel,
      configuration: configuration === null ? null : configuration.entry?.kind === 'configuration'
        ? { definition: configuration.entry.definition, who: configuration.entry.who, file: toHex(configuration.entry.file) } : { hidden: toHex(configuration.leaf) },
      calibration: calibration === null ? null : calibration.entry?.kind === 'calibration'
        ? { date: calibration.entry.date, certificate: calibration.entry.certificate, who: calibration.entry.who, coefficients: calibration.entry.coefficients }
        : { hidden: toHex(calibration.leaf) },
    });
  }
  return [...found.values()];
}

const softwareOf = (readings: ProvedReading[]): string[] =>
  [...new Set(readings.flatMap(({ context }) => (context?.boot?.entry?.kind === 'boot' ? [context.boot.entry.software] : [])))].slice(0, 5);
