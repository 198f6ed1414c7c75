"""Text or bytes in, a value with exact positions out; what is wrong with the input is part of the value."""
