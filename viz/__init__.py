"""Pages and pictures of Accord's graph: each one file that needs nothing else."""
