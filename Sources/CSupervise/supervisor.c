// The supervisor: one small process per container.
//
//     watchdog ── fork, exec itself ──► supervisor (session leader, subreaper) ──► program (group leader) ──► …
//                                            │ ▲                                        │
//                  run.json, exit-<n>.json ◄─┘ └──────────── its output: log, log.1 ◄───┘
//
// It outlives the watchdog, so that an exit code is never lost and a stop or restart, once asked for, is completed
// whoever dies. It only signals what it has not reaped yet, so it can never hit a process that took over a number.
#define _GNU_SOURCE
#include "csupervise.h"
#include "internal.h"

#if defined(__linux__)
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/prctl.h>
#include <sys/signalfd.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

/// How often the size of a program with a memory limit is looked at, and how often once it has used half of it.
enum { LOOK_MS = 50, CLOSE_LOOK_MS = 5 };
enum { ORDER_LIMIT_BYTES = 4 << 20, TEXT_BYTES = 65536, RECORD_BYTES = 480 };

/// The launch order: strings that end in NUL, written by `LaunchOrder.swift`.
struct order {
  char *text;
  long long run;
  long long memory_bytes;
  long long log_bytes;
  const char *program;
  const char *directory;
  const char *scratch;
  char **arguments;
  char **environment;
};

struct supervisor {
  int signals;
  int log;
  long long log_size;
  long long run;
  const char *asked;
  int is_out_of_memory;
  long long kill_at;
  char boot[64];
};

static long long now_ms(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return time.tv_sec * 1000LL + time.tv_nsec / 1000000;
}

static double wall_clock(void) {
  struct timespec time;
  clock_gettime(CLOCK_REALTIME, &time);
  return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

static void answer(int error, int stage) {
  // The lock first: who hears the answer may want it.
  close(SUPERVISE_LOCK);
  int words[2] = {error, stage};
  ssize_t ignored = write(SUPERVISE_ACK, words, sizeof words);
  (void)ignored;
  close(SUPERVISE_ACK);
}

/// Writes a whole record, padded with spaces to one size, so that writing it again needs no more room on the disk.
/// The open file, or -1 and errno.
static int write_record(const char *path, const char *text) {
  int file = open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0644);
  if (file < 0) return -1;
  char bytes[RECORD_BYTES];
  memset(bytes, ' ', sizeof bytes);
  memcpy(bytes, text, strlen(text));
  bytes[RECORD_BYTES - 1] = '\n';
  ssize_t written = pwrite(file, bytes, sizeof bytes, 0);
  if (written == RECORD_BYTES) return file;
  int error = written < 0 ? errno : ENOSPC;
  close(file);
  errno = error;
  return -1;
}

