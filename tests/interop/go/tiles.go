package main

import (
	"bufio"
	"encoding/binary"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

// readTiles CHECKPOINT DIR VKEY: reads a log's tiles and entry bundles (c2sp.org/tlog-tiles) from a folder, every hash proved against the
// signed root by tlog.TileHashReader and every entry against its hash; answers with how many entries there are.
func readTiles(args []string, out *bufio.Writer) error {
	tree, err := openCheckpoint(args[0], args[2])
	if err != nil {
		return err
	}
	folder := tileFolder(args[1])
	hashes := tlog.TileHashReader(tree, folder)
	for first := int64(0); first < tree.N; first += 1 << tileHeight {
		width := tree.N - first
		if width > 1<<tileHeight {
			width = 1 << tileHeight
		}
		entries, err := folder.readBundle(first>>tileHeight, int(width))
		if err != nil {
			return err
		}
		indexes := make([]int64, width)
		for i := range indexes {
			indexes[i] = tlog.StoredHashIndex(0, first+int64(i))
		}
		stated, err := hashes.ReadHashes(indexes)
		if err != nil {
			return err
		}
		for i, entry := range entries {
			if tlog.RecordHash(entry) != stated[i] {
				return fmt.Errorf("entry %d is not the one that was logged", first+int64(i))
			}
		}
	}
	_, err = fmt.Fprintf(out, "%d entries\n", tree.N)
	return err
}

func openCheckpoint(name, vkey string) (tree tlog.Tree, err error) {
	message, err := os.ReadFile(name)
	if err != nil {
		return tree, err
	}
	verifier, err := newVerifier(vkey)
	if err != nil {
		return tree, err
	}
	opened, err := note.Open(message, note.VerifierList(verifier))
	if err != nil {
		return tree, err
	}
	lines := strings.Split(opened.Text, "\n")
	if _, err = fmt.Sscanf(lines[1], "%d", &tree.N); err != nil {
		return tree, err
	}
	tree.Hash, err = tlog.ParseHash(lines[2])
	return tree, err
}

const tileHeight = 8

// tileFolder is a tlog.TileReader over a folder in the layout of c2sp.org/tlog-tiles, which leaves the height out of its paths.
type tileFolder string

func (f tileFolder) Height() int { return tileHeight }

func (f tileFolder) SaveTiles([]tlog.Tile, [][]byte) {}

func (f tileFolder) ReadTiles(tiles []tlog.Tile) ([][]byte, error) {
	var read [][]byte
	for _, tile := range tiles {
		data, err := os.ReadFile(f.path(tile, fmt.Sprint(tile.L)))
		if err != nil {
			return nil, err
		}
		read = append(read, data)
	}
	return read, nil
}

func (f tileFolder) readBundle(n int64, width int) (entries [][]byte, err error) {
	data, err := os.ReadFile(f.path(tlog.Tile{H: tileHeight, L: 0, N: n, W: width}, "entries"))
	if err != nil {
		return nil, err
	}
	for len(data) >= 2 {
		end := 2 + int(binary.BigEndian.Uint16(data))
		if end > len(data) {
			break
		}
		entries = append(entries, data[2:end])
		data = data[end:]
	}
	if len(data) > 0 || len(entries) != width {
		return nil, fmt.Errorf("bundle %d does not hold %d whole entries", n, width)
	}
	return entries, nil
}

// path takes x/mod's own spelling of the number and the width: tile/8/0/x001/234.p/5 becomes tile/<kind>/x001/234.p/5.
func (f tileFolder) path(tile tlog.Tile, kind string) string {
	words := strings.SplitN(tile.Path(), "/", 4)
	return filepath.Join(string(f), "tile", kind, filepath.FromSlash(words[3]))
}
