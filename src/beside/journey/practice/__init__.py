"""Finding out what happens: small tests, with the guess locked before."""