static void synchronise_directory(void) {
  int here = open(".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (here < 0) return;
  fsync(here);
  close(here);
}

/// Puts the record of a run in place, on the disk before the program's first instruction.
static int put_run(const char *text) {
  int file = write_record(".run.new", text);
  int error = file < 0 || fsync(file) != 0 ? errno : 0;
  if (file >= 0) close(file);
  if (!error && rename(".run.new", "run.json") != 0) error = errno;
  if (error) return error;
  // Room for the record of its end is taken now: a disk that fills up must not swallow an exit code.
  file = write_record(".exit.new", "");
  if (file < 0 || fsync(file) != 0) error = errno;
  if (file >= 0) close(file);
  synchronise_directory();
  return error;
}

/// Puts the record of an end in place: seen at once, on the disk a little later.
///
/// Whoever waits for the end of a program does not wait for the disk. After a power failure in between, the record is
/// unreadable and the run belongs to an earlier boot: it counts as ended, its exit code as unknown, which is the truth.
static void put_exit(const char *name, const char *text) {
  int file = write_record(".exit.new", text);
  if (file < 0 || rename(".exit.new", name) != 0) {
    if (file >= 0) close(file);
    return;
  }
  fsync(file);
  close(file);
  synchronise_directory();
}

// MARK: - Launch order

static char *next(char **cursor, char *end) {
  if (*cursor >= end) return NULL;
  char *word = *cursor;
  *cursor += strlen(word) + 1;
  return word;
}

static int read_words(char **cursor, char *end, char ***words) {
  char *text = next(cursor, end);
  long count = text ? atol(text) : -1;
  if (count < 0 || count > 65536) return EBADMSG;
  *words = calloc((size_t)count + 1, sizeof(char *));
  if (!*words) return ENOMEM;
  for (long index = 0; index < count; index++) {
    (*words)[index] = next(cursor, end);
    if (!(*words)[index]) return EBADMSG;
  }
  return 0;
}

static int read_order(struct order *order) {
  memset(order, 0, sizeof *order);
  struct stat info;
  if (stat("launch", &info) != 0) return errno;
  if (info.st_size > ORDER_LIMIT_BYTES) return EFBIG;
  order->text = malloc((size_t)info.st_size + 1);
  if (!order->text) return ENOMEM;
  ssize_t length = supervise_read_file("launch", order->text, (size_t)info.st_size + 1);
  if (length < 0) return errno;
  char *cursor = order->text, *end = order->text + length;
  char *version = next(&cursor, end), *run = next(&cursor, end), *memory = next(&cursor, end);
  char *log = next(&cursor, end);
  order->program = next(&cursor, end);
  order->directory = next(&cursor, end);
  order->scratch = next(&cursor, end);
  if (!order->scratch || strcmp(version, "1") != 0) return EBADMSG;
  order->run = atoll(run);
  order->memory_bytes = atoll(memory);
  order->log_bytes = atoll(log);
  int error = read_words(&cursor, end, &order->arguments);
  return error ? error : read_words(&cursor, end, &order->environment);
}

static void drop_order(struct order *order) {
  free(order->arguments);
  free(order->environment);
  free(order->text);
}

// MARK: - Output

static void open_log(struct supervisor *self) {
  self->log = open("log", O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0644);
  struct stat info;
  self->log_size = self->log >= 0 && fstat(self->log, &info) == 0 ? info.st_size : 0;
}

/// Keeps at most twice the limit; a line may be cut by the turn, since the parts are read as one.
///
/// A full disk costs lines of the log, never the program its life.
static void log_bytes(struct supervisor *self, const char *bytes, size_t count, long long limit) {
  while (count > 0 && self->log >= 0) {
    if (limit > 0 && self->log_size >= limit) {
      close(self->log);
      rename("log", "log.1");
      open_log(self);
    }
    long long room = limit > 0 ? limit - self->log_size : (long long)count;
    ssize_t written = write(self->log, bytes, (long long)count < room ? count : (size_t)room);
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return;
    self->log_size += written;
    bytes += written;
    count -= (size_t)written;
  }
}

/// Whether more may come.
static int pump(struct supervisor *self, int output, long long limit) {
  static char bytes[TEXT_BYTES];
  // A program that prints without pause must not keep the supervisor from its signals.
  for (int round = 0; round < 64; round++) {
    ssize_t count = read(output, bytes, sizeof bytes);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return errno == EAGAIN;
    if (count == 0) return 0;
    log_bytes(self, bytes, (size_t)count, limit);
  }
  return 1;
}

// MARK: - Memory and descendants

struct sum {
  long long bytes;
  int depth;
};

/// Anonymous and shared memory, as a cgroup would charge it; the pages of files can be dropped and do not count.
static long long process_bytes(pid_t pid) {
  char path[64], text[4096];
  snprintf(path, sizeof path, "/proc/%d/status", (int)pid);
  if (supervise_read_file(path, text, sizeof text) <= 0) return 0;
  static const char *const fields[] = {"\nRssAnon:", "\nRssShmem:", "\nVmSwap:"};
  long long kilobytes = 0;
  for (int index = 0; index < 3; index++) {
    char *field = strstr(text, fields[index]);
    if (field) kilobytes += atoll(field + strlen(fields[index]));
  }
  return kilobytes * 1024;
}

static void add_process(pid_t pid, void *context) {
  struct sum *sum = context;
  sum->bytes += process_bytes(pid);
  if (++sum->depth < 64) supervise_each_child(pid, add_process, context);
  sum->depth--;
}

static void kill_child(pid_t pid, void *context) {
  char state = 0;
  if (supervise_stat(pid, &state, NULL, NULL) == 0 && state != 'Z') {
    *(int *)context = 1;
    kill(pid, SIGKILL);
  }
}

/// Ends everything the program left behind. Orphans become children of a subreaper, so each round reaches deeper.
static void kill_rest(pid_t program) {
  // The program is not reaped yet: the number of its group is still its own.
  kill(-program, SIGKILL);
  for (int round = 0; round < 2000; round++) {
    int found = 0;
    supervise_each_child(getpid(), kill_child, &found);
    siginfo_t info;
    for (;;) {
      info.si_pid = 0;
      if (waitid(P_ALL, 0, &info, WEXITED | WNOHANG | WNOWAIT) != 0 || info.si_pid == 0) break;
      if (info.si_pid == program) {
        // Reap the others past the program, which is kept for last.
        if (!found) break;
        usleep(500);
        break;
      }
      waitpid(info.si_pid, NULL, WNOHANG);
    }
    if (!found) return;
    usleep(500);
  }
}

static int remove_entry(const char *path, const struct stat *info, int kind, struct FTW *place) {
  (void)info;
  (void)kind;
  if (place->level > 0) remove(path);
  return 0;
}

static void make_empty(const char *directory) {
  nftw(directory, remove_entry, 32, FTW_DEPTH | FTW_PHYS | FTW_MOUNT);
  mkdir(directory, 0700);
}

// MARK: - One run of the program

/// Forks the program, writes `run.json`, and only then lets it go: what runs is always on record.
static int start_program(struct supervisor *self, const struct order *order, pid_t *program, int *output) {
  int out[2], gate[2], failed[2];
  if (pipe2(out, O_CLOEXEC) != 0 || pipe2(gate, O_CLOEXEC) != 0 || pipe2(failed, O_CLOEXEC) != 0) return errno;
  pid_t parent = getpid();
  pid_t child = fork();
  if (child < 0) return errno;
  if (child == 0) {
    char letter;
    setpgid(0, 0);
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    close(gate[1]);
    if (getppid() != parent || read(gate[0], &letter, 1) != 1) _exit(127);
    for (int number = 1; number < NSIG; number++) signal(number, SIG_DFL);
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
    umask(022);
    int null = open("/dev/null", O_RDONLY | O_CLOEXEC);
    dup2(null, 0);
    dup2(out[1], 1);
    dup2(out[1], 2);
    if (chdir(order->directory) == 0) execve(order->program, order->arguments, order->environment);
    int error = errno;
    ssize_t ignored = write(failed[1], &error, sizeof error);
    (void)ignored;
    _exit(127);
  }
  setpgid(child, child);
  close(out[1]);
  close(gate[0]);
  close(failed[1]);

  unsigned long long start = 0;
  supervise_stat(child, NULL, NULL, &start);
  char text[RECORD_BYTES];
  snprintf(text, sizeof text,
           "{\"boot\":\"%s\",\"program\":%d,\"programStart\":%llu,\"run\":%lld,\"startedAt\":%.3f,"
           "\"supervisor\":%d,\"supervisorStart\":%llu}",
           self->boot, (int)child, start, self->run, wall_clock(), (int)parent, supervise_start_time(parent));
  int error = put_run(text);
  if (!error && write(gate[1], "", 1) != 1) error = errno;
  close(gate[1]);
  if (!error) {
    ssize_t count;
    int number = 0;
    while ((count = read(failed[0], &number, sizeof number)) < 0 && errno == EINTR) {
    }
    if (count == (ssize_t)sizeof number) error = -number;
  }
  close(failed[0]);
  *program = child;
  *output = out[0];
  fcntl(out[0], F_SETFL, O_NONBLOCK);
  return error;
}

/// An end after one of these was asked for; after others, such as a reload, it was not.
static void note_signal(struct supervisor *self, int number) {
  int ends = number == SIGTERM || number == SIGKILL || number == SIGINT || number == SIGQUIT;
  if (ends && !self->asked) self->asked = "signal";
}

static void obey(struct supervisor *self, pid_t program, int value) {
  int argument = value >> 4;
  switch (value & 15) {
  case SUPERVISE_STOP:
  case SUPERVISE_RESTART:
    self->asked = (value & 15) == SUPERVISE_STOP ? "stop" : "restart";
    self->kill_at = now_ms() + (argument > 0 ? argument : 0);
    kill(-program, SIGTERM);
    break;
  case SUPERVISE_SIGNAL:
    if (argument <= 0 || argument >= NSIG) break;
    note_signal(self, argument);
    kill(-program, argument);
    break;
  }
}

static void read_signals(struct supervisor *self, pid_t program) {
  struct signalfd_siginfo info;
  while (read(self->signals, &info, sizeof info) == (ssize_t)sizeof info) {
    if ((int)info.ssi_signo == SUPERVISE_RT) {
      obey(self, program, info.ssi_int);
    } else if (info.ssi_signo == SIGTERM) {
      // The machine shuts down, or a person means the container: hand it on and let the program end.
      note_signal(self, SIGTERM);
      kill(-program, SIGTERM);
    }
  }
}

static int has_ended(pid_t program) {
  siginfo_t info;
  info.si_pid = 0;
  while (waitid(P_PID, (id_t)program, &info, WEXITED | WNOHANG | WNOWAIT) != 0) {
    if (errno != EINTR) return 1;
  }
  return info.si_pid == program;
}

/// Reaps what was handed to the subreaper and ended, but for the program.
static void reap_others(pid_t program) {
  siginfo_t info;
  for (;;) {
    info.si_pid = 0;
    if (waitid(P_ALL, 0, &info, WEXITED | WNOHANG | WNOWAIT) != 0 || info.si_pid == 0) return;
    if (info.si_pid == program) return;
    waitpid(info.si_pid, NULL, WNOHANG);
  }
}

static void watch(struct supervisor *self, const struct order *order, pid_t program, int output) {
  int is_open = 1, look_ms = LOOK_MS;
  long long look_at = now_ms();
  while (!has_ended(program)) {
    reap_others(program);
    long long now = now_ms();
    if (self->kill_at && now >= self->kill_at) {
      kill(-program, SIGKILL);
      self->kill_at = now + 1000;
    }
    if (order->memory_bytes > 0 && now >= look_at) {
      struct sum sum = {0, 0};
      supervise_each_child(getpid(), add_process, &sum);
      if (sum.bytes > order->memory_bytes) {
        self->is_out_of_memory = 1;
        kill(-program, SIGKILL);
      }
      look_ms = sum.bytes > order->memory_bytes / 2 ? CLOSE_LOOK_MS : LOOK_MS;
      look_at = now + look_ms;
    }
    long long wake = order->memory_bytes > 0 ? look_at : -1;
    if (self->kill_at && (wake < 0 || self->kill_at < wake)) wake = self->kill_at;
    struct pollfd items[2] = {{.fd = self->signals, .events = POLLIN},
                              {.fd = is_open ? output : -1, .events = POLLIN}};
    long long rest = wake < 0 ? -1 : (wake > now ? wake - now : 0);
    poll(items, 2, (int)rest);
    read_signals(self, program);
    if (is_open) is_open = pump(self, output, order->log_bytes);
  }
}

/// Runs the program once. Whether it is to be started again.
static int run_once(struct supervisor *self, int is_first) {
  struct order order;
  int error = read_order(&order);
  if (error) {
    if (is_first) answer(error, SUPERVISE_PREPARE);
    return 0;
  }
  self->run = order.run > self->run ? order.run : self->run + 1;
  self->asked = NULL;
  self->is_out_of_memory = 0;
  self->kill_at = 0;
  make_empty(order.scratch);

  pid_t program = 0;
  int output = -1;
  error = start_program(self, &order, &program, &output);
  if (!program) {
    if (is_first) answer(error, SUPERVISE_PREPARE);
    drop_order(&order);
    return 0;
  }
  if (is_first) {
    // A program that could not be executed is answered for below, when its end is on record.
    if (!error) answer(0, SUPERVISE_PROGRAM);
  }
  if (error > 0) kill(program, SIGKILL);
  watch(self, &order, program, output);

  kill_rest(program);
  pump(self, output, order.log_bytes);
  close(output);
  // A command that came in the last moment still counts; it can hit nobody, since the program is not reaped yet.
  const char *asked = self->asked;
  read_signals(self, program);
  if (self->asked && strcmp(self->asked, "signal") == 0) self->asked = asked;
  int status = 0;
  while (waitpid(program, &status, 0) < 0 && errno == EINTR) {
  }

  char name[64], text[RECORD_BYTES], reason[64] = "";
  if (self->asked) snprintf(reason, sizeof reason, "\"asked\":\"%s\",", self->asked);
  if (error) snprintf(reason + strlen(reason), sizeof reason - strlen(reason), "\"failure\":%d,", abs(error));
  snprintf(name, sizeof name, "exit-%lld.json", self->run);
  snprintf(text, sizeof text, "{%s\"endedAt\":%.3f,\"exitCode\":%d,\"isOutOfMemory\":%s,\"run\":%lld}", reason,
           wall_clock(), WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status),
           self->is_out_of_memory ? "true" : "false", self->run);
  put_exit(name, text);
  snprintf(name, sizeof name, "exit-%lld.json", self->run - 2);
  unlink(name);
  if (is_first && error) answer(abs(error), error < 0 ? SUPERVISE_PROGRAM : SUPERVISE_PREPARE);
  drop_order(&order);
  return self->asked && strcmp(self->asked, "restart") == 0;
}

