"""What templates read: plain values made from documents; templates decide nothing and query nothing."""
