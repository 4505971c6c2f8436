package main

import (
	"bufio"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/sha256"
	"crypto/x509"
	"encoding/base64"
	"encoding/binary"
	"fmt"
	"os"
	"strings"

	"golang.org/x/mod/sumdb/note"
)

// ecdsaP256 is the type byte of ECDSA keys in c2sp.org/signed-note, which x/mod does not know.
const ecdsaP256 = 2

// newVerifier reads a verifier key of type 01, as x/mod does, or of type 02.
func newVerifier(vkey string) (note.Verifier, error) {
	parts := strings.SplitN(vkey, "+", 3)
	if len(parts) < 3 {
		return nil, fmt.Errorf("malformed verifier key")
	}
	typed, err := base64.StdEncoding.DecodeString(parts[2])
	if err != nil {
		return nil, err
	}
	if len(typed) == 0 || typed[0] != ecdsaP256 {
		return note.NewVerifier(vkey)
	}
	v, err := newECDSAVerifier(parts[0], typed[1:])
	if err == nil && fmt.Sprintf("%08x", v.hash) != parts[1] {
		err = fmt.Errorf("the key id is %08x", v.hash)
	}
	return v, err
}

type ecdsaVerifier struct {
	name string
	hash uint32
	key  *ecdsa.PublicKey
}

func newECDSAVerifier(name string, spki []byte) (v ecdsaVerifier, err error) {
	key, err := x509.ParsePKIXPublicKey(spki)
	if err != nil {
		return v, err
	}
	public, ok := key.(*ecdsa.PublicKey)
	if !ok || public.Curve != elliptic.P256() {
		return v, fmt.Errorf("not an ECDSA key on P-256")
	}
	id := sha256.Sum256(spki)
	return ecdsaVerifier{name, binary.BigEndian.Uint32(id[:]), public}, nil
}

func (v ecdsaVerifier) Name() string { return v.name }

func (v ecdsaVerifier) KeyHash() uint32 { return v.hash }

func (v ecdsaVerifier) Verify(message, signature []byte) bool {
	digest := sha256.Sum256(message)
	return ecdsa.VerifyASN1(v.key, digest[:], signature)
}

type ecdsaSigner struct {
	ecdsaVerifier
	private *ecdsa.PrivateKey
}

func (s ecdsaSigner) Sign(message []byte) ([]byte, error) {
	digest := sha256.Sum256(message)
	return ecdsa.SignASN1(rand.Reader, s.private, digest[:])
}

// signECDSA FILE NAME: answers with the verifier key of a new ECDSA key, then with the note it signed.
func signECDSA(args []string, out *bufio.Writer) error {
	text, err := os.ReadFile(args[0])
	if err != nil {
		return err
	}
	private, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		return err
	}
	spki, err := x509.MarshalPKIXPublicKey(private.Public())
	if err != nil {
		return err
	}
	verifier, err := newECDSAVerifier(args[1], spki)
	if err != nil {
		return err
	}
	signed, err := note.Sign(&note.Note{Text: string(text)}, ecdsaSigner{verifier, private})
	if err != nil {
		return err
	}
	typed := base64.StdEncoding.EncodeToString(append([]byte{ecdsaP256}, spki...))
	_, err = fmt.Fprintf(out, "%s+%08x+%s\n%s", verifier.name, verifier.hash, typed, signed)
	return err
}
