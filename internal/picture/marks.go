package picture

// A Mark is what a mark of a drawing says of itself, in the drawing's data-
// attributes: whose value it shows, of which year. What is not said is "".
type Mark struct {
	Member, Year, Value string
	Second              string // of a mark with two values
	Of                  string // of a count: how many there are
	Source, Released    string // where marks of several editions stand together
	Measure             string // where marks of several measures do
}

// Marks reads the marks of a drawing in the order in which they are drawn.
func Marks(drawing []byte) ([]Mark, error) {
	svg, err := parse(drawing)
	if err != nil {
		return nil, err
	}
	var list []Mark
	var walk func(n *node)
	walk = func(n *node) {
		if v := n.get("data-value"); v != "" {
			list = append(list, Mark{n.get("data-member"), n.get("data-year"), v, n.get("data-second"), n.get("data-of"), n.get("data-source"), n.get("data-released"), n.get("data-measure")})
		}
		for _, kid := range n.kids {
			walk(kid)
		}
	}
	walk(svg)
	return list, nil
}
