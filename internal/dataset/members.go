package dataset

import (
	"cmp"
	"io/fs"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"burdenshare/internal/address"
	"burdenshare/internal/civil"
	"burdenshare/internal/diag"
	"burdenshare/internal/lists"
	"burdenshare/internal/tomldoc"
)

// A Member is a member of the alliance, or an aggregate of several.
type Member struct {
	Code      string     // ISO 3166-1 alpha-3, or the code of an aggregate
	ISO2      string     // ISO 3166-1 alpha-2; empty for aggregates
	Name      string     // in the report's language
	Aliases   []string   // other names: former, native, or as publishers write them
	Aggregate bool       // a total that its source publishes, not a member
	Joined    civil.Date // zero for aggregates
	Region    string
	Exempt    string  // why it has no figures, for readers; usually ""
	TileCol   int     // column on the tile map, from the west
	TileRow   int     // row on the tile map, from the north
	Outline   Outline // on a map; nil if the report has none
	Pos       diag.Pos

	id       int16
	composed bool     // whether data/ lists the members of an aggregate:
	without  []string // all members except these
}

const membersFile = "data/members.csv"

// Names returns the names of some members.
func Names(members []*Member) []string {
	return lists.Each(members, func(m *Member) string { return m.Name })
}

var (
	memberHeader = []string{"code", "iso2", "name", "kind", "joined", "region", "exempt", "tile_col", "tile_row",
		"aliases"}
	memberCode = regexp.MustCompile(`^[A-Z][A-Z0-9_]+$`)
	iso2Code   = regexp.MustCompile(`^([A-Z]{2})?$`)
)

func (d *Dataset) loadMembers(root fs.FS, errs *diag.List) {
	d.Members, d.named = map[string]*Member{}, map[string]*Member{}
	src, err := fs.ReadFile(root, membersFile)
	if err != nil {
		errs.Errorf(diag.Pos{File: membersFile}, "%s", readError(err)).
			Hint("its first line is %s", strings.Join(memberHeader, ","))
		return
	}
	tiles, iso2 := map[[2]int]string{}, map[string]*Member{}
	for r := range parseTable(membersFile, src, memberHeader, 1, errs) {
		m := &Member{Code: r.cell(0), ISO2: r.cell(1), Name: r.cell(2), Region: r.cell(5), Exempt: r.cell(6),
			Pos: r.pos(0)}
		if !memberCode.MatchString(m.Code) {
			errs.Errorf(r.pos(0), "member code %q", m.Code).Hint("write a code in capitals, such as EST")
			continue
		}
		if old := d.Members[m.Code]; old != nil {
			errs.Errorf(r.pos(0), "member %s is listed twice", m.Code).
				Hint("each member has one row; the first is at %s", old.Pos.String())
			continue
		}
		const hint = "write the two letters of ISO 3166, or leave the cell empty"
		if !iso2Code.MatchString(m.ISO2) {
			errs.Errorf(r.pos(1), "iso2 %q is not two capital letters", m.ISO2).Hint(hint)
		} else if old := iso2[m.ISO2]; old != nil && m.ISO2 != "" {
			errs.Errorf(r.pos(1), "iso2 %s is also that of %s", m.ISO2, old.Code).Hint(hint)
		}
		iso2[m.ISO2] = m
		for i, text := range r.cells {
			tomldoc.CheckText(errs, text, func(int) diag.Pos { return r.pos(i) })
		}
		if m.Name == "" {
			errs.Errorf(r.pos(2), "member %s has no name", m.Code).Hint("write the name as readers know it")
		}
		switch kind := r.cell(3); kind {
		case "member":
			m.place(r, tiles, errs)
		case "aggregate":
			m.Aggregate = true
			m.checkAggregate(r, errs)
		default:
			errs.Errorf(r.pos(3), "unknown kind %q", kind).
				Hint("%s", diag.DidYouMean(kind, []string{"member", "aggregate"}, "kinds are member and aggregate"))
		}
		m.Aliases = aliasesOf(r, errs)
		d.add(m)
		d.indexName(m, r, errs)
	}
	for _, list := range [][]*Member{d.AllMembers, d.Aggregates} {
		slices.SortFunc(list, func(a, b *Member) int {
			return cmp.Or(cmp.Compare(address.Slug(a.Name), address.Slug(b.Name)), cmp.Compare(a.Code, b.Code))
		})
	}
	checkNumber(membersFile, "members and aggregates", len(d.Members), errs)
	if len(d.AllMembers) == 0 && len(*errs) == 0 {
		errs.Errorf(diag.Pos{File: membersFile}, "no members").Hint("add a row for each member, with kind member")
	}
}

func (d *Dataset) add(m *Member) {
	m.id = int16(len(d.Members))
	d.Members[m.Code] = m
	if m.Aggregate {
		d.Aggregates = append(d.Aggregates, m)
	} else {
		d.AllMembers = append(d.AllMembers, m)
	}
}

// checkNumber reports more things of a file than a key can tell apart.
func checkNumber(file, what string, n int, errs *diag.List) {
	if n > math.MaxInt16 {
		errs.Errorf(diag.Pos{File: file}, "%d %s", n, what).Hint("a report has at most %d", math.MaxInt16)
	}
}

// checkAggregate reports the cells of a row that only a member has.
func (m *Member) checkAggregate(r row, errs *diag.List) {
	for i := 4; i < aliasCell; i++ {
		if r.cell(i) != "" {
			errs.Errorf(r.pos(i), "%s of aggregate %s is %q", memberHeader[i], m.Code, r.cell(i)).
				Hint("an aggregate joins nothing and has no tile: leave its cells from joined to tile_row empty")
		}
	}
}

// place reads the cells that only members have and aggregates do not.
func (m *Member) place(r row, tiles map[[2]int]string, errs *diag.List) {
	var err error
	if m.Joined, err = civil.Parse(r.cell(4)); err != nil {
		errs.Errorf(r.pos(4), "joined: %v", err).Hint("the day the member joined decides from which year it counts")
	}
	if r.cell(7) == "" && r.cell(8) == "" {
		m.TileCol, m.TileRow = -1, -1 // not on the map
		return
	}
	tile := [2]int{}
	for i := range tile {
		n, err := strconv.Atoi(r.cell(7 + i))
		if err != nil || n < 0 || n > 99 {
			errs.Errorf(r.pos(7+i), "%s %q is not a place on the tile map", memberHeader[7+i], r.cell(7+i)).
				Hint("count columns from the west and rows from the north, from 0")
			return
		}
		tile[i] = n
	}
	if other, taken := tiles[tile]; taken {
		errs.Errorf(r.pos(7), "%s has the same tile as %s", m.Code, other).Hint("give each member a tile of its own")
	}
	tiles[tile] = m.Code
	m.TileCol, m.TileRow = tile[0], tile[1]
}
