#define _GNU_SOURCE
#include "csupervise.h"
#include "internal.h"

#include <errno.h>
#if defined(__linux__)
#include <ctype.h>
#include <dirent.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

ssize_t supervise_read_file(const char *path, char *buffer, size_t capacity) {
  int file = open(path, O_RDONLY | O_CLOEXEC);
  if (file < 0) return -1;
  size_t length = 0;
  while (length + 1 < capacity) {
    ssize_t count = read(file, buffer + length, capacity - 1 - length);
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) break;
    length += (size_t)count;
  }
  close(file);
  buffer[length] = 0;
  return (ssize_t)length;
}

int supervise_stat(pid_t pid, char *state, pid_t *parent, unsigned long long *start) {
  char path[64], text[1024];
  snprintf(path, sizeof path, "/proc/%d/stat", (int)pid);
  if (supervise_read_file(path, text, sizeof text) <= 0) return -1;
  // The name may hold anything, also parentheses and spaces: the fields begin after its last one.
  char *fields = strrchr(text, ')');
  if (!fields) return -1;
  int parent_id = 0;
  char letter = 0;
  unsigned long long ticks = 0;
  int found = sscanf(fields + 1,
                     " %c %d %*d %*d %*d %*d %*u %*u %*u %*u %*u %*u %*u %*d %*d %*d %*d %*d %*d %llu", &letter,
                     &parent_id, &ticks);
  if (found != 3) return -1;
  if (state) *state = letter;
  if (parent) *parent = parent_id;
  if (start) *start = ticks;
  return 0;
}

unsigned long long supervise_start_time(pid_t pid) {
  char state = 0;
  unsigned long long start = 0;
  if (pid <= 0 || supervise_stat(pid, &state, NULL, &start) != 0) return 0;
  return state == 'Z' || state == 'X' || state == 'x' ? 0 : start;
}

/// Without /proc/<pid>/task/<tid>/children, which a kernel may lack, every process has to be looked at.
static void each_child_by_scan(pid_t pid, void (*call)(pid_t, void *), void *context) {
  DIR *all = opendir("/proc");
  if (!all) return;
  struct dirent *entry;
  while ((entry = readdir(all))) {
    if (!isdigit((unsigned char)entry->d_name[0])) continue;
    pid_t child = (pid_t)atoi(entry->d_name), parent = 0;
    if (supervise_stat(child, NULL, &parent, NULL) == 0 && parent == pid) call(child, context);
  }
  closedir(all);
}

void supervise_each_child(pid_t pid, void (*call)(pid_t, void *), void *context) {
  char path[96];
  snprintf(path, sizeof path, "/proc/%d/task/%d/children", (int)pid, (int)pid);
  if (access(path, F_OK) != 0) {
    if (supervise_stat(pid, NULL, NULL, NULL) == 0) each_child_by_scan(pid, call, context);
    return;
  }
  snprintf(path, sizeof path, "/proc/%d/task", (int)pid);
  DIR *threads = opendir(path);
  if (!threads) return;
  struct dirent *entry;
  while ((entry = readdir(threads))) {
    if (!isdigit((unsigned char)entry->d_name[0])) continue;
    char text[16384];
    snprintf(path, sizeof path, "/proc/%d/task/%d/children", (int)pid, atoi(entry->d_name));
    if (supervise_read_file(path, text, sizeof text) <= 0) continue;
    char *rest = text, *word;
    while ((word = strsep(&rest, " "))) {
      if (*word) call((pid_t)atoi(word), context);
    }
  }
  closedir(threads);
}

int supervise_pidfd(pid_t pid) { return (int)syscall(SYS_pidfd_open, pid, 0); }

int supervise_signal(int pidfd, int signal) {
  return syscall(SYS_pidfd_send_signal, pidfd, signal, NULL, 0) == 0 ? 0 : errno;
}

char supervise_state(pid_t pid) {
  char state = 0;
  return supervise_stat(pid, &state, NULL, NULL) == 0 ? state : 0;
}

int supervise_tell(int pidfd, int command, int argument) {
  siginfo_t info;
  memset(&info, 0, sizeof info);
  info.si_signo = SUPERVISE_RT;
  info.si_code = SI_QUEUE;
  info.si_pid = getpid();
  info.si_uid = getuid();
  info.si_value.sival_int = argument << 4 | command;
  return syscall(SYS_pidfd_send_signal, pidfd, SUPERVISE_RT, &info, 0) == 0 ? 0 : errno;
}

static int has_mark(pid_t pid, const char *mark) {
  char path[64];
  snprintf(path, sizeof path, "/proc/%d/environ", (int)pid);
  enum { capacity = 262144 };
  char *text = malloc(capacity);
  if (!text) return 0;
  ssize_t length = supervise_read_file(path, text, capacity);
  int found = 0;
  for (char *entry = text; !found && length > 0 && entry < text + length; entry += strlen(entry) + 1) {
    found = strcmp(entry, mark) == 0;
  }
  free(text);
  return found;
}

int supervise_sweep(const char *mark) {
  int killed = 0;
  // Again while something was found: a process may have had a child while the others were looked at.
  for (int round = 0, found = 1; found && round < 20; round++) {
    found = 0;
    DIR *all = opendir("/proc");
    if (!all) return killed;
    struct dirent *entry;
    while ((entry = readdir(all))) {
      if (!isdigit((unsigned char)entry->d_name[0])) continue;
      pid_t pid = (pid_t)atoi(entry->d_name);
      if (pid == getpid() || !has_mark(pid, mark)) continue;
      // The descriptor holds on to the process; looked at again, it is the one meant and no successor of its number.
      int process = supervise_pidfd(pid);
      if (process < 0) continue;
      if (has_mark(pid, mark) && supervise_start_time(pid) != 0 &&
          syscall(SYS_pidfd_send_signal, process, SIGKILL, NULL, 0) == 0) {
        found = 1;
        killed++;
      }
      close(process);
    }
    closedir(all);
    if (found) usleep(2000);
  }
  return killed;
}

#else

unsigned long long supervise_start_time(pid_t pid) { (void)pid; return 0; }
int supervise_pidfd(pid_t pid) { (void)pid; errno = ENOSYS; return -1; }
int supervise_tell(int pidfd, int command, int argument) {
  (void)pidfd; (void)command; (void)argument;
  return ENOSYS;
}
int supervise_signal(int pidfd, int signal) { (void)pidfd; (void)signal; return ENOSYS; }
char supervise_state(pid_t pid) { (void)pid; return 0; }
int supervise_sweep(const char *mark) { (void)mark; return 0; }

#endif
