package phrase

// The units that have a way of writing of their own, as data names them. A
// number of anything else stands alone.
const (
	percent    = "percent"
	usdMillion = "usd_million"
	ratio      = "ratio"
	points     = "points"
)

// Amount writes a value with its unit, exactly: "2.21%", "$1,032,849 million".
func (b *Book) Amount(unit string, v float64, decimals int) string {
	switch unit {
	case percent:
		return b.Say("units.percent", "v", b.Number(v, decimals))
	case usdMillion:
		minus, v := apart(v)
		return b.Say("units.usd_million", "sign", minus, "v", b.Number(v, decimals))
	case ratio:
		return b.Say("units.ratio", "v", b.Number(v, decimals))
	case points:
		return b.Say("units.points", "v", b.Signed(v, decimals))
	}
	return b.Number(v, decimals)
}

// Short is Amount with money rounded to what a reader keeps in mind: "2.21%",
// "$62.4bn".
func (b *Book) Short(unit string, v float64, decimals int) string {
	if unit == usdMillion {
		return b.Money(v)
	}
	return b.Amount(unit, v, decimals)
}

// Money writes millions of US dollars shortly: "$62.4bn", "$740m".
func (b *Book) Money(millions float64) string { minus, v := apart(millions); return b.money(minus, v) }

// SignedMoney is Money with a plus before what is above zero.
func (b *Book) SignedMoney(millions float64) string {
	if millions > 0 {
		return b.money("+", millions)
	}
	return b.Money(millions)
}

func (b *Book) money(sign string, millions float64) string {
	switch {
	case millions >= 999_950:
		return b.Say("units.usd_trillions", "sign", sign, "v", b.Number(millions/1e6, 2))
	case millions >= 99_950:
		return b.Say("units.usd_billions", "sign", sign, "v", b.Number(millions/1e3, 0))
	case millions >= 999.5:
		return b.Say("units.usd_billions", "sign", sign, "v", b.Number(millions/1e3, 1))
	}
	return b.Say("units.usd_millions", "sign", sign, "v", b.Number(millions, 0))
}

// apart takes the sign of a number off.
func apart(v float64) (sign string, size float64) {
	if v < 0 {
		return Minus, -v
	}
	return "", v
}
