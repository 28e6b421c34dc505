package raster

import (
	"encoding/binary"
	"math/bits"
	"slices"
	"sync"
)

// A compressor collects what a zlib stream (RFC 1950, 1951) says, and writes it with the codes that are shortest for it.
type compressor struct {
	said     []uint32              // a byte, or isMatch with how far back a match is, less 1, and its length, less 3
	literals [286]int              // how often bytes, the end and lengths are said
	backs    [30]int               // how often distances are
	places   [1 << placeBits]int32 // of four bytes by their hash, counted from 1; 0 for none
	a, b     uint64                // the two sums of the checksum, which is of at most 2^32 bytes
}

const (
	isMatch   = 1 << 31
	placeBits = 12
	end       = 256 // of the stream, among the literals
)

var compressors = sync.Pool{New: func() any { return new(compressor) }}

func newCompressor() *compressor {
	z := compressors.Get().(*compressor)
	*z = compressor{said: z.said[:0], a: 1}
	return z
}

// literal says a byte.
func (z *compressor) literal(v uint8) {
	z.a += uint64(v)
	z.b += z.a
	z.said = append(z.said, uint32(v))
	z.literals[v]++
}

// run says the byte before n times more.
func (z *compressor) run(n int, v uint8) {
	z.b += uint64(n)*z.a + uint64(v)*uint64(n)*uint64(n+1)/2
	z.a += uint64(n) * uint64(v)
	z.back(n, 1, func() uint32 { return uint32(v) })
}

// match says bytes that are also so far back.
func (z *compressor) match(data []uint8, far int) {
	z.sum(data)
	i := len(data)
	z.back(len(data), far, func() uint32 { i--; return uint32(data[i]) })
}

// sum adds bytes to the checksum, eight at a time: the highest part of a product with a part for each byte is the sum
// of those, each times its weight.
func (z *compressor) sum(data []uint8) {
	const parts, ones = 0x00ff00ff00ff00ff, 0x0001000100010001
	for ; len(data) >= 8; data = data[8:] {
		v := binary.LittleEndian.Uint64(data)
		even, odd := v&parts, v>>8&parts
		z.b += 8*z.a + even*0x0008000600040002>>48 + odd*0x0007000500030001>>48
		z.a += (even + odd) * ones >> 48
	}
	for _, v := range data {
		z.a += uint64(v)
		z.b += z.a
	}
}

// back says n bytes that are also so far back, in matches; the last bytes, where they are too few for one, as they are.
func (z *compressor) back(n, far int, last func() uint32) {
	distance := distanceCode(far)
	for n >= 3 {
		length := min(n, longest)
		if rest := n - length; rest == 1 || rest == 2 {
			length -= 3 - rest
		}
		z.said = append(z.said, isMatch|uint32(far-1)<<8|uint32(length-3))
		z.literals[lengthCodes[length-3].symbol]++
		z.backs[distance]++
		n -= length
	}
	for ; n > 0; n-- {
		v := last()
		z.said = append(z.said, v)
		z.literals[v]++
	}
}

// A code is a symbol with what it leaves to extra bits.
type code struct {
	symbol, extra uint16
	rest          uint32
}

// lengthCodes are the codes of the lengths from 3 on.
var lengthCodes = func() (codes [longest - 2]code) {
	for i := range codes {
		if i < 8 {
			codes[i] = code{symbol: uint16(257 + i)}
			continue
		}
		extra := bits.Len(uint(i)) - 3
		codes[i] = code{uint16(257 + 4*extra + i>>extra), uint16(extra), uint32(i & (1<<extra - 1))}
	}
	codes[longest-3] = code{symbol: 285}
	return codes
}()

// distanceCode returns the symbol of a distance; half of it, less 1, are the extra bits.
func distanceCode(far int) int {
	if far <= 4 {
		return far - 1
	}
	extra := bits.Len(uint(far-1)) - 2
	return 2*extra + (far-1)>>extra
}

