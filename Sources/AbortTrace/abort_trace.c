// Preloaded into test processes, never linked: makes every crash and hang leave a backtrace with user frames.
//
// 1. The backtracer cannot walk past libc's own `pthread_kill`, which keeps no frame pointer: a failed cast would
//    show no user frame at all. This `abort` raises the same signal from a frame that can be walked.
// 2. Worker threads of Dispatch, on which Swift Testing runs, block the signal that asks a hung test where it is.
// 3. Only the main thread gets a signal stack from the runtime: a stack overflow elsewhere would end without a word.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>

#if defined(__linux__) && (defined(__x86_64__) || defined(__aarch64__))

__attribute__((noreturn, visibility("default"))) void abort(void) {
  // Worker threads of Dispatch block most signals; the C library's abort unblocks this one too.
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, SIGABRT);
  pthread_sigmask(SIG_UNBLOCK, &set, NULL);
  long pid = getpid(), tid = syscall(SYS_gettid);
#if defined(__x86_64__)
  register long rax __asm__("rax") = SYS_tgkill;
  register long rdi __asm__("rdi") = pid;
  register long rsi __asm__("rsi") = tid;
  register long rdx __asm__("rdx") = SIGABRT;
  __asm__ volatile("syscall" : "+r"(rax) : "r"(rdi), "r"(rsi), "r"(rdx) : "rcx", "r11", "memory");
#else
  register long x8 __asm__("x8") = SYS_tgkill;
  register long x0 __asm__("x0") = pid;
  register long x1 __asm__("x1") = tid;
  register long x2 __asm__("x2") = SIGABRT;
  __asm__ volatile("svc #0" : "+r"(x0) : "r"(x8), "r"(x1), "r"(x2) : "memory");
#endif
  signal(SIGABRT, SIG_DFL);
  syscall(SYS_tgkill, pid, tid, SIGABRT);
  _exit(134);
}

static const int traced[] = {SIGQUIT, SIGABRT, SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGFPE};

static void remove_traced(sigset_t *set) {
  for (unsigned i = 0; i < sizeof traced / sizeof *traced; i++) sigdelset(set, traced[i]);
}

__attribute__((visibility("default"))) int pthread_sigmask(int how, const sigset_t *set, sigset_t *old) {
  sigset_t copy;
  if (set != NULL && how != SIG_UNBLOCK) {
    copy = *set;
    remove_traced(&copy);
    set = &copy;
  }
  return sigprocmask(how, set, old);
}

struct start {
  void *(*function)(void *);
  void *argument;
};

// Room for the runtime's handler; the pages are only touched by a crash and go with the process.
enum { signal_stack_bytes = 256 * 1024 };

static void *run(void *pointer) {
  struct start start = *(struct start *)pointer;
  free(pointer);
  void *memory = mmap(NULL, signal_stack_bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (memory != MAP_FAILED) {
    stack_t stack = {.ss_sp = memory, .ss_size = signal_stack_bytes};
    sigaltstack(&stack, NULL);
  }
  void *result = start.function(start.argument);
  if (memory != MAP_FAILED) {
    stack_t none = {.ss_flags = SS_DISABLE};
    sigaltstack(&none, NULL);
    munmap(memory, signal_stack_bytes);
  }
  return result;
}

__attribute__((visibility("default"))) int pthread_create(
    pthread_t *thread, const pthread_attr_t *attributes, void *(*function)(void *), void *argument) {
  static int (*real)(pthread_t *, const pthread_attr_t *, void *(*)(void *), void *);
  if (real == NULL) real = (int (*)(pthread_t *, const pthread_attr_t *, void *(*)(void *), void *))dlsym(RTLD_NEXT, "pthread_create");
  struct start *start = malloc(sizeof *start);
  if (start == NULL) return real(thread, attributes, function, argument);
  start->function = function;
  start->argument = argument;
  return real(thread, attributes, run, start);
}

#endif
