package asset

// Entries are the files that pages ask for by name.
var Entries = entries
