'use strict';
// check-sm2 FILE, sign-sm2 FILE: SM2 over SM3 and the bare SM3, with sm-crypto. FILE is JSON; byte strings are hex.
const fs = require('fs');
const { sm2, sm3 } = require('sm-crypto');

const form = { der: true, hash: true, userId: '1234567812345678' };

const bytes = (hex) => [...Buffer.from(hex, 'hex')];

const commands = {
  'check-sm2': ({ publicKey, message, signature }) => ({
    verified: sm2.doVerifySignature(bytes(message), signature, publicKey, { ...form, publicKey }),
    sm3: sm3(bytes(message)),
  }),

  'sign-sm2': ({ privateKey, message }) => {
    const publicKey = sm2.getPublicKeyFromPrivateKey(privateKey);
    return { publicKey, signature: sm2.doSignature(bytes(message), privateKey, { ...form, publicKey }) };
  },
};

const [command, file] = process.argv.slice(2);

process.stdout.write(JSON.stringify(commands[command](JSON.parse(fs.readFileSync(file, 'utf8')))) + '\n');