_Noreturn void supervise_main(const char *directory) {
  // The launcher waits for its child, which ends here; the supervisor belongs to nobody.
  if (fork() != 0) _exit(0);
  setsid();
  prctl(PR_SET_NAME, SUPERVISE_NAME);
  prctl(PR_SET_CHILD_SUBREAPER, 1);
  umask(022);
  fcntl(SUPERVISE_ACK, F_SETFD, FD_CLOEXEC);
  fcntl(SUPERVISE_LOCK, F_SETFD, FD_CLOEXEC);

  struct supervisor self;
  memset(&self, 0, sizeof self);
  sigset_t mask, all;
  sigfillset(&all);
  sigprocmask(SIG_SETMASK, &all, NULL);
  sigemptyset(&mask);
  sigaddset(&mask, SIGCHLD);
  sigaddset(&mask, SIGTERM);
  sigaddset(&mask, SUPERVISE_RT);
  self.signals = signalfd(-1, &mask, SFD_NONBLOCK | SFD_CLOEXEC);
  if (self.signals < 0 || chdir(directory) != 0) {
    answer(errno, SUPERVISE_PREPARE);
    _exit(1);
  }
  // One supervisor per container, whatever else goes wrong. A former one may be about to end: wait for that.
  int lock = open("supervisor.lock", O_RDWR | O_CREAT | O_CLOEXEC, 0644);
  int error = lock < 0 ? errno : EWOULDBLOCK;
  for (int round = 0; lock >= 0 && error == EWOULDBLOCK && round < 400; round++) {
    error = flock(lock, LOCK_EX | LOCK_NB) == 0 ? 0 : errno;
    if (error == EWOULDBLOCK) usleep(5000);
  }
  if (error) {
    answer(error == EWOULDBLOCK ? EBUSY : error, SUPERVISE_PREPARE);
    _exit(1);
  }
  if (supervise_read_file("/proc/sys/kernel/random/boot_id", self.boot, sizeof self.boot) > 0) {
    self.boot[strcspn(self.boot, "\n")] = 0;
  }
  open_log(&self);
  for (int is_first = 1; run_once(&self, is_first); is_first = 0) {
  }
  _exit(0);
}

/// Runs before `main` in every process that links this; only one that was launched as a supervisor stays here.
__attribute__((constructor)) static void become_supervisor(void) {
  if (strcmp(program_invocation_name, SUPERVISE_NAME) != 0) return;
  static char line[8192];
  ssize_t length = supervise_read_file("/proc/self/cmdline", line, sizeof line);
  char *directory = line + strlen(line) + 1;
  if (length <= 0 || directory >= line + length) return;
  supervise_main(directory);
}
#endif
