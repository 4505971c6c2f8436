package main

import (
	"bufio"
	"fmt"
	"os"

	"golang.org/x/mod/sumdb/tlog"
)

// checkProofs FILE: each line of FILE is a proof; answers "yes" or "no: why" for each.
func checkProofs(args []string, out *bufio.Writer) error {
	return eachCase(args[0], func(t *tree, c proofCase) error {
		if err := t.check(c); err != nil {
			_, err = fmt.Fprintf(out, "no: %v\n", err)
			return err
		}
		_, err := fmt.Fprintln(out, "yes")
		return err
	})
}

// makeProofs FILE: each line of FILE is a case; answers with the line and its hashes.
func makeProofs(args []string, out *bufio.Writer) error {
	return eachCase(args[0], func(t *tree, c proofCase) error {
		hashes, err := t.prove(c)
		if err != nil {
			return err
		}
		_, err = fmt.Fprintln(out, c.with(hashes))
		return err
	})
}

func eachCase(name string, do func(*tree, proofCase) error) error {
	file, err := os.Open(name)
	if err != nil {
		return err
	}
	defer file.Close()
	t := new(tree)
	lines := bufio.NewScanner(file)
	for lines.Scan() {
		c, err := parseCase(lines.Text())
		if err != nil {
			return err
		}
		if err := t.growTo(c.size); err != nil {
			return err
		}
		if err := do(t, c); err != nil {
			return fmt.Errorf("%s: %w", lines.Text(), err)
		}
	}
	return lines.Err()
}

// A tree over the entries "entry 0", "entry 1" ...
type tree struct {
	size   int64
	hashes []tlog.Hash
}

func (t *tree) ReadHashes(indexes []int64) ([]tlog.Hash, error) {
	found := make([]tlog.Hash, len(indexes))
	for i, index := range indexes {
		found[i] = t.hashes[index]
	}
	return found, nil
}

func (t *tree) growTo(size int64) error {
	for ; t.size < size; t.size++ {
		hashes, err := tlog.StoredHashes(t.size, entry(t.size), t)
		if err != nil {
			return err
		}
		t.hashes = append(t.hashes, hashes...)
	}
	return nil
}

func (t *tree) prove(c proofCase) ([]tlog.Hash, error) {
	switch c.kind {
	case "root":
		root, err := tlog.TreeHash(c.size, t)
		return []tlog.Hash{root}, err
	case "inclusion":
		return tlog.ProveRecord(c.size, c.place, t)
	default:
		return tlog.ProveTree(c.size, c.place, t)
	}
}

func (t *tree) check(c proofCase) error {
	root, err := tlog.TreeHash(c.size, t)
	if err != nil {
		return err
	}
	switch c.kind {
	case "root":
		if len(c.hashes) != 1 || c.hashes[0] != root {
			return fmt.Errorf("the root is %v", root)
		}
		return nil
	case "inclusion":
		return tlog.CheckRecord(c.hashes, c.size, root, c.place, tlog.RecordHash(entry(c.place)))
	default:
		old, err := tlog.TreeHash(c.place, t)
		if err != nil {
			return err
		}
		return tlog.CheckTree(c.hashes, c.size, root, c.place, old)
	}
}

func entry(index int64) []byte {
	return []byte(fmt.Sprintf("entry %d", index))
}
