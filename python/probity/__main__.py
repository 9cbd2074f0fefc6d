"""`python -m probity`: the command line."""

from probity.cli import main

main()
