package client

import "centrifugo-rpc/client/internal/codec"

// The plugin writes this file anew for each contract; this one serves the runtime's own tests.

// TaskMissingDetails tells which task it was.
type TaskMissingDetails struct {
	TaskID string
}

func (v *TaskMissingDetails) json(s *codec.Stream) {
	o := s.Object()
	codec.Required(o, "task_id", &v.TaskID, codec.Text[string])
	o.End()
}

// MarshalJSON writes the members under their names in the contract.
func (v TaskMissingDetails) MarshalJSON() ([]byte, error) {
	return codec.Write(&v, (*TaskMissingDetails).json)
}

// TaskMissingError is an error with details.
type TaskMissingError struct {
	// Message is meant for people.
	Message string
	// Details is what the server tells beside the message.
	Details TaskMissingDetails
}

// Error gives the message.
func (e *TaskMissingError) Error() string {
	return e.Message
}

func (e *TaskMissingError) sent() (int, string, any) {
	return 1404, "task_missing", e.Details
}

// TaskLockedError is an error without details.
type TaskLockedError struct {
	// Message is meant for people.
	Message string
}

// Error gives the message.
func (e *TaskLockedError) Error() string {
	return e.Message
}

func (e *TaskLockedError) sent() (int, string, any) {
	return 1409, "locked", nil
}

// declaredError gives the type of its own that an error has; nil where the server means another error by its name.
func declaredError(e *serverError) error {
	switch {
	case e.Name == "locked" && e.Code == 1409:
		return &TaskLockedError{e.Message}
	case e.Name == "task_missing" && e.Code == 1404:
		if details, err := codec.Value((*TaskMissingDetails).json)(e.Details); err == nil {
			return &TaskMissingError{e.Message, details}
		}
	}
	return nil
}
