package i18n

import (
	"cmp"
	"math"
	"strconv"
	"strings"

	"golang.org/x/text/feature/plural"

	"burdenshare/internal/unit"
)

// Amount formats a value with its unit, exactly: "2.21%", "$1,032,849 million", "12.5 million doses".
func (b *Catalog) Amount(u *unit.Unit, v float64, decimals int) string {
	return b.amount(u, "", v, decimals)
}

// SignedAmount is like Amount, with a plus sign before positive values.
func (b *Catalog) SignedAmount(u *unit.Unit, v float64, decimals int) string {
	if v > 0 {
		return b.amount(u, "+", v, decimals)
	}
	return b.amount(u, "", v, decimals)
}

// amount formats a value after a plus sign, or ""; points have a sign in any case, and a ratio has none.
func (b *Catalog) amount(u *unit.Unit, plus string, v float64, decimals int) string {
	switch u {
	case unit.Percent:
		return plus + b.Message("units.percent", "v", b.Number(v, decimals))
	case unit.Ratio:
		return b.Message("units.ratio", "v", b.Number(v, decimals))
	case unit.Points:
		return b.Message("units.points", "v", b.Signed(v, decimals), "n", b.Behind(v, decimals))
	}
	minus, size := apart(v)
	switch {
	case u.Money():
		return b.Message("units.money."+scales[u.Scale],
			"sign", plus+minus, "symbol", cmp.Or(u.Symbol, u.Currency), "v", b.Number(size, decimals))
	case u.Own():
		return b.counted(u, plus+minus, size, decimals)
	}
	return plus + b.Number(v, decimals)
}

// Points formats a number of percentage points without its sign: "0.21 points".
func (b *Catalog) Points(v float64, decimals int) string {
	return b.Message("units.points", "v", b.Number(math.Abs(v), decimals), "n", b.Behind(v, decimals))
}

// Behind returns the number that chooses the form of a word behind a value: 1 for the singular, which in English is
// behind 1 and −1, in French behind 0 and 1.5 too.
func (b *Catalog) Behind(v float64, decimals int) int {
	whole, part, _ := strings.Cut(strconv.FormatFloat(math.Abs(v), 'f', decimals, 64), ".")
	some := strings.TrimRight(part, "0")
	number := func(digits string) int {
		n, _ := strconv.Atoi(digits) // 0 for none
		return n
	}
	if plural.Cardinal.MatchPlural(b.language, number(whole), len(part), len(some), number(part),
		number(some)) == plural.One {
		return 1
	}
	return 2
}

// scales maps scales to the last part of the keys of messages for money and counted things.
var scales = map[float64]string{1: "one", 1e3: "thousand", 1e6: "million", 1e9: "billion"}

// counted formats a number of a unit that the report defines.
func (b *Catalog) counted(u *unit.Unit, sign string, size float64, decimals int) string {
	number := b.Message("units.number."+scales[u.Scale], "v", b.Number(size, decimals))
	if u.Symbol != "" && u.Before {
		return b.Message("units.place.before", "sign", sign, "v", number, "unit", u.Symbol)
	}
	words := u.Plural
	if u.Scale == 1 && b.Behind(size, decimals) == 1 {
		words = cmp.Or(u.Singular, u.Plural)
	}
	return b.Message("units.place.after", "v", sign+number, "unit", cmp.Or(u.Symbol, words))
}

// Named returns the name of a unit that the report defines, with its scale: "millions of euros".
func (b *Catalog) Named(u *unit.Unit) string {
	return b.Message("units.in."+scales[u.Scale], "unit", u.Plural)
}

// Short is like Amount, with money rounded to what a reader can remember: "2.21%", "$62.4bn".
func (b *Catalog) Short(u *unit.Unit, v float64, decimals int) string {
	if u.Money() && u.Scale > 1 {
		return b.Money(u, v)
	}
	return b.Amount(u, v, decimals)
}

// Money formats an amount of money briefly: "$62.4bn", "€740m", "$0.3m", "$412".
func (b *Catalog) Money(u *unit.Unit, v float64) string {
	minus, v := apart(v)
	return b.money(u, minus, v)
}

// SignedMoney is like Money, with a plus sign before positive values.
func (b *Catalog) SignedMoney(u *unit.Unit, v float64) string {
	if v > 0 {
		return b.money(u, "+", v)
	}
	return b.Money(u, v)
}

func (b *Catalog) money(u *unit.Unit, sign string, v float64) string {
	say := func(key string, v float64, decimals int) string {
		return b.moneyForm(u, key, sign, b.Number(v, decimals))
	}
	switch millions := v * u.Scale / 1e6; {
	case millions >= 999_950:
		return say("trillion", millions/1e6, 2)
	case millions >= 99_950:
		return say("billion", millions/1e3, 0)
	case millions >= 999.5:
		return say("billion", millions/1e3, 1)
	case millions >= 1 || u.Scale >= 1e6:
		return say("million", millions, unit.Digits(millions))
	}
	decimals := 0
	if v *= u.Scale; v < 100 && v != math.Trunc(v) {
		decimals = max(1, unit.Digits(v))
	}
	return say("one", v, decimals)
}

// MoneyForms returns the brief forms of amounts of money, by their size, with {sign} and {v} left open, for use in a
// script.
func (b *Catalog) MoneyForms(u *unit.Unit) map[string]string {
	forms := map[string]string{}
	for _, size := range []string{"one", "million", "billion", "trillion"} {
		forms[size] = b.moneyForm(u, size, "{sign}", "{v}")
	}
	return forms
}

// moneyForm returns the brief form of an amount of money of a size.
func (b *Catalog) moneyForm(u *unit.Unit, size, sign, v string) string {
	return b.Message("units.short."+size, "sign", sign, "symbol", cmp.Or(u.Symbol, u.Currency), "v", v)
}

// apart splits a number into its sign and its size.
func apart(v float64) (sign string, size float64) {
	if v < 0 {
		return unit.Minus, -v
	}
	return "", v
}
