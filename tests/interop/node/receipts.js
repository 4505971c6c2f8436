'use strict';
// check-receipt FILE, sign-receipt FILE: COSE_Sign1 with @auth0/cose. FILE is JSON; byte strings are hex.
const fs = require('fs');
const { createPrivateKey, createPublicKey } = require('crypto');
const { Sign1 } = require('@auth0/cose');

const bytes = (hex) => new Uint8Array(Buffer.from(hex, 'hex'));

const hex = (value) => Buffer.from(value).toString('hex');

const commands = {
  // { receipt, key (SPKI), root }: answers with what is under the signature and in the proof.
  async 'check-receipt'({ receipt, key, root }) {
    const sign1 = Sign1.decode(bytes(receipt));
    const publicKey = createPublicKey({ key: Buffer.from(key, 'hex'), format: 'der', type: 'spki' });
    try {
      await sign1.verify(publicKey, root && { detachedPayload: bytes(root) });
    } catch (e) {
      return { verified: false, why: e.code || e.message };
    }
    const header = sign1.protectedHeaders;
    const proofs = sign1.unprotectedHeaders.get(396);
    return {
      verified: true,
      alg: header.get(1),
      kid: Buffer.from(header.get(4)).toString(),
      vds: header.get(395) ?? null,
      treeSize: header.get(-65537) ?? null,
      proofTypes: proofs ? [...proofs.keys()] : [],
      receipts: (sign1.unprotectedHeaders.get(394) ?? []).map(hex),
      payload: sign1.payload && hex(sign1.payload),
    };
  },

  // { key (PKCS 8), alg, kid, treeSize, proofType, proof, root }: answers with a receipt made here.
  async 'sign-receipt'({ key, alg, kid, treeSize, proofType, proof, root }) {
    const privateKey = createPrivateKey({ key: Buffer.from(key, 'hex'), format: 'der', type: 'pkcs8' });
    const header = new Map([[1, alg], [4, Buffer.from(kid)], [395, 1], [-65537, treeSize]]);
    const proofs = new Map([[396, new Map([[proofType, [Buffer.from(proof, 'hex')]]])]]);
    const sign1 = await Sign1.sign(header, proofs, bytes(root), privateKey);
    sign1.payload = null;
    return { receipt: hex(sign1.encode()) };
  },
};

const [command, file] = process.argv.slice(2);

commands[command](JSON.parse(fs.readFileSync(file, 'utf8'))).then(
  (answer) => process.stdout.write(JSON.stringify(answer) + '\n'),
  (e) => {
    console.error(e);
    process.exit(1);
  },
);
