"""What the tests of purity call, and what notices that a call is not pure."""
