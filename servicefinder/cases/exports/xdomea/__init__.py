"""xdomea 3.1.0, message 0401 "Abgabe": cases handed over to another authority or system."""
