"""Messages of citizens: how they come in, to whom they go, and when they are forgotten."""
