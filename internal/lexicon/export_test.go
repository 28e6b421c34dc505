package lexicon

// Exported returns a number without what only this package looks at.
func Exported(n Number) Number {
	n.digits, n.loose, n.year, n.filled = false, false, false, false
	return n
}
