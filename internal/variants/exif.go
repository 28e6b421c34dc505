package variants

import (
	"bytes"
	"encoding/binary"
)

// exif returns the orientation of a JPEG, 1 for upright and by default, and reports whether the file contains a place.
func exif(data []byte) (turn int, located bool) {
	for i := 2; i+4 <= len(data) && data[i] == 0xff && data[i+1] != 0xda; {
		marker, size := data[i+1], int(binary.BigEndian.Uint16(data[i+2:]))
		if size < 2 || i+2+size > len(data) {
			break
		}
		segment := data[i+4 : i+2+size]
		if tiff, ok := bytes.CutPrefix(segment, []byte("Exif\x00\x00")); ok && marker == 0xe1 {
			return tiffTags(tiff)
		}
		i += 2 + size
	}
	return 1, false
}

// tiffTags parses the first directory of Exif data, which is a small TIFF file.
func tiffTags(tiff []byte) (turn int, located bool) {
	var order binary.ByteOrder = binary.BigEndian
	switch turn = 1; {
	case len(tiff) < 8:
		return turn, false
	case tiff[0] == 'I':
		order = binary.LittleEndian
	}
	at := int64(order.Uint32(tiff[4:]))
	if at+2 > int64(len(tiff)) {
		return turn, false
	}
	entries := tiff[at+2:]
	for range order.Uint16(tiff[at:]) {
		if len(entries) < 12 {
			break
		}
		switch order.Uint16(entries) {
		case 0x0112: // orientation
			if v := int(order.Uint16(entries[8:])); v >= 1 && v <= 8 {
				turn = v
			}
		case 0x8825: // offset of the GPS directory
			located = true
		}
		entries = entries[12:]
	}
	return turn, located
}
