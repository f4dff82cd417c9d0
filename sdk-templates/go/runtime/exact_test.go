package client

import (
	"encoding/json"
	"errors"
	"fmt"
	"math/big"
	"runtime"
	"strings"
	"testing"
	"time"
)

// echoes reads JSON as a type of the contract and writes it again, by the methods that encoding/json calls.
func echoes[T any](t *testing.T, texts ...string) {
	t.Helper()
	for _, text := range texts {
		var value T
		if err := json.Unmarshal([]byte(text), &value); err != nil {
			t.Errorf("%s: %v", text, err)
			continue
		}
		if got := written(t, value); got != text {
			t.Errorf("%s became %s", text, got)
		}
	}
}

// refuses reads JSON that does not fit the contract; each text is followed by the reason.
func refuses[T any](t *testing.T, textsAndReasons ...string) {
	t.Helper()
	for i := 0; i < len(textsAndReasons); i += 2 {
		var value T
		err := json.Unmarshal([]byte(textsAndReasons[i]), &value)
		if err == nil || err.Error() != textsAndReasons[i+1] {
			t.Errorf("%s: got %v, %v", textsAndReasons[i], value, err)
		}
	}
}

// unwritten is the reason for which a value cannot be written.
func unwritten(t *testing.T, value any) string {
	t.Helper()
	_, err := payloadOf(value)
	if err == nil {
		t.Fatalf("%v was written", value)
	}
	return err.Error()
}

const emptyPages = `{"texts":{"items":[]},"lists":{"items":[]},"holes":{"items":[]},"maps":{"items":[]},"times":{"items":[]},` +
	`"blobs":{"items":[]},"longs":{"items":[]},"nested":{"items":[]},"pairs":[],` +
	`"tree":{"value":{"type":"circle","radius":1},"children":[],"by_name":{}},"anything":{"items":[]},"priorities":{"items":[]}}`

func TestGenericTypesTravel(t *testing.T) {
	echoes[Pages](t, emptyPages,
		`{"texts":{"items":["a",""],"next":"b","first":"c"},"lists":{"items":[["a"],[]]},"holes":{"items":[["a",null],[]]},`+
			`"maps":{"items":[{"-1":[1,2],"7":[]}]},"times":{"items":["2026-01-01T00:00:00.123456789+01:00"]},`+
			`"blobs":{"items":["AQI=",""]},"longs":{"items":["9223372036854775807"]},`+
			`"nested":{"items":[{"items":[{"id":"1","tags":[]}],"first":{"id":"2","tags":["x"]}}]},`+
			`"pairs":[{"left":{"id":"1","tags":[]},"right":1,"swapped":{"left":2,"right":{"id":"2","tags":[]}}}],`+
			`"tree":{"value":{"type":"circle","radius":1},"children":[{"value":{"type":"new","x":[1.50]},"children":[],"by_name":{}}],"by_name":{}},`+
			`"anything":{"items":[null,1.50,{"b":[]}],"first":[]},"priorities":{"items":[1,77]},`+
			`"hidden":{"decimal":"1.50","task":-2,"price":"2.50"}}`)
	refuses[Pages](t,
		strings.Replace(emptyPages, `"texts":{"items":[]}`, `"texts":{"items":["a",5]}`, 1),
		`$.texts.items[1] must be a string of Unicode text, found 5`,
		strings.Replace(emptyPages, `"nested":{"items":[]}`, `"nested":{"items":[{"items":[{"id":"x","due":"y"}]}]}`, 1),
		`$.nested.items[0].items[0].due must be a time by RFC 3339, found "y"`)
}

