package codec

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"math"
	"strconv"
	"time"
	"unicode/utf8"
)

// An Integer is a whole number, or a type of the contract that travels as one.
type Integer interface {
	~int8 | ~int16 | ~int32 | ~int64
}

// Bool reads or writes true or false.
func Bool(value *bool, s *Stream) {
	switch {
	case !s.IsReading():
		s.out = strconv.AppendBool(s.out, *value)
	case s.kind() == 't' || s.kind() == 'f':
		*value = s.kind() == 't'
	default:
		s.mismatch("true or false")
	}
}

// Int reads or writes a whole number.
func Int[T Integer](value *T, s *Stream) {
	if !s.IsReading() {
		s.out = strconv.AppendInt(s.out, int64(*value), 10)
		return
	}
	number, isFitting := parseInt[T](string(s.raw()))
	if !isFitting {
		s.mismatch(wholeNumber[T]())
		return
	}
	*value = number
}

// IntText reads or writes a whole number as a decimal string.
func IntText[T Integer](value *T, s *Stream) {
	if !s.IsReading() {
		s.out = append(strconv.AppendInt(append(s.out, '"'), int64(*value), 10), '"')
		return
	}
	text, isText := s.unquoted()
	number, isFitting := parseInt[T](text)
	if !isText || !isFitting {
		s.mismatch("a string of " + wholeNumber[T]())
		return
	}
	*value = number
}

// parseInt takes digits as JSON has them, and what the type can hold.
func parseInt[T Integer](digits string) (T, bool) {
	number, err := strconv.ParseInt(digits, 10, 64)
	isPlain := strconv.FormatInt(number, 10) == digits || digits == "-0"
	return T(number), err == nil && isPlain && int64(T(number)) == number
}

func wholeNumber[T Integer]() string {
	most := T(1)
	for most<<1 > most {
		most = most<<1 | 1
	}
	return fmt.Sprintf("a whole number from %d to %d", -most-1, most)
}

// Float32 reads or writes a number.
func Float32(value *float32, s *Stream) {
	number := float64(*value)
	s.float(&number, 32)
	*value = float32(number)
}

// Float64 reads or writes a number.
func Float64(value *float64, s *Stream) { s.float(value, 64) }

func (s *Stream) float(value *float64, bits int) {
	if !s.IsReading() {
		if math.IsNaN(*value) || math.IsInf(*value, 0) {
			s.Fail(fmt.Sprintf("is %v, which JSON cannot tell", *value))
			return
		}
		s.out = strconv.AppendFloat(s.out, *value, 'g', -1, bits)
		return
	}
	isNumber := s.kind() == '-' || s.kind() >= '0' && s.kind() <= '9'
	number, err := strconv.ParseFloat(string(s.raw()), bits)
	if !isNumber || err != nil {
		s.mismatch(fmt.Sprintf("a number that fits into %d bits", bits))
		return
	}
	*value = number
}

// Text reads or writes a string.
func Text[T ~string](value *T, s *Stream) {
	if !s.IsReading() {
		s.text(string(*value))
		return
	}
	text, isText := s.unquoted()
	if !isText {
		s.mismatch("a string of Unicode text")
		return
	}
	*value = T(text)
}

// Bytes reads or writes bytes in base64; nil is written as an empty string.
func Bytes(value *[]byte, s *Stream) {
	if !s.IsReading() {
		s.out = append(base64.StdEncoding.AppendEncode(append(s.out, '"'), *value), '"')
		return
	}
	text, isText := s.unquoted()
	data, err := base64.StdEncoding.DecodeString(text)
	if !isText || err != nil {
		s.mismatch("a string in base64")
		return
	}
	*value = data
}

// Time reads or writes an instant by RFC 3339.
func Time(value *time.Time, s *Stream) {
	if !s.IsReading() {
		written := *value
		// RFC 3339 knows no seconds in an offset, which old local mean times have; dropping them would move the time.
		if _, offsetSeconds := written.Zone(); offsetSeconds%60 != 0 {
			written = written.UTC()
		}
		data, err := written.MarshalJSON()
		if err != nil {
			s.Fail("cannot be written: " + err.Error())
		}
		s.out = append(s.out, data...)
		return
	}
	if s.kind() != '"' || value.UnmarshalJSON(s.raw()) != nil {
		s.mismatch("a time by RFC 3339")
	}
}

// text writes a string, without escaping <, > and &.
func (s *Stream) text(text string) {
	if isPlain(text) {
		s.out = append(append(append(s.out, '"'), text...), '"')
		return
	}
	if !utf8.ValidString(text) {
		s.Fail(fmt.Sprintf("is %q, which is not UTF-8", text))
		return
	}
	data, err := Marshal(text)
	if err != nil {
		s.Fail("cannot be written: " + err.Error())
	}
	s.out = append(s.out, data...)
}

// isPlain reports whether a string is written as it stands.
func isPlain(text string) bool {
	for i := range len(text) {
		if c := text[i]; c < ' ' || c > '~' || c == '"' || c == '\\' {
			return false
		}
	}
	return true
}

// unquoted gives the string at hand; it is none where a half of a surrogate pair would be lost.
func (s *Stream) unquoted() (string, bool) {
	if s.kind() != '"' {
		return "", false
	}
	return unquoted(s.raw())
}

func unquoted(raw []byte) (string, bool) {
	if !utf8.Valid(raw) {
		return "", false
	}
	if bytes.IndexByte(raw, '\\') < 0 {
		return string(raw[1 : len(raw)-1]), true
	}
	var text string
	err := json.Unmarshal(raw, &text)
	return text, err == nil && !hasHalfPair(raw)
}

// hasHalfPair reports whether escapes name one surrogate without the other, which Go would replace.
func hasHalfPair(raw []byte) bool {
	isOpen := false
	for i := 0; i < len(raw); i++ {
		unit := uint64(0)
		if raw[i] == '\\' {
			i++
			if raw[i] == 'u' {
				unit, _ = strconv.ParseUint(string(raw[i+1:i+5]), 16, 16)
				i += 4
			}
		}
		isLow := unit >= 0xdc00 && unit < 0xe000
		if isOpen != isLow {
			return true
		}
		isOpen = unit >= 0xd800 && unit < 0xdc00
	}
	return false
}
