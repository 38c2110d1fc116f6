"""The commands of the command line, one a module: each turns words typed into calls and results into print."""