func TestNilInsideGenericTypesIsWrittenAsEmpty(t *testing.T) {
	pages := Pages{
		Lists: Page[[]string]{Items: [][]string{nil}},
		Maps:  Page[map[int32][]int32]{Items: []map[int32][]int32{nil, {1: nil}}},
		Blobs: Page[[]byte]{Items: [][]byte{nil}},
		Times: Page[time.Time]{Items: []time.Time{time.Date(2026, 1, 1, 0, 0, 0, 0, time.FixedZone("", 3208))}},
		Tree:  Tree[Shape]{Value: &Circle{Radius: 1}},
	}
	want := strings.NewReplacer(
		`"lists":{"items":[]}`, `"lists":{"items":[[]]}`,
		`"maps":{"items":[]}`, `"maps":{"items":[{},{"1":[]}]}`,
		`"blobs":{"items":[]}`, `"blobs":{"items":[""]}`,
		`"times":{"items":[]}`, `"times":{"items":["2025-12-31T23:06:32Z"]}`,
	).Replace(emptyPages)
	if got := written(t, pages); got != want {
		t.Errorf("got %s", got)
	}
}

func TestGenericTypesOfTypesOfOnesOwn(t *testing.T) {
	type own struct{ A int }
	echoes[Page[own]](t, `{"items":[{"A":1}]}`)
	echoes[Page[*own]](t, `{"items":[null],"next":"x"}`)
	refuses[Page[own]](t, `{"items":[{"A":"x"}]}`,
		"$.items[0] cannot be read: json: cannot unmarshal string into Go struct field own.A of type int")
}

func TestTypesThatHoldThemselvesThroughGenericOnes(t *testing.T) {
	echoes[Node](t, `{"name":"a","box":{"value":{"name":"b","boxes":{"items":[]}}},"boxes":{"items":[{"name":"c","boxes":{"items":[]}}]}}`)
}

func TestUnionsTravel(t *testing.T) {
	echoes[Drawing](t,
		`{"main":{"type":"circle","radius":1},"layers":[],"holes":[],"by_name":{},"circle":{"type":"circle","radius":2}}`,
		`{"main":{"type":"group","shapes":[{"type":"square","side":1,"label":"x"},{"type":"group","shapes":[],"named":{"a":null}}],`+
			`"cover":{"type":"hexagon","deep":{"a":[1.50,null]}},"named":{}},"background":{"type":"circle","radius":1},`+
			`"layers":[{"type":"circle","radius":1}],"holes":[null,{"type":"circle","radius":1}],`+
			`"by_name":{"a":{"type":"square","side":1}},"circle":{"type":"circle","radius":2},"round":{"type":"oval"},`+
			`"patched":{"type":"circle","radius":3}}`)
	refuses[Drawing](t,
		`{"main":{"radius":1},"circle":{"radius":1}}`, "$.main.type is missing",
		`{"main":{"type":5},"circle":{"radius":1}}`, "$.main.type must be a string of Unicode text, found 5",
		`{"main":[],"circle":{"radius":1}}`, "$.main must be an object, found []",
		`{"main":null,"circle":{"radius":1}}`, "$.main must be an object, found null",
		`{"circle":{"radius":1}}`, "$.main is missing",
		`{"main":{"type":"circle","radius":"x"},"circle":{"radius":1}}`, `$.main.radius must be a number that fits into 64 bits, found "x"`,
		`{"main":{"type":"x"},"layers":[{"type":"x"},null],"circle":{"radius":1}}`, "$.layers[1] must be an object, found null",
		`{"main":{"type":"x"},"circle":{"type":"square","radius":1}}`, `$.circle.type must be "circle", found "square"`)
}

func TestTheTagMayStandAnywhere(t *testing.T) {
	shape, err := UnmarshalShape([]byte(` { "radius" : 2 , "x" : {"type":"square"}, "type" : "circle" } `))
	if circle, isCircle := shape.(*Circle); err != nil || !isCircle || circle.Radius != 2 {
		t.Errorf("got %v, %v", shape, err)
	}
}

