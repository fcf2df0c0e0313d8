#define _GNU_SOURCE 1

#include "CNcurses.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <string.h>
#include <sys/eventfd.h>
#include <sys/mman.h>
#include <time.h>
#include <unistd.h>

static const int crash_signals[] = {SIGSEGV, SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE};
static const int loop_signals[] = {SIGWINCH, SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGTSTP, SIGCONT};
enum { CRASH_STACK = 64 * 1024 };
static pthread_key_t stack_key;
static pthread_once_t stack_once = PTHREAD_ONCE_INIT;
static int signal_pipe[2] = {-1, -1};
// When the first wish to end came that the loop has not seen yet, in seconds; 0 when there is none.
static atomic_long unseen_since;

static void on_crash(int number) {
  cn_leave(false);
  signal(number, SIG_DFL);
  raise(number);
}

static void give_back_stack(void *memory) {
  stack_t none = {.ss_flags = SS_DISABLE};
  if (sigaltstack(&none, NULL) == 0) munmap(memory, CRASH_STACK);
}

static void make_stack_key(void) { pthread_key_create(&stack_key, give_back_stack); }

int cn_cover_thread(void) {
  stack_t now;
  if (sigaltstack(NULL, &now) != 0) return errno;
  if ((now.ss_flags & SS_DISABLE) == 0 && now.ss_size >= CRASH_STACK) return 0;
  pthread_once(&stack_once, make_stack_key);
  void *memory = mmap(NULL, CRASH_STACK, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_STACK, -1, 0);
  if (memory == MAP_FAILED) return errno;
  stack_t stack = {.ss_sp = memory, .ss_size = CRASH_STACK};
  if (sigaltstack(&stack, NULL) != 0) return errno;
  return pthread_setspecific(stack_key, memory);
}

int cn_install_crash_handlers(void) {
  int failed = cn_cover_thread();
  if (failed) return failed;
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = on_crash;
  action.sa_flags = SA_ONSTACK | SA_RESETHAND | SA_NODEFER;
  for (size_t i = 0; i < sizeof crash_signals / sizeof *crash_signals; i++) {
    if (sigaction(crash_signals[i], &action, NULL) != 0) return errno;
  }
  signal(SIGPIPE, SIG_IGN);
  signal(SIGXFSZ, SIG_IGN);
  return 0;
}

// A loop that has not answered for two seconds is stuck; the second wish to end is then granted here.
static void end_if_stuck(int number) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  long seen = 0;
  if (atomic_compare_exchange_strong(&unseen_since, &seen, now.tv_sec + 1)) return;
  if (now.tv_sec + 1 - seen < 2) return;
  cn_leave(false);
  signal(number, SIG_DFL);
  sigset_t just;
  sigemptyset(&just);
  sigaddset(&just, number);
  pthread_sigmask(SIG_UNBLOCK, &just, NULL);
  raise(number);
}

static void on_loop_signal(int number) {
  int saved = errno;
  unsigned char byte = (unsigned char)number;
  ssize_t ignored = write(signal_pipe[1], &byte, 1);
  (void)ignored;
  if (number == SIGTERM || number == SIGHUP || number == SIGINT || number == SIGQUIT) end_if_stuck(number);
  errno = saved;
}

void cn_reinstall_loop_signals(void) {
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = on_loop_signal;
  action.sa_flags = SA_RESTART;
  for (size_t i = 0; i < sizeof loop_signals / sizeof *loop_signals; i++) {
    sigaction(loop_signals[i], &action, NULL);
  }
}

int cn_install_loop_signals(void) {
  if (signal_pipe[0] < 0 && pipe2(signal_pipe, O_NONBLOCK | O_CLOEXEC) != 0) return -1;
  cn_reinstall_loop_signals();
  return signal_pipe[0];
}

void cn_loop_has_seen_signals(void) { atomic_store(&unseen_since, 0); }

int cn_eventfd(void) { return eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK); }
