package codec

import (
	"bytes"
	"encoding/json"
)

// A document is JSON whose values have been found once, so that nested readers need not search for their ends again.
type document struct {
	text  []byte
	nodes []node
}

// A node is a value, or the name of a member right before its value. What is inside of an object or array follows it.
type node struct {
	start, end int
	// next is the node after this one and all that is inside of it.
	next int
}

// none stands for the absence of a node.
const none = -1

func parse(text []byte) (*document, error) {
	var valid json.RawMessage
	if err := json.Unmarshal(text, &valid); err != nil {
		return nil, err
	}
	d := &document{text: text}
	var open []int
	for i := 0; i < len(text); {
		switch c := text[i]; c {
		case ' ', '\t', '\r', '\n', ',', ':':
			i++
		case '{', '[':
			open = append(open, len(d.nodes))
			d.nodes = append(d.nodes, node{start: i})
			i++
		case '}', ']':
			i++
			last := len(open) - 1
			d.nodes[open[last]].end = i
			d.nodes[open[last]].next = len(d.nodes)
			open = open[:last]
		default:
			end := scalarEnd(text, i)
			d.nodes = append(d.nodes, node{start: i, end: end, next: len(d.nodes) + 1})
			i = end
		}
	}
	return d, nil
}

// scalarEnd is the index after the scalar that starts at an index of valid JSON.
func scalarEnd(text []byte, start int) int {
	if text[start] != '"' {
		length := bytes.IndexAny(text[start:], " \t\r\n,]}")
		if length < 0 {
			return len(text)
		}
		return start + length
	}
	i := start + 1
	for text[i] != '"' {
		if text[i] == '\\' {
			i++
		}
		i++
	}
	return i + 1
}

func (d *document) raw(n int) []byte { return d.text[d.nodes[n].start:d.nodes[n].end] }

func (d *document) kind(n int) byte { return d.text[d.nodes[n].start] }

// children gives the nodes right inside of an object or array; those of an object are a name and a value by turns.
func (d *document) children(n int) []int {
	var children []int
	for child := n + 1; child < d.nodes[n].next; child = d.nodes[child].next {
		children = append(children, child)
	}
	return children
}
