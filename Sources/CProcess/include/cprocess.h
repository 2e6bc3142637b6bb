#pragma once
#include <stddef.h>
#include <sys/types.h>

/// Whether a child of this process has ended, without reaping it: 1 yes, 0 no, -1 no such child.
int lab_has_exited(pid_t pid);

/// Sends a signal to one thread of a process; to the whole process where threads cannot be addressed.
int lab_signal_thread(pid_t pid, pid_t thread, int signal);

/// Takes an advisory lock that the kernel releases with the last descriptor: 0, or an error number.
int lab_lock_file(int descriptor);

/// Sets the modification time of a file or of a symbolic link itself: 0, or an error number.
int lab_set_modification_time(const char *path, long seconds, long nanoseconds);

/// Whether a word occurs in some bytes.
int lab_contains(const void *bytes, size_t count, const void *word, size_t word_count);