func TestVariantsAreToldByATypeSwitch(t *testing.T) {
	var told []string
	for _, text := range []string{`{"type":"circle","radius":2}`, `{"type":"hexagon","a":1}`, `{"type":"group"}`} {
		shape, err := UnmarshalShape([]byte(text))
		if err != nil {
			t.Fatal(err)
		}
		switch shape := shape.(type) {
		case *Circle:
			told = append(told, fmt.Sprint("circle ", shape.Radius))
		case *UnknownShape:
			told = append(told, shape.Type+" "+string(shape.Raw))
		default:
			told = append(told, written(t, shape))
		}
	}
	if got := strings.Join(told, ", "); got != `circle 2, hexagon {"type":"hexagon","a":1}, {"type":"group","shapes":[],"named":{}}` {
		t.Errorf("got %s", got)
	}
}

func TestVariantsAloneCarryTheirTag(t *testing.T) {
	echoes[Circle](t, `{"type":"circle","radius":1}`)
	if got := written(t, Nothing{}); got != `{"@kind":""}` {
		t.Errorf("got %s", got)
	}
	var circle Circle
	if err := json.Unmarshal([]byte(`{"radius":1}`), &circle); err != nil || circle.Radius != 1 {
		t.Errorf("got %v, %v", circle, err)
	}
	event, err := UnmarshalEvent([]byte(`{"@kind":"task \"created\"","at":"2026-01-01T00:00:00Z"}`))
	if _, isCreated := event.(*Created); err != nil || !isCreated {
		t.Errorf("got %v, %v", event, err)
	}
}

func TestUnionsThatCannotBeWritten(t *testing.T) {
	for _, test := range []struct {
		value any
		want  string
	}{
		{Drawing{}, "$.main is nil, and must be a variant of Shape"},
		{Drawing{Main: (*Circle)(nil)}, "$.main is nil, and must be a variant of Shape"},
		{Drawing{Main: &Circle{}, Layers: []Shape{&Circle{}, nil}}, "$.layers[1] is nil, and must be a variant of Shape"},
		{Drawing{Main: &Group{Named: map[string]Shape{"a b": (*UnknownShape)(nil)}}}, `$.main.named["a b"] is nil, and must be a variant of Shape`},
		{Drawing{Main: &UnknownShape{Type: "x"}}, `$.main must be JSON whose "type" is "x", found `},
		{Drawing{Main: &UnknownShape{Type: "x", Raw: json.RawMessage(`{"type":"y"}`)}}, `$.main must be JSON whose "type" is "x", found {"type":"y"}`},
	} {
		if got := unwritten(t, test.value); got != test.want {
			t.Errorf("got %s", got)
		}
	}
}

func TestAnythingTravels(t *testing.T) {
	echoes[Anything](t,
		`{"value":null,"values":[],"by_name":{}}`,
		`{"value":{"a":1.50,"b":123456789012345678901234567890},"maybe":[1e400],"values":[null,false,""],"by_name":{"":null}}`)
	if got := written(t, Anything{}); got != `{"value":null,"values":[],"by_name":{}}` {
		t.Errorf("got %s", got)
	}
	refuses[Anything](t, `{}`, "$.value is missing")
	if got := unwritten(t, Anything{Values: []json.RawMessage{json.RawMessage("{")}}); got != "$.values[0] is not JSON: {" {
		t.Errorf("got %s", got)
	}
}

func TestWhatIsReadIsNotChangedLater(t *testing.T) {
	text := []byte(`{"value":[1],"values":[],"by_name":{}}`)
	var read Anything
	if err := json.Unmarshal(text, &read); err != nil {
		t.Fatal(err)
	}
	clear(text)
	if string(read.Value) != "[1]" {
		t.Errorf("got %s", read.Value)
	}
}

func TestOpenObjectsKeepWhatIsNotDeclared(t *testing.T) {
	echoes[Open](t, `{"id":"1"}`, `{"id":"1","extra":"x","":null,"a \"b\"":[1.50],"z":{}}`)
	echoes[Counts](t, `{"total":1,"a":2,"b":-3}`)
	echoes[Layers](t, `{}`, `{"a":[],"b":[{"type":"circle","radius":1},{"type":"new"}]}`)
	refuses[Counts](t, `{"total":1,"a b":"x"}`, `$["a b"] must be a whole number from -2147483648 to 2147483647, found "x"`)
	if got := written(t, Counts{Total: 1, Extra: map[string]int32{"total": 2, "a": 3}}); got != `{"total":1,"a":3}` {
		t.Errorf("got %s", got)
	}
	if got := unwritten(t, Layers{Extra: map[string][]Shape{"a": {nil}}}); got != "$.a[0] is nil, and must be a variant of Shape" {
		t.Errorf("got %s", got)
	}
}

