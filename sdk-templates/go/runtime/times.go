package client

import (
	"encoding/json"
	"fmt"
	"math/big"
	"regexp"
	"strconv"
	"strings"
	"time"

	"centrifugo-rpc/client/internal/codec"
)

// LocalDate is a date without a zone, such as "2026-03-01".
type LocalDate string

// LocalTime is a time of day without a zone, such as "17:30:00".
type LocalTime string

// LocalDateTime is a date and time without a zone, such as "2026-03-01T17:30:00".
type LocalDateTime string

// Duration is a span of time that travels in ISO 8601 form, such as "PT1H30M".
type Duration time.Duration

// String gives the ISO 8601 form.
func (d Duration) String() string {
	if d == 0 {
		return "PT0S"
	}
	// Unsigned, because the smallest int64 has no positive counterpart.
	rest, sign := uint64(d), ""
	if d < 0 {
		rest, sign = -rest, "-"
	}
	hours, rest := rest/uint64(time.Hour), rest%uint64(time.Hour)
	minutes, rest := rest/uint64(time.Minute), rest%uint64(time.Minute)
	seconds, nanos := rest/uint64(time.Second), rest%uint64(time.Second)

	var text strings.Builder
	text.WriteString("PT")
	if hours > 0 {
		text.WriteString(sign + strconv.FormatUint(hours, 10) + "H")
	}
	if minutes > 0 {
		text.WriteString(sign + strconv.FormatUint(minutes, 10) + "M")
	}
	if seconds > 0 || nanos > 0 {
		text.WriteString(sign + strconv.FormatUint(seconds, 10))
		if nanos > 0 {
			text.WriteString("." + strings.TrimRight(fmt.Sprintf("%09d", nanos), "0"))
		}
		text.WriteString("S")
	}
	return text.String()
}

// MarshalJSON writes the ISO 8601 form.
func (d Duration) MarshalJSON() ([]byte, error) { return []byte(strconv.Quote(d.String())), nil }

// UnmarshalJSON reads the ISO 8601 form, and refuses spans of more than 292 years, which Go cannot hold.
func (d *Duration) UnmarshalJSON(data []byte) error {
	if codec.IsNull(data) {
		return nil
	}
	var text string
	if err := json.Unmarshal(data, &text); err != nil {
		return err
	}
	span, err := parseDuration(text)
	if err != nil {
		return err
	}
	*d = span
	return nil
}

var isoDuration = regexp.MustCompile(
	`^([+-]?)P(?:([+-]?[0-9]+)D)?(T(?:([+-]?[0-9]+)H)?(?:([+-]?[0-9]+)M)?(?:([+-]?)([0-9]+)(?:[.,]([0-9]{1,9}))?S)?)?$`)

func parseDuration(text string) (Duration, error) {
	parts := isoDuration.FindStringSubmatch(strings.ToUpper(text))
	if parts == nil || parts[3] == "T" || parts[2]+parts[3] == "" {
		return 0, fmt.Errorf("%q is not an ISO 8601 duration", text)
	}
	nanos := new(big.Int)
	add := func(count string, unit time.Duration) {
		if n, ok := new(big.Int).SetString(count, 10); ok {
			nanos.Add(nanos, n.Mul(n, big.NewInt(int64(unit))))
		}
	}
	add(parts[2], 24*time.Hour)
	add(parts[4], time.Hour)
	add(parts[5], time.Minute)
	add(parts[6]+parts[7], time.Second)
	if fraction := parts[8]; fraction != "" {
		add(parts[6]+fraction+strings.Repeat("0", 9-len(fraction)), time.Nanosecond)
	}
	if parts[1] == "-" {
		nanos.Neg(nanos)
	}
	if !nanos.IsInt64() {
		return 0, fmt.Errorf("%q is longer than a duration can be in Go", text)
	}
	return Duration(nanos.Int64()), nil
}
