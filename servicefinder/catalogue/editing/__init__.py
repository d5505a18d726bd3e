"""Forms and panels of the back office. Models name them, so nothing here imports a model."""