func TestPatchesHaveThreeStates(t *testing.T) {
	echoes[TaskPatch](t, `{}`,
		`{"title":null,"due":null,"tags":null,"priority":null,"owner":null,"raw":null,"count":null}`,
		`{"title":"","due":"2026-01-01T00:00:00Z","tags":[],"priority":77,"owner":{"title":null},"raw":[1.50],"count":"5"}`)
	patch := TaskPatch{
		Title: Set("x"),
		Due:   Clear[time.Time](),
		Tags:  Set([]string(nil)),
		Owner: Set(TaskPatch{Tags: Clear[[]string]()}),
	}
	if got := written(t, patch); got != `{"title":"x","due":null,"tags":[],"owner":{"tags":null}}` {
		t.Errorf("got %s", got)
	}
	if title, isSet := patch.Title.Value(); title != "x" || !isSet || patch.Title.IsClear() || patch.Title.IsZero() {
		t.Errorf("got %v", patch.Title)
	}
	if _, isSet := patch.Due.Value(); isSet || !patch.Due.IsClear() || patch.Due.IsZero() {
		t.Errorf("got %v", patch.Due)
	}
	if _, isSet := patch.Raw.Value(); isSet || patch.Raw.IsClear() || !patch.Raw.IsZero() {
		t.Errorf("got %v", patch.Raw)
	}
	refuses[TaskPatch](t, `{"owner":{"title":5}}`, "$.owner.title must be a string of Unicode text, found 5")
}

func TestPatchesInTypesOfOnesOwn(t *testing.T) {
	type own struct {
		Unchanged, Cleared, New Patch[int]
	}
	value := own{Cleared: Clear[int](), New: Set(5)}
	if got := written(t, value); got != `{"Unchanged":null,"Cleared":null,"New":5}` {
		t.Errorf("got %s", got)
	}
	var read own
	if err := json.Unmarshal([]byte(`{"Cleared":null,"New":5}`), &read); err != nil || !read.Unchanged.IsZero() || !read.Cleared.IsClear() {
		t.Errorf("got %v, %v", read, err)
	}
	if number, isSet := read.New.Value(); !isSet || number != 5 {
		t.Errorf("got %v", read.New)
	}
	if err := json.Unmarshal([]byte(`{"New":"x"}`), &read); err == nil {
		t.Error("a text was read as a number")
	}
}

func TestNumericEnumsAreOpen(t *testing.T) {
	echoes[Enums](t,
		`{"priority":1,"all":[],"by_priority":{},"by_colour":{},"huge":9007199254740993}`,
		`{"priority":77,"maybe":-2,"all":[9,0],"by_priority":{"-2":"red","9":"mauve"},"by_colour":{"":1,"red":5},"huge":-1,"preset":1}`)
	refuses[Enums](t, `{"priority":"1"}`, `$.priority must be a whole number from -2147483648 to 2147483647, found "1"`)
}

func TestPlacesTravelAsText(t *testing.T) {
	echoes[Places](t, `{"uri":"a:b","url":"https://a.b/?c=<d>&e","locale":"de-CH","currency":"EUR","zone":"Europe/Berlin","by_uri":{"a:b":"Z"}}`)
}

