'use strict';
// A host application of Sparkplug B 3.0, written from the specification on mqtt (MIT) and sparkplug-payload (EPL-2.0), which tests install and nothing ships; nothing in it comes from Edge.
//   watch URL            says a JSON line for every message, with what in it breaks a rule
//   primary URL HOST     the same, as the primary host HOST: says that it is online, and its will that it is not
//   rebirth URL GROUP NODE   asks a node for its births
const mqtt = require('mqtt');
const sparkplug = require('sparkplug-payload').get('spBv1.0');

const [command, url, first, second] = process.argv.slice(2);
const number = (value) => (value === undefined || value === null ? null : Number(value));
const say = (what) => process.stdout.write(JSON.stringify(what) + '\n');

// What is known of each node: its session, its next sequence number, its metrics by alias.
const nodes = new Map();

function look(topic, payload, packet) {
  const [, group, kind, name, device] = topic.split('/');
  const message = sparkplug.decodePayload(payload);
  const wrong = [];
  const rule = (holds, otherwise) => holds || wrong.push(otherwise);
  const key = `${group}/${name}`;
  const node = nodes.get(key);
  const seq = number(message.seq);
  const session = number((message.metrics || []).find((m) => m.name === 'bdSeq')?.value);
  rule(!packet.retain, 'it is retained');
  rule(kind[0] !== 'D' === (device === undefined), 'a device in the topic of a node, or none in that of a device');
  rule(kind === 'NDEATH' || packet.qos === 0, `QoS ${packet.qos}`);
  rule(message.timestamp !== undefined, 'the payload has no timestamp');

  if (kind === 'NDEATH') {
    rule(seq === null, 'a death with a sequence number');
    rule((message.metrics || []).length === 1 && session !== null, 'a death tells its bdSeq and nothing else');
    if (node && node.session === session) node.isAlive = false;
  } else if (kind === 'NBIRTH') {
    rule(seq === 0, `a birth with sequence number ${seq}`);
    rule(session !== null && message.metrics.find((m) => m.name === 'bdSeq').type === 'Int64', 'no bdSeq of type Int64');
    const control = message.metrics.find((m) => m.name === 'Node Control/Rebirth');
    rule(control && control.type === 'Boolean' && control.value === false && control.alias === undefined, 'no Node Control/Rebirth that is false and has no alias');
    nodes.set(key, { session, next: 1, isAlive: true, aliases: new Map(), devices: new Set() });
  } else if (!node || !node.isAlive) {
    rule(false, `${kind} of a node that is not alive`);
  } else {
    rule(seq === node.next, `sequence number ${seq}, ${node.next} was to come`);
    node.next = (seq + 1) % 256;
    if (kind === 'DBIRTH') node.devices.add(device);
    else rule(node.devices.has(device), `${kind} of a device that is not alive`);
    if (kind === 'DDEATH') node.devices.delete(device);
  }

  const known = nodes.get(key);
  const metrics = (message.metrics || []).map((metric) => read(metric, kind, known, device, rule));
  if (kind === 'DDATA') rule(inOrder(metrics.filter((m) => !m.isHistorical)), 'values are not in the order of time');
  say({ kind, node: key, device, seq, session, timestamp: number(message.timestamp), metrics, ...(wrong.length > 0 && { wrong }) });
}

function read(metric, kind, node, device, rule) {
  const alias = number(metric.alias);
  const isBirth = kind.endsWith('BIRTH');
  if (isBirth) {
    rule(metric.name, 'a metric without a name in a birth');
    rule(metric.type, `${metric.name} without a type`);
    if (alias !== null) rule(!node.aliases.has(alias) || node.aliases.get(alias) === metric.name, `the alias ${alias} stands for two metrics`);
    if (alias !== null) node.aliases.set(alias, metric.name);
  } else if (kind.endsWith('DATA')) {
    rule(metric.name === undefined, `a name beside the alias ${alias}`);
    rule(node && node.aliases.has(alias), `an alias ${alias} that no birth has`);
  }

  rule(metric.timestamp !== undefined, `${metric.name || alias} without a timestamp`);
  const property = (name) => metric.properties?.[name]?.value;
  if (property('Quality') !== undefined) {
    rule(metric.properties.Quality.type === 'Int32', 'Quality is no Int32');
    rule([0, 192, 500].includes(property('Quality')), `Quality ${property('Quality')}`);
  }

  return {
    name: metric.name ?? node?.aliases.get(alias), value: typeof metric.value === 'object' ? number(metric.value) : metric.value, timestamp: number(metric.timestamp),
    quality: property('Quality'), reason: property('Reason'), unit: property('engUnit'), entry: number(property('Entry')), isHistorical: metric.isHistorical === true,
  };
}

/** Each metric's values by rising time. */
function inOrder(metrics) {
  const newest = new Map();
  return metrics.every((m) => {
    const follows = !(newest.get(m.name) >= m.timestamp);
    newest.set(m.name, m.timestamp);
    return follows;
  });
}

function watch(client, ready) {
  client.on('message', (topic, payload, packet) => {
    if (/^spBv1.0\/(STATE\/|[^/]+\/[ND]CMD\/)/.test(topic)) return;
    try {
      look(topic, payload, packet);
    } catch (problem) {
      say({ topic, wrong: [`it cannot be read: ${problem.message}`] });
    }
  });
  client.on('connect', () => client.subscribe('spBv1.0/#', { qos: 1 }, () => ready(() => say({ ready: true }))));
}

const since = Date.now();
const state = (online) => JSON.stringify({ online, timestamp: since });
const commands = {
  watch: () => watch(mqtt.connect(url, { reconnectPeriod: 100 }), (done) => done()),
  primary: () => {
    const topic = `spBv1.0/STATE/${first}`;
    const client = mqtt.connect(url, { reconnectPeriod: 100, will: { topic, payload: state(false), qos: 1, retain: true } });
    watch(client, (done) => client.publish(topic, state(true), { qos: 1, retain: true }, done));
  },
  rebirth: () => {
    const client = mqtt.connect(url);
    const payload = sparkplug.encodePayload({ timestamp: since, metrics: [{ name: 'Node Control/Rebirth', timestamp: since, type: 'Boolean', value: true }] });
    client.on('connect', () => client.publish(`spBv1.0/${first}/NCMD/${second}`, Buffer.from(payload), { qos: 0 }, () => client.end()));
  },
};
commands[command]();
