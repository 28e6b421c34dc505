// Package serve implements the subcommand serve, which shows a report while it is being written. It builds in memory,
// serves on this machine only, and updates the open pages after each change. It never changes public/.
//
// What was read is printed to standard output; problems are printed to standard error and shown on the open pages.
package serve

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"os/signal"
	"runtime"
	"strings"
	"syscall"
	"time"

	"burdenshare/internal/preview"
)

// Run runs the command until it is interrupted. It returns 0 after ctrl-C; 1 if it cannot listen at the address; 2
// for wrong usage.
func Run(args []string, stdout, stderr io.Writer) int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	return Until(ctx, args, stdout, stderr)
}

// Until is like Run but also stops when a context is done.
func Until(ctx context.Context, args []string, stdout, stderr io.Writer) int {
	o, status := parseOptions(args, stdout, stderr)
	if o == nil {
		return status
	}
	root := o.command.OpenRoot(o.root)
	if root == nil {
		return 2
	}
	defer root.Close()
	listener, err := net.Listen("tcp", o.addr)
	if err != nil {
		return refuse(stderr, o.addr, err)
	}
	defer listener.Close()
	watcher, err := preview.Watch(o.root) // before the first read, so that nothing is missed
	if err != nil {
		fmt.Fprintf(stderr, "serve: %s cannot be watched: %v\n", o.root, err)
		return 1
	}
	defer watcher.Close()

	p := newBuilder(root, o)
	p.baseURL = "http://" + listener.Addr().String() + "/"
	p.say = func(what, about string) { fmt.Fprintf(stdout, "%-8s %s\n", what, about) }
	server := preview.NewServer(o.addr, p.source, o.editor)
	f := &follower{builder: p, server: server, stdout: stdout, stderr: stderr, wake: make(chan bool, 1),
		since: time.Now()}

	web := &http.Server{Handler: server, ReadHeaderTimeout: 10 * time.Second}
	ended := make(chan error, 2)
	go func() { ended <- web.Serve(listener) }()
	fmt.Fprintf(stdout, "serve    %s (ctrl-C ends it)\n", p.baseURL)
	if tcp, ok := listener.Addr().(*net.TCPAddr); !ok || !tcp.IP.IsLoopback() {
		fmt.Fprintln(stderr, "serve: warning: others on the network can read this, drafts included; "+
			"leave -addr out to serve this machine only")
	}
	f.make()
	if o.open {
		open(stderr, p.baseURL)
	}
	go f.run(ctx)
	go func() { ended <- watcher.Run(ctx, f.changed) }()
	select {
	case <-ctx.Done():
		_ = web.Close() // pages that listen would keep it open
		return 0
	case err := <-ended:
		if err == nil || errors.Is(err, http.ErrServerClosed) {
			return 0
		}
		fmt.Fprintf(stderr, "serve: %v\n", err)
		return 1
	}
}

// refuse reports why it cannot listen at an address.
func refuse(stderr io.Writer, addr string, err error) int {
	hint := "give another with -addr, such as -addr 127.0.0.1:8081"
	cause := err
	if op, ok := errors.AsType[*net.OpError](err); ok {
		cause = op.Err
	}
	if errors.Is(err, syscall.EADDRINUSE) || strings.Contains(err.Error(), "Only one usage of each socket address") {
		cause = errors.New("another program is listening there, perhaps a preview that is still running")
	}
	fmt.Fprintf(stderr, "serve: -addr %s: %v\n\thint: %s\n", addr, cause, hint)
	return 1
}

// mostNamed is the maximum number of changed files named on a line.
const mostNamed = 3

// several names changed files, and counts those that do not fit.
func several(paths []string) string {
	switch n := len(paths); {
	case n == 0:
		return "everything"
	case n <= mostNamed:
		return strings.Join(paths, ", ")
	default:
		return fmt.Sprintf("%s and %d more", strings.Join(paths[:mostNamed-1], ", "), n-mostNamed+1)
	}
}

// open opens an address in the user's browser.
func open(stderr io.Writer, address string) {
	name, args := "xdg-open", []string{address}
	switch runtime.GOOS {
	case "darwin":
		name = "open"
	case "windows":
		name, args = "rundll32", []string{"url.dll,FileProtocolHandler", address}
	}
	if err := exec.Command(name, args...).Start(); err != nil {
		fmt.Fprintf(stderr, "serve: the browser could not be opened (%v); open %s yourself\n", err, address)
	}
}
