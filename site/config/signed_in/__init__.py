"""Who is asking: read on every page of the back office, so by queries whose SQL is written once."""
