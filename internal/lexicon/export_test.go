package lexicon

// Exported returns a number without the fields that only this package uses.
func Exported(n Number) Number {
	n.digits, n.loose, n.year, n.filled, n.scale = false, false, false, false, 0
	return n
}
