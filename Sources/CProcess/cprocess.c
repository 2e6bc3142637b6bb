#define _GNU_SOURCE
#include "cprocess.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <string.h>
#include <sys/file.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>
#if defined(__linux__)
#include <sys/syscall.h>
#endif

int lab_has_exited(pid_t pid) {
  siginfo_t info;
  info.si_pid = 0;
  while (waitid(P_PID, (id_t)pid, &info, WEXITED | WNOHANG | WNOWAIT) != 0) {
    if (errno != EINTR) return -1;
  }
  return info.si_pid == pid ? 1 : 0;
}

int lab_signal_thread(pid_t pid, pid_t thread, int signal) {
#if defined(__linux__)
  return (int)syscall(SYS_tgkill, pid, thread, signal);
#else
  (void)thread;
  return kill(pid, signal);
#endif
}

int lab_lock_file(int descriptor) {
  while (flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
    if (errno != EINTR) return errno;
  }
  return 0;
}

void lab_unlock_file(int descriptor) { flock(descriptor, LOCK_UN); }

int lab_set_modification_time(const char *path, long seconds, long nanoseconds) {
  struct timespec times[2] = {{0, UTIME_OMIT}, {seconds, nanoseconds}};
  return utimensat(AT_FDCWD, path, times, AT_SYMLINK_NOFOLLOW) == 0 ? 0 : errno;
}

int lab_contains(const void *bytes, size_t count, const void *word, size_t word_count) {
  return memmem(bytes, count, word, word_count) != NULL;
}

int lab_memory_file(const char *label) {
#if defined(__linux__)
  return memfd_create(label, MFD_CLOEXEC);
#else
  (void)label;
  errno = ENOSYS;
  return -1;
#endif
}

int lab_pipe(int ends[2]) {
#if defined(__linux__)
  if (pipe2(ends, O_CLOEXEC) != 0) return -1;
  // Less than asked for is only slower.
  fcntl(ends[1], F_SETPIPE_SZ, 1 << 20);
  return fcntl(ends[0], F_SETFL, O_NONBLOCK);
#else
  (void)ends;
  errno = ENOSYS;
  return -1;
#endif
}

int lab_spawn(
    const char *path, char *const arguments[], char *const environment[], int output, const int *descriptors,
    size_t count, pid_t *process) {
  posix_spawn_file_actions_t actions;
  posix_spawnattr_t attributes;
  sigset_t none, all;
  sigemptyset(&none);
  sigfillset(&all);
  int error = posix_spawn_file_actions_init(&actions);
  if (error != 0) return error;
  error = posix_spawnattr_init(&attributes);
  if (error != 0) {
    posix_spawn_file_actions_destroy(&actions);
    return error;
  }
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSID);
  posix_spawnattr_setsigdefault(&attributes, &all);
  posix_spawnattr_setsigmask(&attributes, &none);
  posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_adddup2(&actions, output, 1);
  posix_spawn_file_actions_adddup2(&actions, output, 2);
  for (size_t i = 0; i < count; i++) {
    // To the same number, which leaves it open in the new program and nowhere else.
    posix_spawn_file_actions_adddup2(&actions, descriptors[i], descriptors[i]);
  }
  error = posix_spawn(process, path, &actions, &attributes, arguments, environment);
  posix_spawn_file_actions_destroy(&actions);
  posix_spawnattr_destroy(&attributes);
  return error;
}
