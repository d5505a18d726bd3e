"""The citizen's side of a case, at `/vorgang/`: no account, no cookie; the link is the key."""
