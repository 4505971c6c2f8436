package main

import (
	"bufio"
	"crypto/rand"
	"fmt"
	"os"

	"golang.org/x/mod/sumdb/note"
)

// openNote FILE VKEY...: answers with one line "verified <name> <key id>" per known signature, "unverified <n>" and the quoted text.
func openNote(args []string, out *bufio.Writer) error {
	message, err := os.ReadFile(args[0])
	if err != nil {
		return err
	}
	var known []note.Verifier
	for _, vkey := range args[1:] {
		verifier, err := newVerifier(vkey)
		if err != nil {
			return fmt.Errorf("%s: %w", vkey, err)
		}
		known = append(known, verifier)
	}
	opened, err := note.Open(message, note.VerifierList(known...))
	if err != nil {
		return err
	}
	for _, signature := range opened.Sigs {
		fmt.Fprintf(out, "verified %s %08x\n", signature.Name, signature.Hash)
	}
	fmt.Fprintf(out, "unverified %d\n", len(opened.UnverifiedSigs))
	_, err = fmt.Fprintf(out, "text %q\n", opened.Text)
	return err
}

// signNote FILE SKEY...: answers with the signed note.
func signNote(args []string, out *bufio.Writer) error {
	text, err := os.ReadFile(args[0])
	if err != nil {
		return err
	}
	var signers []note.Signer
	for _, skey := range args[1:] {
		signer, err := note.NewSigner(skey)
		if err != nil {
			return err
		}
		signers = append(signers, signer)
	}
	signed, err := note.Sign(&note.Note{Text: string(text)}, signers...)
	if err != nil {
		return err
	}
	_, err = out.Write(signed)
	return err
}

// makeKey FILE NAME: FILE is not read; answers with a new private key and its verifier key.
func makeKey(args []string, out *bufio.Writer) error {
	skey, vkey, err := note.GenerateKey(rand.Reader, args[1])
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(out, "%s\n%s\n", skey, vkey)
	return err
}
