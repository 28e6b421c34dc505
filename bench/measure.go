package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"slices"
	"time"

	"burdenshare/internal/lists"
)

// A cost is the resources that a process used.
type cost struct {
	wall, cpu time.Duration
	memory    int64 // bytes at the peak; 0 where the system does not say
}

// run runs a command and returns its cost.
func run(name string, args ...string) cost {
	cmd := exec.Command(name, args...)
	var said bytes.Buffer
	cmd.Stdout, cmd.Stderr = &said, &said
	started := time.Now()
	if err := cmd.Run(); err != nil {
		panic(failure{fmt.Errorf("%s %q: %w\n%s", name, args, err, &said)})
	}
	p := cmd.ProcessState
	return cost{time.Since(started), p.UserTime() + p.SystemTime(), peak(p)}
}

// A contender is one of the programs that are compared.
type contender struct {
	name   string
	before func() // not measured; may be nil
	run    func() cost
	costs  []cost
}

// interleave runs all contenders once per round, so that disturbances of the machine affect all.
func interleave(rounds int, list []*contender) {
	for range rounds {
		for _, c := range list {
			if c.before != nil {
				c.before()
			}
			one := c.run()
			c.costs = append(c.costs, one)
			fmt.Fprintf(os.Stderr, "%-22s %8.2fs %8.2fs of processor\n", c.name, one.wall.Seconds(), one.cpu.Seconds())
		}
	}
}

// median returns the median of each of a contender's costs.
func (c *contender) median() cost {
	of := func(get func(cost) int64) int64 {
		list := lists.Each(c.costs, get)
		slices.Sort(list)
		return list[len(list)/2]
	}
	return cost{
		wall:   time.Duration(of(func(c cost) int64 { return int64(c.wall) })),
		cpu:    time.Duration(of(func(c cost) int64 { return int64(c.cpu) })),
		memory: of(func(c cost) int64 { return c.memory }),
	}
}
