package publish

// Previous returns the paths of the files that the last Write put into the folder out, in their order; nothing where
// the folder holds no site of ours.
func Previous(out string) []string {
	m, err := manifestOf(out)
	if err != nil {
		return nil
	}
	paths := make([]string, len(m.Files))
	for i, f := range m.Files {
		paths[i] = f.Path
	}
	return paths
}
