"""How well citizens' queries are answered, measured on judged queries over the public LeiKa catalogue."""
