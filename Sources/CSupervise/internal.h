#pragma once
#include <stddef.h>
#include <sys/types.h>

#define SUPERVISE_NAME "lab-supervise"
#define SUPERVISE_RT (SIGRTMIN + 7)
/// Descriptor on which a supervisor answers who launched it: an error number and a stage, two ints.
#define SUPERVISE_ACK 3
/// Descriptor with the launcher's lock, closed with the answer.
#define SUPERVISE_LOCK 4

/// The supervisor's life in a container directory; never returns.
_Noreturn void supervise_main(const char *directory);

/// Calls back for each child of a process, whichever of its threads made it.
void supervise_each_child(pid_t pid, void (*call)(pid_t child, void *context), void *context);

/// Fields of /proc/<pid>/stat: 0 or -1 when there is no such process.
int supervise_stat(pid_t pid, char *state, pid_t *parent, unsigned long long *start);

/// Reads a small file: its length, or -1.
ssize_t supervise_read_file(const char *path, char *buffer, size_t capacity);
