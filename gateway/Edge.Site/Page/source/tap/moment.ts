import { Times } from '../words/times.ts';

const here = new Times(false);

/** 2026-11-20 08:14:02 UTC+8, in the zone of this phone. */
export const moment = (at: Date): string => `${here.moment(at)} ${here.zone(at)}`;
