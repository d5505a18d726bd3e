# Names that a framework calls: dead only in the eyes of a static reader.
_.ready