func TestEndsOfRanges(t *testing.T) {
	echoes[Ranges](t,
		`{"b":-128,"s":-32768,"i":-2147483648,"l":-9007199254740991,"f":-3.4028235e+38,"d":-1.7976931348623157e+308,"t":"-9223372036854775808",`+
			`"big":"-123456789012345678901234567890","dec":"-0.00","at":"0001-01-01T00:00:00Z","flag":true,"text":"","bytes":"","span":"PT0S"}`,
		`{"b":127,"s":32767,"i":2147483647,"l":9007199254740991,"f":3.4028235e+38,"d":5e-324,"t":"9223372036854775807",`+
			`"big":"0","dec":"100","at":"9999-12-31T23:59:59.999999999-18:00","flag":false,"text":"🎉\u2028","bytes":"AA==","span":"PT-0.000000001S"}`)
	zero := Ranges{Big: BigInteger{new(big.Int)}}
	if got := written(t, zero); got != `{"b":0,"s":0,"i":0,"l":0,"f":0,"d":0,"t":"0","big":"0","dec":"0","at":"0001-01-01T00:00:00Z","flag":false,"text":"","bytes":"","span":"PT0S"}` {
		t.Errorf("got %s", got)
	}
	for _, name := range []string{"b", "s", "i", "l", "f", "d", "t", "big", "dec", "at", "flag", "text", "bytes", "span"} {
		for _, value := range []string{"null", "{}", "[]", "1e400", `"x y"`, "1.5", "true"} {
			if name == "text" && value == `"x y"` || name == "flag" && value == "true" || (name == "f" || name == "d" || name == "dec") && value == "1.5" {
				continue
			}
			var read Ranges
			object := map[string]json.RawMessage{}
			if err := json.Unmarshal([]byte(written(t, zero)), &object); err != nil {
				t.Fatal(err)
			}
			object[name] = json.RawMessage(value)
			if err := json.Unmarshal([]byte(written(t, object)), &read); err == nil || !strings.HasPrefix(err.Error(), "$."+name+" ") {
				t.Errorf("%s: %s: got %v", name, value, err)
			}
		}
		object := map[string]json.RawMessage{}
		if err := json.Unmarshal([]byte(written(t, zero)), &object); err != nil {
			t.Fatal(err)
		}
		delete(object, name)
		if err := json.Unmarshal([]byte(written(t, object)), new(Ranges)); err == nil || err.Error() != "$."+name+" is missing" {
			t.Errorf("%s: got %v", name, err)
		}
	}
}

func TestZeroValuesThatMeanTheDefaultAreLeftOut(t *testing.T) {
	if got := written(t, Presets{}); got != "{}" {
		t.Errorf("got %s", got)
	}
	echoes[Presets](t, `{"count":1,"flag":true,"text":"x","bytes":"AA==","span":"PT1S","ratio":0.5,"text_long":"1","limit":0}`)
}

func TestNamesThatDifferInCaseAreDifferent(t *testing.T) {
	var read Cased
	err := json.Unmarshal([]byte(`{"id":"no","ID":"yes","Name":"no","name":"yes"}`), &read)
	if err != nil || read.Id != "yes" || read.Name != "yes" {
		t.Errorf("got %v, %v", read, err)
	}
	refuses[Cased](t, `{"id":"x","name":"y"}`, "$.ID is missing")
}

func TestTheLastOfTwoMembersOfOneNameCounts(t *testing.T) {
	var read Cased
	err := json.Unmarshal([]byte(`{"ID":"1","name":"a","\u0049D":"2"}`), &read)
	if err != nil || read.Id != "2" {
		t.Errorf("got %v, %v", read, err)
	}
}

func TestReadingReplacesWhatWasThere(t *testing.T) {
	old := time.Unix(0, 0)
	read := Task{Id: "old", Tags: []string{"old"}, Due: &old}
	if err := json.Unmarshal([]byte(`{"id":"new"}`), &read); err != nil || read.Id != "new" || read.Tags != nil || read.Due != nil {
		t.Errorf("got %v, %v", read, err)
	}
}

