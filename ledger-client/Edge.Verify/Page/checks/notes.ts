import { areEqual, toHex, toUtf8 } from '../source/forms/bytes.ts';
import { Malformed } from '../source/forms/malformed.ts';
import { sha256 } from '../source/hashes/sha256.ts';
import { anchorLeaf, parseAnchorLeaf, parseProof } from '../source/evidence/city.ts';
import { cosignatureTime, cosignedMessage, isSignature, parseKey } from '../source/keys/key.ts';
import type { Signatures } from '../source/keys/signatures.ts';
import { leafHash, rootOfPath } from '../source/logs/merkle.ts';
import { parseOrigin } from '../source/logs/origin.ts';
import { accept, notAfter, notBefore, Refused } from '../source/notes/acceptance.ts';
import { parseCheckpoint, parseNote, parseSignatures } from '../source/notes/note.ts';
import { Policy } from '../source/notes/policy.ts';
import { equal, keyed, refused, Wrong } from './expect.ts';
import { bytesOf } from './files.ts';

/** notes.json, but for what no verifier of files reads: private keys, requests, refusals, blocks on the wire, answers with a size. */

const policyCalled = (name: string, file: any): Policy => new Policy(toUtf8(file.policies.find((each: any) => each.name === name).text));

export function key(found: any): void {
  const { name, type, key_id, vkey } = keyed(found, 'name', 'type', 'key_id', 'vkey', 'private_key');
  const read = parseKey(vkey);
  const types = { ed25519: '01', p256: '02', cosignature: '04', sm2: `ff${toHex(toUtf8('edge-sm2-sm3/v1'))}` };
  equal([read.name, types[read.type], read.id], [name, type, key_id], 'name, type, id');
}

export const refusedKey = (found: any): void => refused(() => parseKey(keyed(found, 'name', 'vkey').vkey));

export async function signature(found: any, _: any, by: Signatures): Promise<void> {
  const { vkey, text, blob, valid } = keyed(found, 'name', 'vkey', 'text', 'blob', 'valid');
  const read = parseKey(vkey);
  const holds = read.type === 'cosignature' ? await cosignatureTime(read, toUtf8(text), bytesOf(blob), by) !== null : await isSignature(read, toUtf8(text), bytesOf(blob), by);
  equal(holds, valid, 'valid');
}

export async function mixed(found: any, file: any, by: Signatures): Promise<void> {
  const { origin, note, accepted } = keyed(found, 'name', 'origin', 'note', 'accepted');
  equal(await isAccepted(() => accept(new Policy(toUtf8(file.mixed.policy)), parseNote(toUtf8(note)), origin, by)), accepted, 'accepted');
}

async function isAccepted(ask: () => Promise<unknown>): Promise<boolean> {
  try {
    await ask();
    return true;
  } catch (e) {
    if (e instanceof Refused || e instanceof Malformed)
      return false;
    throw e;
  }
}

export async function checkpoint(found: any, file: any, by: Signatures): Promise<void> {
  const { note, origin, size, root, cosigned_by } = keyed(found, 'note', 'origin', 'size', 'root', 'cosigned_by');
  const read = parseNote(toUtf8(note));
  const { origin: name, size: entries, root: hash } = parseCheckpoint(read.text);
  equal([name, entries, toHex(hash)], [origin, size, root], 'checkpoint');
  equal(await accept(policyCalled('three of four', file), read, origin, by), cosigned_by, 'cosigned_by');
}

export function message(found: any): void {
  const { time, note_text, message: wanted } = keyed(found, 'time', 'note_text', 'message');
  equal(toHex(cosignedMessage(BigInt(time), toUtf8(note_text))), wanted, 'message');
}

export function policy(found: any): void {
  const { text, quorums, not_quorums } = keyed(found, 'name', 'text', 'quorums', 'not_quorums');
  const read = new Policy(toUtf8(text));
  equal(quorums.map((names: string[]) => read.quorum.isSatisfiedBy(names)), quorums.map(() => true), 'quorums');
  equal(not_quorums.map((names: string[]) => read.quorum.isSatisfiedBy(names)), not_quorums.map(() => false), 'not quorums');
}

export const refusedPolicy = (found: any): void => refused(() => new Policy(toUtf8(found)));

export function bounds(found: any, file: any): void {
  const { policy: name, cosigned_by, not_after, not_before } = keyed(found, 'policy', 'cosigned_by', 'not_after', 'not_before');
  const signed = cosigned_by.map((each: any) => ({ department: each.department, time: BigInt(each.time) }));
  const read = policyCalled(name, file);
  equal([notAfter(read, signed), notBefore(read, signed)], [not_after, not_before], 'bounds');
}

export function note(found: any): void {
  const { note: text, text: wanted, signatures } = keyed(found, 'note', 'text', 'signatures');
  const read = parseNote(toUtf8(text));
  equal([new TextDecoder().decode(read.text), read.signatures.length], [wanted, signatures], 'text, signatures');
}

export const refusedNote = (found: any): void => refused(() => parseNote(toUtf8(found)));
export const refusedCheckpoint = (found: any): void => refused(() => parseCheckpoint(toUtf8(found)));
export const origin = (found: any): void => equal(parseOrigin(found) !== null, true, 'an origin');
export const refusedOrigin = (found: any): void => equal(parseOrigin(found), null, 'an origin');
export const refusedSignatures = (found: any): void => refused(() => parseSignatures(toUtf8(found)));

export function signatures(found: any): void {
  const { text, signatures: wanted } = keyed(found, 'text', 'signatures');
  equal(parseSignatures(toUtf8(text)).map(each => ({ name: each.name, key_id: each.id, blob: toHex(each.blob) })), wanted, 'signatures');
}

export function limit(found: any): void {
  const { form, head, piece, times, tail, read } = keyed(found, 'form', 'name', 'head', 'piece', 'times', 'tail', 'read');
  const readers: Record<string, (data: ReturnType<typeof toUtf8>) => unknown> = { note: parseNote, proof: parseProof, answer: parseSignatures, policy: data => new Policy(data) };
  const parse = readers[form];
  if (parse === undefined)
    return;
  const data = toUtf8(head + piece.repeat(times) + tail);
  if (read)
    parse(data);
  else
    refused(() => parse(data));
}

async function isBelieved(text: string, file: any, by: Signatures): Promise<boolean> {
  return isAccepted(async () => {
    const trusted = policyCalled('three of four', file);
    const proof = parseProof(toUtf8(text)), anchor = parseAnchorLeaf(proof.extra), block = parseCheckpoint(proof.note.text);
    await accept(trusted, anchor, 'city.example/gw-1', by);
    await accept(trusted, proof.note, 'city.example', by);
    const root = rootOfPath(sha256, leafHash(sha256, anchorLeaf(anchor)), proof.index, block.size, proof.path);
    if (root === null || !areEqual(root, block.root))
      throw new Malformed('another block');
  });
}

export async function receipt(found: any, file: any, by: Signatures): Promise<void> {
  if (!await isBelieved(found, file, by))
    throw new Wrong('not believed');
}

export async function refusedReceipt(found: any, file: any, by: Signatures): Promise<void> {
  if (await isBelieved(keyed(found, 'name', 'text').text, file, by))
    throw new Wrong('believed');
}
