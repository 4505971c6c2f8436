// The peer in Go: answers what Edge.Interop.Tests asks, with golang.org/x/mod/sumdb and nothing of our own.
package main

import (
	"bufio"
	"fmt"
	"os"
)

var commands = map[string]func(args []string, out *bufio.Writer) error{
	"check-proofs": checkProofs,
	"make-proofs":  makeProofs,
	"open-note":    openNote,
	"sign-note":    signNote,
	"make-key":     makeKey,
	"sign-ecdsa":   signECDSA,
	"read-tiles":   readTiles,
}

func main() {
	out := bufio.NewWriter(os.Stdout)
	command, known := commands[os.Args[1]]
	if !known {
		fail(fmt.Errorf("unknown command %q", os.Args[1]))
	}
	if err := command(os.Args[2:], out); err != nil {
		fail(err)
	}
	if err := out.Flush(); err != nil {
		fail(err)
	}
}

func fail(err error) {
	fmt.Fprintln(os.Stderr, err)
	os.Exit(1)
}
