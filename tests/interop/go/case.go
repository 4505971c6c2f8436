package main

import (
	"fmt"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/tlog"
)

// proofCase is one line: "<root|inclusion|consistency> <index or old size> <size> [<base64>...]".
type proofCase struct {
	kind   string
	place  int64
	size   int64
	hashes []tlog.Hash
}

func parseCase(line string) (c proofCase, err error) {
	words := strings.Fields(line)
	if len(words) < 3 {
		return c, fmt.Errorf("malformed line %q", line)
	}
	c.kind = words[0]
	if c.place, err = strconv.ParseInt(words[1], 10, 64); err != nil {
		return c, err
	}
	if c.size, err = strconv.ParseInt(words[2], 10, 64); err != nil {
		return c, err
	}
	for _, word := range words[3:] {
		hash, err := tlog.ParseHash(word)
		if err != nil {
			return c, err
		}
		c.hashes = append(c.hashes, hash)
	}
	return c, nil
}

func (c proofCase) with(hashes []tlog.Hash) string {
	words := []string{c.kind, strconv.FormatInt(c.place, 10), strconv.FormatInt(c.size, 10)}
	for _, hash := range hashes {
		words = append(words, hash.String())
	}
	return strings.Join(words, " ")
}
