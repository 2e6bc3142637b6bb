#define _GNU_SOURCE
#include "csupervise.h"
#include "internal.h"

#include <errno.h>

#if defined(__linux__)
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static long long now_ms(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return time.tv_sec * 1000LL + time.tv_nsec / 1000000;
}

/// In a forked child: `output` as 1 and 2 where it is not negative, those to keep from 3 on, and nothing else.
static void arrange_descriptors(int output, const int *keep, int count) {
  // Out of the way of the low numbers first: each of these may be taken by another of them.
  int high[2] = {-1, -1};
  for (int index = 0; index < count; index++) high[index] = fcntl(keep[index], F_DUPFD, 10);
  int high_output = output >= 0 ? fcntl(output, F_DUPFD, 10) : -1;
  int null = fcntl(open("/dev/null", O_RDWR), F_DUPFD, 10);
  dup2(null, 0);
  dup2(high_output >= 0 ? high_output : null, 1);
  dup2(high_output >= 0 ? high_output : null, 2);
  for (int index = 0; index < count; index++) dup2(high[index], 3 + index);
  syscall(SYS_close_range, (unsigned)(3 + count), ~0U, 0);
}

static void reset_signals(void) {
  for (int number = 1; number < NSIG; number++) signal(number, SIG_DFL);
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
}

static void answer(int descriptor, int error, int stage) {
  int words[2] = {error, stage};
  ssize_t ignored = write(descriptor, words, sizeof words);
  (void)ignored;
}

int supervise_launch(const char *directory, int lock, int limit_ms, int *stage) {
  *stage = SUPERVISE_SPAWN;
  int ack[2];
  if (pipe2(ack, O_CLOEXEC) != 0) return errno;
  char library_path[4096] = "";
  const char *value = getenv("LD_LIBRARY_PATH");
  if (value && strlen(value) + 17 <= sizeof library_path) {
    strcpy(library_path, "LD_LIBRARY_PATH=");
    strcat(library_path, value);
  }
  char *const environment[] = {library_path[0] ? library_path : NULL, NULL};
  char *const arguments[] = {SUPERVISE_NAME, (char *)directory, NULL};
  // Signals wait until the child has no handler of the caller any more.
  sigset_t all, before;
  sigfillset(&all);
  pthread_sigmask(SIG_SETMASK, &all, &before);
  pid_t child = fork();
  int failure = errno;
  if (child == 0) {
    reset_signals();
    const int keep[] = {ack[1], lock};
    arrange_descriptors(-1, keep, 2);
    execve("/proc/self/exe", arguments, environment);
    answer(SUPERVISE_ACK, errno, SUPERVISE_SPAWN);
    _exit(127);
  }
  pthread_sigmask(SIG_SETMASK, &before, NULL);
  close(ack[1]);
  if (child < 0) {
    close(ack[0]);
    return failure;
  }
  int words[2] = {EPIPE, SUPERVISE_SPAWN};
  long long deadline = now_ms() + limit_ms;
  for (;;) {
    struct pollfd item = {.fd = ack[0], .events = POLLIN};
    long long rest = deadline - now_ms();
    int count = poll(&item, 1, rest > 0 ? (int)rest : 0);
    if (count < 0 && errno == EINTR) continue;
    if (count == 0) {
      words[0] = ETIMEDOUT;
      break;
    }
    ssize_t length = read(ack[0], words, sizeof words);
    if (length < 0 && errno == EINTR) continue;
    // Closed without a word: the supervisor was killed.
    if (length != (ssize_t)sizeof words) words[0] = EPIPE;
    break;
  }
  close(ack[0]);
  // The child forked the supervisor and ended; when the time is over it may still be at it.
  while (waitpid(child, NULL, words[0] == ETIMEDOUT ? WNOHANG : 0) < 0 && errno == EINTR) {
  }
  *stage = words[1];
  return words[0];
}

int supervise_execute(const char *path, char *const argv[], char *const envp[], const char *directory, int limit_ms,
                      char *output, size_t capacity, size_t *length, int *exit_code) {
  *length = 0;
  int out[2], failed[2];
  if (pipe2(out, O_CLOEXEC) != 0) return errno;
  if (pipe2(failed, O_CLOEXEC) != 0) {
    int error = errno;
    close(out[0]);
    close(out[1]);
    return error;
  }
  sigset_t all, before;
  sigfillset(&all);
  pthread_sigmask(SIG_SETMASK, &all, &before);
  pid_t child = fork();
  int error = child < 0 ? errno : 0;
  if (child == 0) {
    setsid();
    // The calling thread waits here for the command, so its end is the caller's end.
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    reset_signals();
    arrange_descriptors(out[1], &failed[1], 1);
    fcntl(3, F_SETFD, FD_CLOEXEC);
    if (chdir(directory) == 0) execve(path, argv, envp);
    int number = errno;
    ssize_t ignored = write(3, &number, sizeof number);
    (void)ignored;
    _exit(127);
  }
  pthread_sigmask(SIG_SETMASK, &before, NULL);
  close(out[1]);
  close(failed[1]);
  if (child < 0) {
    close(out[0]);
    close(failed[0]);
    return error;
  }
  int number = 0;
  ssize_t told;
  while ((told = read(failed[0], &number, sizeof number)) < 0 && errno == EINTR) {
  }
  close(failed[0]);
  if (told == (ssize_t)sizeof number) error = number;

  int process = supervise_pidfd(child);
  if (process < 0 && !error) error = errno;
  fcntl(out[0], F_SETFL, O_NONBLOCK);
  long long deadline = now_ms() + limit_ms;
  int has_ended = error != 0, is_open = 1;
  while (!error) {
    struct pollfd items[2] = {{.fd = process, .events = POLLIN}, {.fd = is_open ? out[0] : -1, .events = POLLIN}};
    long long rest = deadline - now_ms();
    int count = has_ended ? 0 : poll(items, 2, rest > 0 ? (int)rest : 0);
    if (count < 0 && errno != EINTR) error = errno;
    if (count == 0 && !has_ended) {
      error = ETIMEDOUT;
      break;
    }
    // What it printed before its end is read after it; what its own children still print is not waited for.
    if (count > 0 && items[0].revents) has_ended = 1;
    for (;;) {
      char spare[4096];
      size_t room = capacity - *length;
      ssize_t bytes = read(out[0], room ? output + *length : spare, room ? room : sizeof spare);
      if (bytes < 0 && errno == EINTR) continue;
      if (bytes == 0) is_open = 0;
      if (bytes <= 0) break;
      if (room) *length += (size_t)bytes;
      if (now_ms() > deadline) break;
    }
    if (has_ended) break;
  }
  // Not reaped yet, so the number of its group cannot be another's.
  kill(-child, SIGKILL);
  kill(child, SIGKILL);
  int status = 0;
  while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  if (process >= 0) close(process);
  close(out[0]);
  *exit_code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  return error;
}

#else

int supervise_launch(const char *directory, int lock, int limit_ms, int *stage) {
  (void)directory; (void)lock; (void)limit_ms;
  *stage = SUPERVISE_SPAWN;
  return ENOSYS;
}
int supervise_execute(const char *path, char *const argv[], char *const envp[], const char *directory, int limit_ms,
                      char *output, size_t capacity, size_t *length, int *exit_code) {
  (void)path; (void)argv; (void)envp; (void)directory; (void)limit_ms; (void)output; (void)capacity;
  *length = 0;
  *exit_code = 0;
  return ENOSYS;
}

#endif
