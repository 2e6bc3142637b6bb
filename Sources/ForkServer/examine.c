// What isolation this machine would give, asked of the code that gives it.
#if defined(__linux__)
#define _GNU_SOURCE
#include "fork_server.h"
#include "parts.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

__attribute__((visibility("default"))) int healing_lab_isolation(
    const char *scratch, const char *tree, char *reason, size_t reason_bytes) {
  int answer[2];
  if (pipe2(answer, O_CLOEXEC) != 0) return -1;
  pid_t child = fork();
  if (child < 0) {
    close(answer[0]);
    close(answer[1]);
    return -1;
  }
  if (child == 0) {
    close(answer[0]);
    const char *roots[] = {tree};
    const char *fresh[] = {"/dev/shm", "/run"};
    struct lab_places places = {
        .scratch = scratch, .directory = tree, .roots = roots, .root_count = 1, .fresh = fresh, .fresh_count = 0};
    struct stat status;
    for (size_t i = 0; i < 2; i++) {
      if (stat(fresh[i], &status) == 0 && S_ISDIR(status.st_mode)) places.fresh[places.fresh_count++] = fresh[i];
    }
    struct lab_limits limits = {
        .namespaces = 1, .processes = 400, .scratch_bytes = 1 << 20, .scratch_files = 100};
    char text[lab_reason_bytes] = "no namespaces";
    char why[lab_reason_bytes / 2] = "";
    if (lab_enter_namespaces(&places, &limits, &answer[1], 1, why, sizeof why)) {
      // A line end, because nothing at all is what a process that died says.
      _exit(write(answer[1], "\n", 1) == 1 ? 0 : 1);
    }
    snprintf(text, sizeof text, "no namespaces (%s)", why);
    lab_prepare_confinement(&places, text);
    _exit(write(answer[1], text, strlen(text)) > 0 ? 0 : 1);
  }
  close(answer[1]);
  size_t length = 0;
  while (length + 1 < reason_bytes) {
    ssize_t count = read(answer[0], reason + length, reason_bytes - 1 - length);
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) break;
    length += (size_t)count;
  }
  close(answer[0]);
  reason[length] = 0;
  while (waitpid(child, NULL, 0) < 0 && errno == EINTR) {}
  if (length == 0) return -1;
  return reason[0] == '\n';
}

#endif
