// The fork server: a test bundle that stops short of its tests and lets copies of itself run them.
//
//     lab ── setup ─► server          once: limits, places
//         ◄── hello ──                isolation, and why it is not more
//         ── job ───► ─ fork ─► child: switches, arguments, limits; returns into the start of the program
//         ◄─ result ─                  how it ended; nothing of it runs any more
//
// Frames go over a socket of their own: two counts, then that many numbers of 64 bits and bytes of text. The lab's
// end closes with the lab, however it ends, and then the server ends with everything it started.
#if defined(__linux__)
#define _GNU_SOURCE
#include "parts.h"

#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { protocol_version = 3, most_frame_bytes = 64 << 20 };

enum ending { ended_by_exit, ended_by_signal, ended_by_time, ended_by_memory };

static struct {
  int control;
  int console;
  int events;
  int hits;
  uint8_t *hit_bytes;
  int64_t hit_count;
  int in_namespaces;
  pid_t own;
  struct lab_limits limits;
  struct lab_places places;
  sigset_t outer_mask;
  char *text;
} server;

static int64_t now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (int64_t)time.tv_sec * 1000000000 + time.tv_nsec;
}

// MARK: Frames

static int receive(void *bytes, size_t count) {
  size_t done = 0;
  while (done < count) {
    ssize_t got = recv(server.control, (char *)bytes + done, count - done, 0);
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return -1;
    done += (size_t)got;
  }
  return 0;
}

static void transmit(const int64_t *numbers, uint32_t count, const char *text) {
  char frame[256 + lab_reason_bytes];
  uint32_t head[2] = {count, (uint32_t)strlen(text)};
  size_t size = 0;
  memcpy(frame, head, sizeof head);
  size += sizeof head;
  memcpy(frame + size, numbers, count * sizeof *numbers);
  size += count * sizeof *numbers;
  memcpy(frame + size, text, head[1]);
  size += head[1];
  for (size_t done = 0; done < size;) {
    ssize_t sent = send(server.control, frame + done, size - done, MSG_NOSIGNAL);
    if (sent < 0 && errno == EINTR) continue;
    if (sent <= 0) _exit(0);
    done += (size_t)sent;
  }
}

/// Reads a frame; its text is kept until the next one. The count of numbers, or -1 at the end.
static int64_t read_frame(int64_t *numbers, size_t most, size_t *text_bytes) {
  uint32_t head[2];
  if (receive(head, sizeof head) != 0) return -1;
  if (head[0] > most || head[1] > most_frame_bytes) return -1;
  if (receive(numbers, head[0] * sizeof *numbers) != 0) return -1;
  free(server.text);
  server.text = malloc(head[1] + 1);
  if (server.text == NULL || receive(server.text, head[1]) != 0) return -1;
  server.text[head[1]] = 0;
  *text_bytes = head[1];
  return head[0];
}

/// Cuts a text into strings that each end in a zero.
static size_t split(char *text, size_t bytes, const char ***strings) {
  size_t count = 0;
  for (size_t i = 0; i < bytes; i++) count += text[i] == 0;
  *strings = calloc(count + 1, sizeof **strings);
  if (*strings == NULL) return 0;
  const char *start = text;
  for (size_t i = 0; i < count; i++) {
    (*strings)[i] = start;
    start += strlen(start) + 1;
  }
  return count;
}

// MARK: Children

static void limit(int resource, int64_t value) {
  if (value <= 0) return;
  struct rlimit limit;
  if (getrlimit(resource, &limit) != 0) return;
  rlim_t wanted = (rlim_t)value;
  if (limit.rlim_max != RLIM_INFINITY && wanted > limit.rlim_max) wanted = limit.rlim_max;
  limit = (struct rlimit){wanted, wanted};
  setrlimit(resource, &limit);
}

