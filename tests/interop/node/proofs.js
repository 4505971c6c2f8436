'use strict';
// check-proofs FILE and make-proofs FILE, as the peer in Go answers them, with @transmute/rfc9162.
// A consistency path begins there with the old root when the old size is a power of two: step 2 of RFC 9162 section 2.1.4.2 done by whoever sends it.
const fs = require('fs');
const { CoMETRE: { RFC9162_SHA256: rfc9162 } } = require('@transmute/rfc9162');

// Its hash function looks for a browser first, by way of an exception, each time.
Error.stackTraceLimit = 0;

const leaves = [];
const roots = new Map();

async function growTo(size) {
  while (leaves.length < size) leaves.push(await rfc9162.leaf(Buffer.from(`entry ${leaves.length}`)));
}

async function rootAt(size) {
  if (!roots.has(size)) roots.set(size, await rfc9162.root(leaves.slice(0, size)));
  return roots.get(size);
}

const equal = (a, b) => Buffer.compare(a, b) === 0;

const isPowerOfTwo = (n) => (n & (n - 1)) === 0;

async function check({ kind, place, size, hashes }) {
  const root = await rootAt(size);
  if (kind === 'root') return hashes.length === 1 && equal(root, hashes[0]);
  if (kind === 'inclusion')
    return equal(root, await rfc9162.verify_inclusion_proof(leaves[place], { tree_size: size, leaf_index: place, inclusion_path: hashes }));
  const old = await rootAt(place);
  const path = isPowerOfTwo(place) ? [old, ...hashes] : hashes;
  return rfc9162.verify_consistency_proof(old, root, { tree_size_1: place, tree_size_2: size, consistency_path: path });
}

async function make({ kind, place, size }) {
  const tree = leaves.slice(0, size);
  if (kind === 'root') return [await rootAt(size)];
  if (kind === 'inclusion') return (await rfc9162.inclusion_proof(place, tree)).inclusion_path;
  const path = (await rfc9162.consistency_proof({ tree_size: place }, tree)).consistency_path;
  return isPowerOfTwo(place) ? path.slice(1) : path;
}

function parse(line) {
  const [kind, place, size, ...hashes] = line.split(' ');
  return { kind, place: Number(place), size: Number(size), hashes: hashes.map((text) => Buffer.from(text, 'base64')) };
}

async function answer(command, line) {
  const proof = parse(line);
  await growTo(proof.size);
  if (command === 'make-proofs')
    return [proof.kind, proof.place, proof.size, ...(await make(proof)).map((hash) => Buffer.from(hash).toString('base64'))].join(' ');
  try {
    return (await check(proof)) ? 'yes' : 'no: the roots differ';
  } catch (e) {
    return `no: ${e.message}`;
  }
}

async function main([command, file]) {
  const answers = [];
  for (const line of fs.readFileSync(file, 'utf8').trimEnd().split('\n')) answers.push(await answer(command, line));
  process.stdout.write(answers.join('\n') + '\n');
}

main(process.argv.slice(2)).catch((e) => {
  console.error(e);
  process.exit(1);
});
