package client

import "context"

// A Caller calls methods by their wire names: an [RPCClient], or what stands in for one, such as an [InMemory].
type Caller interface {
	// Call gives the result as JSON. It fails with an [RPCError].
	Call(ctx context.Context, method string, params any) ([]byte, error)
}

var (
	_ Caller = (*RPCClient)(nil)
	_ Caller = (*InMemory)(nil)
)

// clientOver gives the client that a caller is or has, and for any other caller one that passes calls on to it.
func clientOver(caller Caller) *RPCClient {
	if owner, isClient := caller.(interface{ base() *RPCClient }); isClient {
		return owner.base()
	}
	c := NewRPCClient("", "", "")
	c.standIn = caller
	return c
}

func (c *RPCClient) base() *RPCClient { return c }
