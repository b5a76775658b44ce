#!/bin/sh
# Runs a command with a window manager beside it, so that focus and shells behave.
metacity --sm-disable >/dev/null 2>&1 &
manager=$!
"$@"
status=$?
kill "$manager" 2>/dev/null
exit "$status"