static void set_limits(void) {
  limit(RLIMIT_AS, server.limits.address_space_bytes);
  limit(RLIMIT_DATA, server.limits.memory_bytes);
  limit(RLIMIT_FSIZE, server.limits.file_bytes);
  limit(RLIMIT_NOFILE, server.limits.open_files);
  // Elsewhere it counts all processes of the user, and the tests could not start a thread.
  if (server.in_namespaces && lab_kernel_is(5, 14)) limit(RLIMIT_NPROC, server.limits.processes);
  if (server.limits.cpu_seconds > 0) {
    // The soft limit's signal can be ignored, the hard one's cannot.
    struct rlimit cpu = {(rlim_t)server.limits.cpu_seconds, (rlim_t)server.limits.cpu_seconds + 1};
    setrlimit(RLIMIT_CPU, &cpu);
  }
  setrlimit(RLIMIT_CORE, &(struct rlimit){0, 0});
}

/// What a program that the tests start from this very bundle needs to know.
static void pass_on(const struct lab_switches *switches, int records_hits) {
  char text[lab_pairs * 24 + 1] = "";
  size_t length = 0;
  for (int32_t i = 0; i < switches->count; i++) {
    length += (size_t)snprintf(
        text + length, sizeof text - length, "%s%d:%d", i > 0 ? "," : "", switches->units[i],
        switches->numbers[i]);
  }
  setenv("HEALING_LAB_PICKS", text, 1);
  if (!records_hits) return;
  snprintf(text, sizeof text, "/proc/%d/fd/%d", (int)getpid(), server.hits);
  setenv("HEALING_LAB_HITS", text, 1);
}

static void become_child(
    const struct lab_switches *switches, int records_hits, char **arguments, int argument_count) {
  setsid();
  if (!server.in_namespaces) prctl(PR_SET_PDEATHSIG, SIGKILL);
  close(server.control);
  dup2(server.console, 1);
  dup2(server.console, 2);
  close(server.console);
  signal(SIGCHLD, SIG_DFL);
  sigprocmask(SIG_SETMASK, &server.outer_mask, NULL);
  // First to go when the machine runs out of memory.
  int score = open("/proc/self/oom_score_adj", O_WRONLY | O_CLOEXEC);
  if (score >= 0) {
    if (write(score, "1000", 4) != 4) {}
    close(score);
  }
  if (chdir(server.places.directory) != 0) _exit(125);
  pass_on(switches, records_hits);
  lab_activate(switches, records_hits ? server.hit_bytes : NULL, (int32_t)server.hit_count);
  lab_steady_random();
  set_limits();
  lab_confine(server.in_namespaces);
  void (*override)(char **, int) =
      (void (*)(char **, int))dlsym(RTLD_DEFAULT, "_swift_stdlib_overrideUnsafeArgvArgc");
  if (override == NULL) _exit(126);
  override(arguments, argument_count);
}

// MARK: Ends

