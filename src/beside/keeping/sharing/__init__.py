"""Links through which somebody else may answer: to what, until when, taken back."""
