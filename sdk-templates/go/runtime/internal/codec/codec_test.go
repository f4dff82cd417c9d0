package codec

import (
	"encoding/json"
	"math"
	"strings"
	"testing"
	"time"
)

func written[T any](t *testing.T, value T, coder Coder[*T]) string {
	t.Helper()
	data, err := Write(&value, coder)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func TestNothingIsWrittenAsNull(t *testing.T) {
	if got := written(t, []string(nil), List(Text[string])); got != "[]" {
		t.Errorf("got %s", got)
	}
	if got := written(t, [][]string{nil, {"<a>"}}, List(List(Text[string]))); got != `[[],["<a>"]]` {
		t.Errorf("got %s", got)
	}
	if got := written(t, map[string]map[int8]bool{"k": nil}, TextMap[string](IntMap[int8](Bool))); got != `{"k":{}}` {
		t.Errorf("got %s", got)
	}
	if got := written(t, []*[]byte{{}, nil}, List(Pointer(Bytes))); got != `["",null]` {
		t.Errorf("got %s", got)
	}
}

func TestKeysAreSorted(t *testing.T) {
	if got := written(t, map[string]bool{"b": true, "a": false, "": true}, TextMap[string](Bool)); got != `{"":true,"a":false,"b":true}` {
		t.Errorf("got %s", got)
	}
}

func TestTimeKeepsItsInstant(t *testing.T) {
	for offsetSeconds, want := range map[int]string{
		3600: `"2026-01-01T00:00:00.123456789+01:00"`,
		3208: `"2025-12-31T23:06:32.123456789Z"`,
		0:    `"2026-01-01T00:00:00.123456789Z"`,
	} {
		zone := time.UTC
		if offsetSeconds != 0 {
			zone = time.FixedZone("", offsetSeconds)
		}
		if got := written(t, time.Date(2026, 1, 1, 0, 0, 0, 123456789, zone), Time); got != want {
			t.Errorf("%d: got %s", offsetSeconds, got)
		}
	}
	tooLate := time.Date(10000, 1, 1, 0, 0, 0, 0, time.UTC)
	if data, err := Write(&tooLate, Time); err == nil {
		t.Errorf("got %s", data)
	}
}

// same reads JSON and writes it again.
func same[T any](t *testing.T, coder Coder[*T], texts ...string) {
	t.Helper()
	for _, text := range texts {
		var value T
		if err := Read([]byte(text), &value, coder); err != nil {
			t.Errorf("%s: %v", text, err)
			continue
		}
		if got := written(t, value, coder); got != text {
			t.Errorf("%s became %s", text, got)
		}
	}
}

// refused reads JSON that must not be read; each text is followed by the reason.
func refused[T any](t *testing.T, coder Coder[*T], textsAndReasons ...string) {
	t.Helper()
	for i := 0; i < len(textsAndReasons); i += 2 {
		var value T
		err := Read([]byte(textsAndReasons[i]), &value, coder)
		if err == nil || err.Error() != textsAndReasons[i+1] {
			t.Errorf("%s was read as %v, %v", textsAndReasons[i], value, err)
		}
	}
}

func TestIntegers(t *testing.T) {
	same(t, Int[int8], "127", "-128", "0")
	same(t, Int[int64], "9223372036854775807", "-9223372036854775808", "9007199254740993")
	refused(t, Int[int8],
		"128", "$ must be a whole number from -128 to 127, found 128",
		"-129", "$ must be a whole number from -128 to 127, found -129",
		"1.0", "$ must be a whole number from -128 to 127, found 1.0",
		`"1"`, `$ must be a whole number from -128 to 127, found "1"`,
		"null", "$ must be a whole number from -128 to 127, found null")
	refused(t, Int[int16], "32768", "$ must be a whole number from -32768 to 32767, found 32768")
	refused(t, Int[int32], "2147483648", "$ must be a whole number from -2147483648 to 2147483647, found 2147483648")
	refused(t, Int[int64], "9223372036854775808",
		"$ must be a whole number from -9223372036854775808 to 9223372036854775807, found 9223372036854775808")
	same(t, IntText[int64], `"9223372036854775807"`)
	refused(t, IntText[int8], `"300"`, `$ must be a string of a whole number from -128 to 127, found "300"`)
	refused(t, IntText[int8], "3", "$ must be a string of a whole number from -128 to 127, found 3")
}

func TestFloats(t *testing.T) {
	same(t, Float64, "1.5", "-0", "1e+300", "5e-324", "0.1")
	same(t, Float32, "0.1", "3.4028235e+38")
	refused(t, Float32, "1e39", "$ must be a number that fits into 32 bits, found 1e39")
	refused(t, Float64,
		"1e400", "$ must be a number that fits into 64 bits, found 1e400",
		`"NaN"`, `$ must be a number that fits into 64 bits, found "NaN"`,
		"null", "$ must be a number that fits into 64 bits, found null")
	for _, value := range []float64{math.NaN(), math.Inf(1)} {
		if data, err := Write(&value, Float64); err == nil {
			t.Errorf("%v was written as %s", value, data)
		}
	}
}

func TestTexts(t *testing.T) {
	same(t, Text[string], `"a <b> & \"c\" \\ \n é 日 🎉"`, `""`, `"�"`)
	var read string
	if err := Read([]byte(`"\ud83c\udf89\u00e9\ufffd\/\\ud83c"`), &read, Text[string]); err != nil || read != "🎉é�/\\ud83c" {
		t.Errorf("got %q, %v", read, err)
	}
	for _, text := range []string{`"\ud83c"`, `"\udf89"`, `"\ud83cx"`, `"\ud83c\u0041"`, `"\udf89\ud83c"`, "\"\xff\"", "5", "null", "true", "[]"} {
		if err := Read([]byte(text), &read, Text[string]); err == nil {
			t.Errorf("%s was read as %q", text, read)
		}
	}
	broken := "\xff"
	if _, err := Write(&broken, Text[string]); err == nil || err.Error() != `$ is "\xff", which is not UTF-8` {
		t.Errorf("got %v", err)
	}
	refused(t, Bool, `"true"`, `$ must be true or false, found "true"`)
	refused(t, Bytes, `"*"`, `$ must be a string in base64, found "*"`, "[1]", "$ must be a string in base64, found [1]")
	refused(t, Time, "5", "$ must be a time by RFC 3339, found 5", `"2026-01-01"`, `$ must be a time by RFC 3339, found "2026-01-01"`)
}

func TestMaps(t *testing.T) {
	same(t, IntMap[int8](Bool), `{"-128":true,"127":false}`, "{}")
	same(t, TextMap[string](Bool), `{"":true,"a\"b":true}`)
	refused(t, IntMap[int8](Bool),
		`{"128":true}`, `$ has the key "128", which is not a whole number that fits`,
		`{"01":true}`, `$ has the key "01", which is not a whole number that fits`,
		`{"1":null}`, `$.1 must be true or false, found null`,
		"[]", "$ must be an object, found []")
	for range 50 {
		// The order of a Go map is random, that of a text is not.
		var read map[int8]bool
		if err := Read([]byte(`{"0":false,"-0":true}`), &read, IntMap[int8](Bool)); err != nil || !read[0] {
			t.Fatalf("of two spellings of one key the last one counts, got %v, %v", read, err)
		}
	}
	refused(t, TextMap[string](Bool), `{"\ud800":true}`, `$ has the member name "\ud800", which is no Unicode text`)
}

func TestPathsLeadToTheFailure(t *testing.T) {
	refused(t, TextMap[string](List(TextMap[string](Int[int32]))),
		`{"a b":[{}, {"c": 1, "d_1": "`+strings.Repeat("x", 100)+`"}]}`,
		`$["a b"][1].d_1 must be a whole number from -2147483648 to 2147483647, found "`+strings.Repeat("x", 59)+"…")
	invalid := []map[string]string{{}, {"k": "\xff"}}
	if _, err := Write(&invalid, List(TextMap[string](Text[string]))); err == nil || err.Error() != `$[1].k is "\xff", which is not UTF-8` {
		t.Errorf("got %v", err)
	}
}

func TestJSONOfAnyKind(t *testing.T) {
	same(t, Raw, "null", "1.50", "123456789012345678901234567890", `{"b":1,"a":[null]}`)
	for raw, want := range map[string]string{"": "null", " 1 ": "1"} {
		value := json.RawMessage(raw)
		data, err := Write(&value, Raw)
		if err != nil || strings.TrimSpace(string(data)) != want {
			t.Errorf("%q: got %s, %v", raw, data, err)
		}
	}
	value := json.RawMessage("{")
	if _, err := Write(&value, Raw); err == nil || err.Error() != "$ is not JSON: {" {
		t.Errorf("got %v", err)
	}
}

func TestResults(t *testing.T) {
	if value, err := Value(List(Int[int32]))([]byte(" [1] ")); err != nil || len(value) != 1 {
		t.Errorf("got %v, %v", value, err)
	}
	if _, err := Value(Text[string])([]byte(" null")); err == nil || err.Error() != "$ must be a string of Unicode text, found null" {
		t.Errorf("got %v", err)
	}
	if value, err := Value(Pointer(Bool))([]byte("null")); err != nil || value != nil {
		t.Errorf("got %v, %v", value, err)
	}
	if value, err := PointerTo(Bool)([]byte("true")); err != nil || !*value {
		t.Errorf("got %v, %v", value, err)
	}
	if _, err := Value(Raw)([]byte("{")); err == nil {
		t.Error("half of an object was read")
	}
}

// FuzzDocuments compares what is found in a document with what encoding/json finds there.
func FuzzDocuments(f *testing.F) {
	for _, text := range []string{
		`{"a":[1,"]",{"b\"}":null}],"":-1.5e+3}`, "[]", "[[[]]]", ` { } `, `"\\"`, "7", "[1 , 2]", `{"a":1,"a":2}`, "", "[", `{"\u0061":1}`,
	} {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		var tree func(value *any, s *Stream)
		tree = func(value *any, s *Stream) {
			switch s.kind() {
			case '[':
				var list []any
				List(tree)(&list, s)
				*value = list
			case '{':
				var object map[string]any
				TextMap[string](tree)(&object, s)
				*value = object
			default:
				Other(value, s)
			}
		}
		var ours, theirs any
		err := Read(text, &ours, tree)
		if json.Unmarshal(text, &theirs) != nil {
			if err == nil {
				t.Fatalf("%q was read", text)
			}
			return
		}
		if err != nil {
			if strings.Contains(err.Error(), "no Unicode text") {
				return
			}
			t.Fatalf("%q: %v", text, err)
		}
		got, want := mustMarshal(t, ours), mustMarshal(t, theirs)
		if got != want {
			t.Fatalf("%q was read as %s", text, got)
		}
	})
}

func mustMarshal(t *testing.T, value any) string {
	t.Helper()
	data, err := json.Marshal(value)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}