func TestCallsWithExactTypes(t *testing.T) {
	f := newFakeServer(t)
	f.onPublish = func(s *fakeSession, c *received) {
		s.reply(c, `"result":`+string(c.Publish.Data.Params))
	}
	c, _ := connected(t, f)
	api := &APIClient{c}

	shape, err := api.ShapesDraw(testContext(t), &Circle{Radius: 1})
	if circle, isCircle := shape.(*Circle); err != nil || !isCircle || circle.Radius != 1 {
		t.Errorf("got %v, %v", shape, err)
	}
	page, err := api.PagesTasks(testContext(t), Page[Task]{Items: []Task{{Id: "1"}}})
	if err != nil || len(page.Items) != 1 || page.Items[0].Id != "1" {
		t.Errorf("got %v, %v", page, err)
	}
	_, err = api.ShapesDraw(testContext(t), nil)
	var failed *RPCError
	if !errors.As(err, &failed) || failed.Error() != "shapes.draw: 422 invalid_params: the params cannot be written as JSON: "+
		"$ is nil, and must be a variant of Shape. Nothing was sent." {
		t.Errorf("got %v", err)
	}
	_, err = api.EchoDrawing(testContext(t), Drawing{})
	if err == nil || err.Error() != "echo.drawing: 422 invalid_params: the params cannot be written as JSON: "+
		"$.main is nil, and must be a variant of Shape. Nothing was sent." {
		t.Errorf("got %v", err)
	}
}

func TestResultsOfUnions(t *testing.T) {
	result := ""
	f := newFakeServer(t)
	f.onPublish = func(s *fakeSession, c *received) { s.reply(c, `"result":`+result) }
	c, _ := connected(t, f)
	api := &APIClient{c}

	result = "null"
	if shape, err := api.ShapesFind(testContext(t)); err != nil || shape != nil {
		t.Errorf("got %v, %v", shape, err)
	}
	if _, err := api.ShapesDraw(testContext(t), &Circle{}); err == nil || !errors.Is(err, ErrInvalidResult) {
		t.Errorf("got %v", err)
	}
	if value, err := api.AnyMaybe(testContext(t)); err != nil || string(value) != "null" {
		t.Errorf("got %s, %v", value, err)
	}
	result = `[{"type":"new"},{"type":"square","side":1}]`
	if shapes, err := api.ShapesAll(testContext(t)); err != nil || len(shapes) != 2 {
		t.Errorf("got %v, %v", shapes, err)
	}
	result = `{"items":[{"type":"new"}]}`
	if page, err := api.PagesMaybe(testContext(t)); err != nil || len(page.Items) != 1 {
		t.Errorf("got %v, %v", page, err)
	}
	result = "7"
	if priority, err := api.EnumsPriority(testContext(t)); err != nil || priority != 7 {
		t.Errorf("got %v, %v", priority, err)
	}
}

// nested is a group in a group, and so on.
func nested(depth int) Shape {
	var shape Shape = &Circle{Radius: 1}
	for range depth {
		shape = &Group{Shapes: []Shape{shape}}
	}
	return shape
}

// TestDepthCostsNoMoreThanLength would fail if each level had a text of its own for what is inside of it, as one
// MarshalJSON in another has: ten times the depth would then take a hundred times the memory.
func TestDepthCostsNoMoreThanLength(t *testing.T) {
	allocatedBytes := func(depth int) uint64 {
		drawing := Drawing{Main: nested(depth)}
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		var read Drawing
		if err := json.Unmarshal([]byte(written(t, drawing)), &read); err != nil {
			t.Fatal(err)
		}
		runtime.ReadMemStats(&after)
		return after.TotalAlloc - before.TotalAlloc
	}
	if shallow, deep := allocatedBytes(300), allocatedBytes(3000); deep > 20*shallow {
		t.Errorf("%d bytes became %d", shallow, deep)
	}
}

func BenchmarkNestedUnions(b *testing.B) {
	for _, depth := range []int{1, 50, 500} {
		text, err := payloadOf(nested(depth))
		if err != nil {
			b.Fatal(err)
		}
		b.Run(fmt.Sprintf("write/%d", depth), func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			shape := nested(depth)
			for range b.N {
				if _, err := payloadOf(shape); err != nil {
					b.Fatal(err)
				}
			}
		})
		b.Run(fmt.Sprintf("read/%d", depth), func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			for range b.N {
				if _, err := UnmarshalShape(text); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
