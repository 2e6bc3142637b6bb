// Preloaded into test processes, never linked. The backtracer cannot walk past libc's own
// `pthread_kill`, which keeps no frame pointer: a failed cast would show no user frame at all.
// This `abort` raises the same signal from a frame that can be walked.
#define _GNU_SOURCE
#include <signal.h>
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

#endif
