#pragma once
#include <stddef.h>
#include <sys/types.h>

// Everything here needs Linux 5.3 (pidfd_open); elsewhere each function answers ENOSYS.

/// Where a launch failed.
enum supervise_stage {
  /// Before the supervisor ran: no process, no memory.
  SUPERVISE_SPAWN = 0,
  /// In the supervisor: the launch order, the log, the lock.
  SUPERVISE_PREPARE = 1,
  /// The program itself could not be executed.
  SUPERVISE_PROGRAM = 2,
};

/// Starts the supervisor of a container directory in a session of its own, and waits until its program runs.
///
/// The supervisor is this executable again: called `lab-supervise`, it never reaches its own `main`. It outlives the
/// caller. Returns 0 or an error number, with the stage it belongs to; EBUSY when the container is supervised already.
///
/// `lock` is a descriptor with an advisory lock. The supervisor shares it until it answers, so that a caller killed
/// meanwhile leaves the lock held while its launch goes on.
int supervise_launch(const char *directory, int lock, int limit_ms, int *stage);

/// What a supervisor can be asked to do.
enum supervise_command {
  /// SIGTERM to the program's group; SIGKILL to all of it when the time is over. The argument is that time in ms.
  SUPERVISE_STOP = 1,
  /// The same, then the launch order is read again and the program started anew.
  SUPERVISE_RESTART = 2,
  /// Sends the signal of that number to the program's group.
  SUPERVISE_SIGNAL = 3,
};

/// Tells a supervisor, by its pidfd, what to do: 0, or an error number.
int supervise_tell(int pidfd, int command, int argument);

/// A descriptor of a process that becomes readable when it ends: -1 and errno when there is no such process.
int supervise_pidfd(pid_t pid);

/// Sends a signal by a descriptor of `supervise_pidfd`; 0 sends none, and tells whether one could be sent. Returns 0, or
/// an error number.
int supervise_signal(int pidfd, int signal);

/// The letter that the kernel gives to a process's state, such as 'T' for one that a signal has stopped; 0 when it is
/// gone.
char supervise_state(pid_t pid);

/// When a living process was started, in clock ticks after boot; 0 when it is gone or a zombie.
unsigned long long supervise_start_time(pid_t pid);

/// Kills every process that has this `NAME=value` in the environment it was started with; returns how many.
int supervise_sweep(const char *mark);

/// Runs a command to its end in a group of its own and keeps the first bytes it prints.
///
/// Returns 0 with the exit code (128 + n after signal n), ETIMEDOUT when it was killed after the limit, or the error
/// number for which it could not be executed.
int supervise_execute(const char *path, char *const argv[], char *const envp[], const char *directory, int limit_ms,
                      char *output, size_t capacity, size_t *length, int *exit_code);