// stream returns everything that was said.
func (z *compressor) stream() []byte {
	z.literals[end]++
	lengths, distances := newHuffman(z.literals[:]), newHuffman(z.backs[:])
	w := bitWriter{out: make([]byte, 0, len(z.said)+1024)}
	w.out = append(w.out, 0x78, 0x01)
	w.put(1|2<<1, 3) // the last block, with codes of its own
	w.put(286-257, 5)
	w.put(30-1, 5)
	w.put(19-4, 4)
	for _, symbol := range []int{16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15} {
		if symbol < 16 {
			w.put(4, 3) // lengths of codes are written with four bits each
		} else {
			w.put(0, 3)
		}
	}
	for _, h := range []huffman{lengths, distances} {
		for _, n := range h.lengths {
			w.put(uint32(bits.Reverse8(n)>>4), 4)
		}
	}
	for _, t := range z.said {
		if t&isMatch == 0 {
			w.put(lengths.codes[t], uint(lengths.lengths[t]))
			continue
		}
		c, far := lengthCodes[t&255], t&^isMatch>>8
		w.put(lengths.codes[c.symbol], uint(lengths.lengths[c.symbol]))
		w.put(c.rest, uint(c.extra))
		d := distanceCode(int(far) + 1)
		w.put(distances.codes[d], uint(distances.lengths[d]))
		if d >= 4 {
			extra := uint(d/2 - 1)
			w.put(far&(1<<extra-1), extra)
		}
	}
	w.put(lengths.codes[end], uint(lengths.lengths[end]))
	w.put(0, 7) // what is left over of a byte
	out := w.out
	const mod = 65521
	return binary.BigEndian.AppendUint32(out, uint32(z.b%mod)<<16|uint32(z.a%mod))
}

// A bitWriter writes bits, the lowest first.
type bitWriter struct {
	out  []byte
	bits uint64
	n    uint
}

func (w *bitWriter) put(v uint32, n uint) {
	w.bits |= uint64(v) << w.n
	w.n += n
	for w.n >= 8 {
		w.out = append(w.out, byte(w.bits))
		w.bits >>= 8
		w.n -= 8
	}
}

// A huffman is a code for symbols: the more often one is said, the shorter.
type huffman struct {
	lengths []uint8
	codes   []uint32 // with the first bit lowest
}

const longestCode = 15

// newHuffman returns the code for symbols that are said so often.
func newHuffman(often []int) huffman {
	h := huffman{make([]uint8, len(often)), make([]uint32, len(often))}
	var used []int
	for symbol, n := range often {
		if n > 0 {
			used = append(used, symbol)
		}
	}
	if len(used) < 2 { // a code needs a bit
		used = []int{0, max(1, slices.Max(append(used, 1)))}
	}
	slices.SortStableFunc(used, func(a, b int) int { return often[a] - often[b] })
	for least := 0; !h.measure(used, often, least); least = max(1, 2*least) {
	}
	next, last := uint32(0), uint8(0)
	for n := uint8(1); n <= longestCode; n++ {
		next <<= n - last
		last = n
		for symbol, length := range h.lengths {
			if length == n {
				h.codes[symbol] = bits.Reverse32(next) >> (32 - n)
				next++
			}
		}
	}
	return h
}

// measure finds how long the code of each symbol is, where none counts as said less often than least. It reports false
// if one is too long.
func (h *huffman) measure(used, often []int, least int) bool {
	type node struct{ weight, parent int }
	nodes := make([]node, len(used), 2*len(used))
	for i, symbol := range used {
		nodes[i].weight = max(often[symbol], least)
	}
	leaf, joined := 0, len(used) // the lightest of each that have no parent
	for len(nodes) < 2*len(used)-1 {
		sum := 0
		for range 2 {
			at := &leaf
			if leaf == len(used) || joined < len(nodes) && nodes[joined].weight < nodes[leaf].weight {
				at = &joined
			}
			sum += nodes[*at].weight
			nodes[*at].parent = len(nodes)
			*at++
		}
		nodes = append(nodes, node{weight: sum})
	}
	depth := make([]int, len(nodes))
	for i := len(nodes) - 2; i >= 0; i-- {
		depth[i] = depth[nodes[i].parent] + 1
	}
	for i, symbol := range used {
		if depth[i] > longestCode {
			return false
		}
		h.lengths[symbol] = uint8(depth[i])
	}
	return true
}
