"""Acts: who did what to whom, by the frames of data/frames.yaml, and the events that they are."""
