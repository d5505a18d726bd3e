"""Import of other catalogues: a reader per format yields neutral records, one merger applies them."""
