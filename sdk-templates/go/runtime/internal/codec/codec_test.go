package codec

import (
	"testing"
	"time"
)

func TestNothingIsWrittenAsNull(t *testing.T) {
	value := struct {
		List    []string
		Lists   [][]string
		Map     map[string]int
		Maps    map[string]map[string]int
		Bytes   []byte
		Present *[]string
		Absent  *[]string
	}{
		List:    List[string](nil),
		Lists:   ListOf(List[string])([][]string{nil, {"<a>"}}),
		Map:     Map[string, int](nil),
		Maps:    MapOf[string](Map[string, int])(map[string]map[string]int{"k": nil}),
		Bytes:   List[byte](nil),
		Present: PointerTo(List[string])(new([]string)),
		Absent:  PointerTo(List[string])(nil),
	}

	data, err := Marshal(value)

	want := `{"List":[],"Lists":[[],["<a>"]],"Map":{},"Maps":{"k":{}},"Bytes":"","Present":[],"Absent":null}`
	if err != nil || string(data) != want {
		t.Fatalf("got %s, %v", data, err)
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
		data, err := Marshal(Time(time.Date(2026, 1, 1, 0, 0, 0, 123456789, zone)))
		if err != nil || string(data) != want {
			t.Errorf("%d: got %s, %v", offsetSeconds, data, err)
		}
	}
}

func TestResults(t *testing.T) {
	if value, err := Value[[]int]([]byte("[1]")); err != nil || len(value) != 1 {
		t.Errorf("got %v, %v", value, err)
	}
	if _, err := Value[int]([]byte(" null")); err == nil || err.Error() != "its result is null" {
		t.Errorf("got %v", err)
	}
	if _, err := Object[struct{}]([]byte("null")); err == nil {
		t.Error("null was read as an object")
	}
	if value, err := Nullable[int]([]byte("null")); err != nil || value != nil {
		t.Errorf("got %v, %v", value, err)
	}
	if value, err := Nullable[int]([]byte("7")); err != nil || *value != 7 {
		t.Errorf("got %v, %v", value, err)
	}
	for _, data := range []string{`"7"`, "1.5", "128", "{}"} {
		if _, err := Value[int8]([]byte(data)); err == nil {
			t.Errorf("%s was read as an int8", data)
		}
	}
}

// Decision 8: encoding/json cannot tell absent from zero, and no second reader is paid for to find out.
func TestMembersThatAResultLacksAreZero(t *testing.T) {
	type task struct {
		Title string `json:"title"`
		Count int32  `json:"count"`
	}
	for _, data := range []string{`{"count":7}`, `{"title":null,"count":7}`} {
		result, err := Object[task]([]byte(data))
		if err != nil || *result != (task{Title: "", Count: 7}) {
			t.Errorf("%s: got %v, %v", data, result, err)
		}
	}
}
