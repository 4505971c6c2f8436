'use strict';
// What Edge.Sparkplug's messages are in bytes, by sparkplug-payload: a name and hexadecimal digits a line. Edge.Sparkplug.Tests keeps them, and compares.
const sparkplug = require('sparkplug-payload').get('spBv1.0');

const now = 1764350000123;
const measured = 1764349999500;
const text = (value) => ({ type: 'String', value });
const reading = (alias, value, code, reason, status, entry, more = {}) => ({
  alias, timestamp: measured, type: 'Double', value,
  properties: { Quality: { type: 'Int32', value: code }, Reason: text(reason), Status: text(status), Entry: { type: 'UInt64', value: entry }, ...more },
});
const session = (value) => ({ name: 'bdSeq', timestamp: now, type: 'Int64', value });

const vectors = {
  'node birth': {
    timestamp: now, seq: 0,
    metrics: [
      session(255),
      { name: 'Node Control/Rebirth', timestamp: now, type: 'Boolean', value: false },
      { name: 'Node Info/Log', alias: 1, timestamp: now, type: 'String', value: 'city.example/gw-1' },
    ],
  },
  'node death': { timestamp: now, metrics: [session(0)] },
  'device birth': {
    timestamp: now, seq: 1,
    metrics: [
      { name: 'water/tap/temperature', ...reading(2, 12.5, 192, 'None', 'Good', 300, { engUnit: text('°C') }) },
      { name: 'water/tap/ph', alias: 3, timestamp: now, type: 'Double', value: null, properties: { Quality: { type: 'Int32', value: 500 } } },
    ],
  },
  'device data': {
    timestamp: now, seq: 255,
    metrics: [
      reading(2, -0.25, 192, 'None', 'Good', 4294967296),
      reading(2, 85, 0, 'RateOfChange', 'Uncertain', 4294967297),
      reading(3, null, 0, 'NoAnswer', 'BadNoCommunication', 4294967298, { Clock: text('unsynchronised') }),
    ],
  },
  'device history': { timestamp: now, seq: 2, metrics: [{ ...reading(2, 0, 192, 'None', 'Good', 7), isHistorical: true }] },
  'device death': { timestamp: now, seq: 3 },
  'rebirth command': { timestamp: now, metrics: [{ name: 'Node Control/Rebirth', timestamp: now, type: 'Boolean', value: true }] },
  'another command': { timestamp: now, metrics: [{ name: 'Node Control/Reboot', timestamp: now, type: 'Boolean', value: true }, { name: 'Node Control/Rebirth', type: 'Boolean', value: false }] },
};

for (const [name, payload] of Object.entries(vectors)) console.log(`${name}: ${Buffer.from(sparkplug.encodePayload(payload)).toString('hex')}`);
