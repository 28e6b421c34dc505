package dataset

import "math"

// Agree reports whether two published numbers are the same at the precision of the coarser one, as 1.4 and 1.43 are: a
// digit more revises nothing. What is halfway may have been rounded either way.
func Agree(a float64, decimals int, b float64, others int) bool {
	if decimals == others {
		return Round(a, decimals) == Round(b, decimals)
	}
	apart := math.Abs(a-b) - 0.5*math.Pow10(-min(decimals, others))
	return Round(apart, max(decimals, others)+1) <= 0
}

// Agrees reports whether two figures are the same at the precision of the coarser one.
func (f *Figure) Agrees(g *Figure) bool { return Agree(f.Value, f.Decimals, g.Value, g.Decimals) }

// Published returns the value of a figure and its decimals, as Revisions asks for them.
func Published(f *Figure) (float64, int) { return f.Value, f.Decimals }

// Revisions returns how often a number was revised, of those published in turn, what it was at first and what it is at
// last. Where several agree, the finer one is what was published: after 1.38 and 1.4, 1.43 is another number.
func Revisions[T any](history []T, published func(T) (float64, int)) (first, last T, times int) {
	first, last = history[0], history[0]
	for _, next := range history[1:] {
		was, coarse := published(last)
		is, fine := published(next)
		switch {
		case !Agree(was, coarse, is, fine):
			last, times = next, times+1
		case fine < coarse: // it says no more than what is known
		default:
			if last = next; times == 0 && fine > coarse {
				first = next
			}
		}
	}
	return first, last, times
}
