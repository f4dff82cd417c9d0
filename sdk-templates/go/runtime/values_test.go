package client

import (
	"encoding/json"
	"math"
	"math/big"
	"testing"
	"time"

	"centrifugo-rpc/client/internal/codec"
)

func written(t *testing.T, value any) string {
	t.Helper()
	data, err := codec.Marshal(value)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func TestDurations(t *testing.T) {
	tests := []struct {
		span time.Duration
		text string
	}{
		{0, "PT0S"},
		{5 * time.Second, "PT5S"},
		{90 * time.Minute, "PT1H30M"},
		{1500 * time.Millisecond, "PT1.5S"},
		{-1500 * time.Millisecond, "PT-1.5S"},
		{time.Nanosecond, "PT0.000000001S"},
		{-time.Nanosecond, "PT-0.000000001S"},
		{-25*time.Hour - time.Minute, "PT-25H-1M"},
		{math.MaxInt64, "PT2562047H47M16.854775807S"},
		{math.MinInt64, "PT-2562047H-47M-16.854775808S"},
	}
	for _, test := range tests {
		if got := written(t, Duration(test.span)); got != `"`+test.text+`"` {
			t.Errorf("%v is written %s", test.span, got)
		}
		var read Duration
		if err := json.Unmarshal([]byte(`"`+test.text+`"`), &read); err != nil || time.Duration(read) != test.span {
			t.Errorf("%s is read %v, %v", test.text, time.Duration(read), err)
		}
	}
}

func TestOtherFormsOfDurations(t *testing.T) {
	for text, want := range map[string]time.Duration{
		"P1D": 24 * time.Hour, "p1dt2h": 26 * time.Hour, "-PT1H-1M": -59 * time.Minute, "PT+5S": 5 * time.Second, "PT1,25S": 1250 * time.Millisecond,
	} {
		if got, err := parseDuration(text); err != nil || time.Duration(got) != want {
			t.Errorf("%s: %v, %v", text, time.Duration(got), err)
		}
	}
	for _, text := range []string{"", "P", "PT", "P1DT", "1h", "P1Y", "PT1H1H", "PT2562047H47M16.854775808S", "P99999999999D", " PT1S"} {
		if got, err := parseDuration(text); err == nil {
			t.Errorf("%q was read as %v", text, time.Duration(got))
		}
	}
	for _, data := range []string{"5", "true", `"5"`} {
		if err := json.Unmarshal([]byte(data), new(Duration)); err == nil {
			t.Errorf("%s was read", data)
		}
	}
}

func TestBigIntegers(t *testing.T) {
	huge, _ := new(big.Int).SetString("-123456789012345678901234567890", 10)
	if got := written(t, []BigInteger{{huge}, {}}); got != `["-123456789012345678901234567890","0"]` {
		t.Errorf("got %s", got)
	}
	for _, data := range []string{`"-123456789012345678901234567890"`, `-123456789012345678901234567890`} {
		var read BigInteger
		if err := json.Unmarshal([]byte(data), &read); err != nil || read.Cmp(huge) != 0 {
			t.Errorf("%s: %v, %v", data, read, err)
		}
	}
	for _, data := range []string{`"1.5"`, `1e3`, `""`, `true`, `"x"`, `{}`} {
		if err := json.Unmarshal([]byte(data), new(BigInteger)); err == nil {
			t.Errorf("%s was read", data)
		}
	}
}

func TestDecimals(t *testing.T) {
	for _, text := range []string{"100", "1.50", "-0.001"} {
		if got := written(t, Decimal(text)); got != `"`+text+`"` {
			t.Errorf("got %s", got)
		}
		for _, data := range []string{`"` + text + `"`, text} {
			var read Decimal
			if err := json.Unmarshal([]byte(data), &read); err != nil || string(read) != text {
				t.Errorf("%s: %v, %v", data, read, err)
			}
		}
	}
	if got := written(t, Decimal("")); got != `"0"` {
		t.Errorf("got %s", got)
	}
	for _, text := range []string{"1E+2", "NaN", "1.", ".5", "abc"} {
		if _, err := codec.Marshal(Decimal(text)); err == nil {
			t.Errorf("%s was written", text)
		}
		if err := json.Unmarshal([]byte(`"`+text+`"`), new(Decimal)); err == nil {
			t.Errorf("%s was read", text)
		}
	}
}

func TestIntegersAsStrings(t *testing.T) {
	if got := written(t, []Int64String{math.MaxInt64, math.MinInt64}); got != `["9223372036854775807","-9223372036854775808"]` {
		t.Errorf("got %s", got)
	}
	var read []Int64String
	if err := json.Unmarshal([]byte(`["9223372036854775807"]`), &read); err != nil || read[0] != math.MaxInt64 {
		t.Errorf("got %v, %v", read, err)
	}
	for _, data := range []string{"5", `""`, `"5.0"`, `"9223372036854775808"`} {
		if err := json.Unmarshal([]byte(data), new(Int64String)); err == nil {
			t.Errorf("%s was read", data)
		}
	}
}

func TestPtr(t *testing.T) {
	value := 5
	if pointer := Ptr(value); *pointer != 5 || pointer == &value {
		t.Error("it is no pointer to a copy")
	}
}
