#pragma once
#include <stddef.h>
#include <sys/types.h>

/// Whether a child of this process has ended, without reaping it: 1 yes, 0 no, -1 no such child.
int lab_has_exited(pid_t pid);

/// Sends a signal to one thread of a process; to the whole process where threads cannot be addressed.
int lab_signal_thread(pid_t pid, pid_t thread, int signal);

/// Takes an advisory lock that the kernel releases with the last descriptor: 0, or an error number.
int lab_lock_file(int descriptor);

/// Gives such a lock up, also where a child that was forked but runs no program yet has the descriptor too.
void lab_unlock_file(int descriptor);

/// Sets the modification time of a file or of a symbolic link itself: 0, or an error number.
int lab_set_modification_time(const char *path, long seconds, long nanoseconds);

/// Whether a word occurs in some bytes.
int lab_contains(const void *bytes, size_t count, const void *word, size_t word_count);

/// A file without a name in memory, closed on exec: its descriptor, or -1 with the error number.
int lab_memory_file(const char *label);

/// A pipe, closed on exec, whose reader does not wait and that takes much before its writer does: 0, or -1 with the
/// error number.
int lab_pipe(int ends[2]);

/// Starts a program in a session of its own, with nothing to read, one descriptor for all its output and some more
/// under the numbers they have here: 0, or an error number.
int lab_spawn(
    const char *path, char *const arguments[], char *const environment[], int output, const int *descriptors,
    size_t count, pid_t *process);
