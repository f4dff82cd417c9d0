package client

import (
	"encoding/json"
	"fmt"
	"math/big"
	"regexp"
	"strconv"

	"centrifugo-rpc/client/internal/codec"
)

// BigInteger is an integer of any size. Its zero value is 0.
type BigInteger struct{ *big.Int }

// MarshalJSON writes a decimal string.
func (b BigInteger) MarshalJSON() ([]byte, error) {
	if b.Int == nil {
		return []byte(`"0"`), nil
	}
	return []byte(strconv.Quote(b.Int.String())), nil
}

// UnmarshalJSON reads a decimal string or a number.
func (b *BigInteger) UnmarshalJSON(data []byte) error {
	digits, err := unquoted(data)
	if err != nil || digits == "" {
		return err
	}
	value, ok := new(big.Int).SetString(digits, 10)
	if !ok {
		return fmt.Errorf("%s is not an integer", data)
	}
	b.Int = value
	return nil
}

// Decimal is a decimal number of any size in plain notation, such as "100" or "-1.50"; its scale is kept. The empty
// string is written as 0.
type Decimal string

var plainDecimal = regexp.MustCompile(`^-?[0-9]+(\.[0-9]+)?$`)

// MarshalJSON writes a decimal string, and refuses what is not plain notation.
func (d Decimal) MarshalJSON() ([]byte, error) {
	if d == "" {
		return []byte(`"0"`), nil
	}
	if !plainDecimal.MatchString(string(d)) {
		return nil, fmt.Errorf("%q is not a decimal number in plain notation", string(d))
	}
	return []byte(strconv.Quote(string(d))), nil
}

// UnmarshalJSON reads a decimal string or a number.
func (d *Decimal) UnmarshalJSON(data []byte) error {
	digits, err := unquoted(data)
	if err != nil || digits == "" {
		return err
	}
	if !plainDecimal.MatchString(digits) {
		return fmt.Errorf("%s is not a decimal number in plain notation", data)
	}
	*d = Decimal(digits)
	return nil
}

// Int64String is an integer that travels as a decimal string.
type Int64String int64

// MarshalJSON writes a decimal string.
func (i Int64String) MarshalJSON() ([]byte, error) {
	return []byte(`"` + strconv.FormatInt(int64(i), 10) + `"`), nil
}

// UnmarshalJSON reads a decimal string.
func (i *Int64String) UnmarshalJSON(data []byte) error {
	if codec.IsNull(data) {
		return nil
	}
	var digits string
	if err := json.Unmarshal(data, &digits); err != nil {
		return err
	}
	value, err := strconv.ParseInt(digits, 10, 64)
	if err != nil {
		return fmt.Errorf("%s is not an integer of 64 bits", data)
	}
	*i = Int64String(value)
	return nil
}

// unquoted gives the digits of a JSON string or number, and nothing for null.
func unquoted(data []byte) (string, error) {
	if codec.IsNull(data) {
		return "", nil
	}
	if len(data) > 0 && data[0] == '"' {
		var digits string
		if err := json.Unmarshal(data, &digits); err != nil {
			return "", err
		}
		if digits == "" {
			return "", fmt.Errorf("an empty string is not a number")
		}
		return digits, nil
	}
	return string(data), nil
}