static void kill_children_of(pid_t process) {
  char path[64], buffer[4096];
  snprintf(path, sizeof path, "/proc/self/task/%d/children", (int)process);
  int descriptor = open(path, O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return;
  ssize_t count = read(descriptor, buffer, sizeof buffer - 1);
  close(descriptor);
  if (count <= 0) return;
  buffer[count] = 0;
  for (char *rest = buffer, *end;; rest = end) {
    long child = strtol(rest, &end, 10);
    if (end == rest) break;
    if (child <= 1) continue;
    kill((pid_t)-child, SIGKILL);
    kill((pid_t)child, SIGKILL);
  }
}

/// Ends everything that is left of a job and waits until it is gone; how many processes that were.
///
/// In a process table of its own nothing can escape. Elsewhere orphans come to this process, so that killing its
/// children again and again reaches all of them.
static int64_t sweep(pid_t child) {
  int64_t count = 0;
  for (;;) {
    if (server.in_namespaces) {
      kill(-1, SIGKILL);
    } else {
      kill(-child, SIGKILL);
      kill_children_of(server.own);
    }
    for (;;) {
      pid_t gone = waitpid(-1, NULL, server.in_namespaces ? 0 : WNOHANG);
      if (gone < 0 && errno == ECHILD) return count;
      if (gone < 0 && errno == EINTR) continue;
      if (gone <= 0) break;
      count++;
    }
    usleep(500);
  }
}

/// Bytes of memory that all processes of a job hold.
static int64_t memory_in_use(pid_t child) {
  int64_t pages = 0;
  char path[64], buffer[128];
  DIR *directory = server.in_namespaces ? opendir("/proc") : NULL;
  for (;;) {
    long process = child;
    if (directory != NULL) {
      struct dirent *entry = readdir(directory);
      if (entry == NULL) break;
      process = strtol(entry->d_name, NULL, 10);
      if (process <= 1) continue;
    }
    snprintf(path, sizeof path, "/proc/%ld/statm", process);
    int descriptor = open(path, O_RDONLY | O_CLOEXEC);
    if (descriptor >= 0) {
      ssize_t count = read(descriptor, buffer, sizeof buffer - 1);
      close(descriptor);
      long long resident = 0, shared = 0;
      buffer[count > 0 ? count : 0] = 0;
      if (sscanf(buffer, "%*d %lld %lld", &resident, &shared) == 2) pages += resident - shared;
    }
    if (directory == NULL) break;
  }
  if (directory != NULL) closedir(directory);
  return pages * sysconf(_SC_PAGESIZE);
}

struct outcome {
  enum ending ending;
  int code;
  struct rusage usage;
  int64_t strays;
  /// As far as was seen while it ran.
  int64_t starved;
};

/// Processor time that a process has taken so far, without that of its children.
static int64_t cpu_time(pid_t process) {
  clockid_t clock;
  struct timespec time;
  if (clock_getcpuclockid(process, &clock) != 0 || clock_gettime(clock, &time) != 0) return 0;
  return (int64_t)time.tv_sec * 1000000000 + time.tv_nsec;
}

/// How long a process was ready to run and got no processor: that of its threads which waited longest.
static int64_t starved_for(pid_t process) {
  char path[64 + sizeof(((struct dirent *)NULL)->d_name)], buffer[128];
  snprintf(path, sizeof path, "/proc/%d/task", (int)process);
  DIR *directory = opendir(path);
  if (directory == NULL) return 0;
  int64_t longest = 0;
  for (struct dirent *entry; (entry = readdir(directory)) != NULL;) {
    if (entry->d_name[0] == '.') continue;
    snprintf(path, sizeof path, "/proc/%d/task/%s/schedstat", (int)process, entry->d_name);
    int descriptor = open(path, O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) continue;
    ssize_t count = read(descriptor, buffer, sizeof buffer - 1);
    close(descriptor);
    long long waited = 0;
    buffer[count > 0 ? count : 0] = 0;
    if (sscanf(buffer, "%*d %lld", &waited) == 1 && waited > longest) longest = waited;
  }
  closedir(directory);
  return longest;
}

/// Waits for the child's end, or brings it about; does not return when the lab has gone.
///
/// A loop without end is found out by its processor time long before its wall time is over, however busy the machine is.
/// What the child waited for a processor does not count, up to some times its wall time.
static struct outcome wait_for(pid_t child, int64_t started, int64_t most_wall, int64_t most_cpu) {
  static const int64_t look = 50000000, most_patience = 10;
  int64_t deadline = started + most_wall;
  struct outcome outcome = {0};
  int64_t next_look = now() + look;
  sigset_t waiting = server.outer_mask;
  sigdelset(&waiting, SIGCHLD);
  for (;;) {
    int status;
    struct rusage usage;
    pid_t gone;
    while ((gone = wait4(-1, &status, WNOHANG, &usage)) > 0) {
      if (gone != child) {
        outcome.strays++;
        continue;
      }
      outcome.ending = WIFEXITED(status) ? ended_by_exit : ended_by_signal;
      outcome.code = WIFEXITED(status) ? WEXITSTATUS(status) : WTERMSIG(status);
      outcome.usage = usage;
      outcome.strays += sweep(child);
      return outcome;
    }
    int64_t time = now();
    int64_t spare = INT64_MAX;
    if (most_cpu > 0) {
      spare = most_cpu - cpu_time(child);
      if (spare <= 0) outcome.ending = ended_by_time;
      if (spare < 1000000) spare = 1000000;
    }
    if (time >= next_look) {
      next_look = time + look;
      int64_t starved = starved_for(child);
      if (starved > outcome.starved) outcome.starved = starved;
      int is_large = server.limits.memory_bytes > 0 && memory_in_use(child) > server.limits.memory_bytes;
      if (is_large) outcome.ending = ended_by_memory;
    }
    if (time >= deadline) {
      int64_t patience = starved_for(child);
      if (patience > outcome.starved) outcome.starved = patience;
      if (patience > most_wall * (most_patience - 1)) patience = most_wall * (most_patience - 1);
      // At least some time later, or a busy machine would ask again and again.
      int64_t later = started + most_wall + patience;
      if (later <= time) outcome.ending = ended_by_time;
      deadline = later > time + 1000000 ? later : time + 1000000;
    }
    if (outcome.ending != ended_by_exit) {
      if (server.in_namespaces) {
        kill(-1, SIGKILL);
      } else {
        kill(-child, SIGKILL);
        kill(child, SIGKILL);
      }
      while (wait4(child, NULL, 0, &outcome.usage) < 0 && errno == EINTR) {}
      outcome.strays += sweep(child);
      return outcome;
    }
    int64_t rest = (deadline < next_look ? deadline : next_look) - time;
    if (spare < rest) rest = spare;
    struct timespec pause = {rest / 1000000000, rest % 1000000000};
    struct pollfd lab = {server.control, POLLIN, 0};
    // Between jobs the lab says nothing: whatever comes now is its end.
    if (ppoll(&lab, 1, &pause, &waiting) > 0) {
      sweep(child);
      _exit(0);
    }
  }
}

// MARK: Serving

static void nothing(int signal) { (void)signal; }

static void set_up(void) {
  int64_t numbers[16] = {0};
  size_t text_bytes;
  int64_t limit_count = sizeof server.limits / sizeof(int64_t);
  if (read_frame(numbers, 16, &text_bytes) != limit_count + 2) _exit(124);
  memcpy(&server.limits, numbers, sizeof server.limits);
  const char **strings;
  size_t roots = (size_t)numbers[limit_count], fresh = (size_t)numbers[limit_count + 1];
  if (split(server.text, text_bytes, &strings) != 2 + roots + fresh) _exit(124);
  server.text = NULL;
  server.places = (struct lab_places){
      .scratch = strings[0], .directory = strings[1],
      .roots = strings + 2, .root_count = roots, .fresh = strings + 2 + roots, .fresh_count = fresh,
  };
  char reason[lab_reason_bytes] = "no namespaces";
  int keep[] = {0, 1, 2, server.control, server.console, server.events, server.hits};
  if (server.limits.namespaces != 0) {
    char why[lab_reason_bytes / 2] = "";
    server.in_namespaces = lab_enter_namespaces(
        &server.places, &server.limits, keep, sizeof keep / sizeof *keep, why, sizeof why);
    snprintf(reason, sizeof reason, "no namespaces (%s)", why);
  }
  if (!server.in_namespaces) {
    prctl(PR_SET_CHILD_SUBREAPER, 1);
    lab_prepare_confinement(&server.places, reason);
  }
  server.own = getpid();
  if (server.hit_count > 0) {
    void *memory =
        mmap(NULL, (size_t)server.hit_count, PROT_READ | PROT_WRITE, MAP_SHARED, server.hits, 0);
    if (memory == MAP_FAILED) _exit(124);
    server.hit_bytes = memory;
  }
  struct sigaction action = {.sa_handler = nothing};
  sigaction(SIGCHLD, &action, NULL);
  sigset_t blocked;
  sigemptyset(&blocked);
  sigaddset(&blocked, SIGCHLD);
  sigprocmask(SIG_BLOCK, &blocked, &server.outer_mask);
  int64_t hello[] = {protocol_version, server.in_namespaces};
  transmit(hello, 2, server.in_namespaces ? "" : reason);
}

/// Returns in a child only.
static void serve(void) {
  set_up();
  for (;;) {
    int64_t numbers[4 + 2 * lab_pairs];
    size_t text_bytes;
    int64_t count = read_frame(numbers, sizeof numbers / sizeof *numbers, &text_bytes);
    if (count < 4 || numbers[3] < 0 || numbers[3] > lab_pairs || count != 4 + 2 * numbers[3]) _exit(0);
    struct lab_switches switches = {.count = (int32_t)numbers[3]};
    for (int32_t i = 0; i < switches.count; i++) {
      switches.units[i] = (int32_t)numbers[4 + 2 * i];
      switches.numbers[i] = (int32_t)numbers[5 + 2 * i];
    }
    const char **arguments;
    size_t argument_count = split(server.text, text_bytes, &arguments);
    uint64_t before = server.in_namespaces ? 0 : lab_fingerprint(server.places.scratch);
    int64_t started = now();
    pid_t child = fork();
    if (child == 0) {
      become_child(&switches, numbers[0] != 0, (char **)arguments, (int)argument_count);
      return;
    }
    if (child < 0) _exit(123);
    struct outcome outcome = wait_for(child, started, numbers[1], numbers[2]);
    int64_t duration = now() - started;
    free(arguments);
    int is_used =
        server.in_namespaces ? lab_is_used() : lab_fingerprint(server.places.scratch) != before;
    struct timeval user = outcome.usage.ru_utime, system = outcome.usage.ru_stime;
    int64_t result[] = {
        outcome.ending, outcome.code, duration,
        (int64_t)(user.tv_sec + system.tv_sec) * 1000000000 + (int64_t)(user.tv_usec + system.tv_usec) * 1000,
        (int64_t)outcome.usage.ru_maxrss * 1024, is_used, outcome.strays,
        outcome.starved,
    };
    transmit(result, sizeof result / sizeof *result, "");
    if (is_used && server.in_namespaces && lab_renew() != 0) _exit(122);
  }
}

static void serve_if_asked(void) {
  const char *text = getenv("HEALING_LAB_FORK");
  if (text == NULL) return;
  long long hit_count = 0;
  int count = sscanf(
      text, "%d %d %d %d %lld", &server.control, &server.console, &server.events, &server.hits, &hit_count);
  server.hit_count = hit_count;
  // What the tests start themselves is no server and binds as it likes.
  unsetenv("HEALING_LAB_FORK");
  unsetenv("LD_BIND_NOW");
  if (count == 5) serve();
}

typedef int start_main(
    int (*)(int, char **, char **), int, char **, void (*)(void), void (*)(void), void (*)(void), void *);

/// In place of the C library's: called once all libraries are ready, before anything of the program itself.
///
/// A constructor would be called before those of Foundation and the testing libraries, whose work each child would
/// then repeat.
__attribute__((visibility("default"))) int __libc_start_main(
    int (*program)(int, char **, char **), int count, char **arguments, void (*start)(void),
    void (*end)(void), void (*loader_end)(void), void *stack) {
  serve_if_asked();
  start_main *real = (start_main *)dlsym(RTLD_NEXT, "__libc_start_main");
  return real(program, count, arguments, start, end, loader_end, stack);
}

#endif
