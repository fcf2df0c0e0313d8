#define _GNU_SOURCE 1

#include "CNcurses.h"
#include "restore.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdatomic.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

static char enter_bytes[512];
static char leave_bytes[512];
static size_t enter_length;
static size_t leave_length;
static struct termios before;
static int input_fd = -1;
static int output_fd = -1;
static atomic_bool is_remembered;
static atomic_bool is_entered;
static atomic_bool mouse_on;

static const char mouse_enter[] = "\033[?1000h\033[?1002h\033[?1006h";
static const char mouse_leave[] = "\033[?1006l\033[?1002l\033[?1000l";

int cn_write_all(int fd, const char *bytes, size_t count) {
  while (count > 0) {
    ssize_t written = write(fd, bytes, count);
    if (written > 0) {
      bytes += written;
      count -= (size_t)written;
    } else if (written < 0 && errno == EAGAIN) {
      struct pollfd wait = {.fd = fd, .events = POLLOUT};
      if (poll(&wait, 1, 1000) == 0) return EAGAIN;
    } else if (written < 0 && errno != EINTR) {
      return errno;
    }
  }
  return 0;
}

int cn_remember(int input, int output, const char *enter, const char *leave) {
  if (strlen(enter) >= sizeof enter_bytes || strlen(leave) >= sizeof leave_bytes) return E2BIG;
  enter_length = strlen(enter);
  leave_length = strlen(leave);
  memcpy(enter_bytes, enter, enter_length);
  memcpy(leave_bytes, leave, leave_length);
  input_fd = input;
  output_fd = output;
  atomic_store(&is_remembered, true);
  return 0;
}

int cn_remember_modes(int input) {
  return tcgetattr(input, &before) == 0 ? 0 : errno;
}

int cn_enter(bool writes_enter) {
  if (!atomic_load(&is_remembered)) return EINVAL;
  struct termios raw = before;
  cfmakeraw(&raw);
  raw.c_cc[VMIN] = 1;
  raw.c_cc[VTIME] = 0;
  // In the background this stops the process before a byte is written, and goes on when it is in front again.
  while (tcsetattr(input_fd, TCSADRAIN, &raw) != 0) {
    if (errno != EINTR) return errno;
  }
  atomic_store(&is_entered, true);
  int failed = 0;
  if (writes_enter) failed = cn_write_all(output_fd, enter_bytes, enter_length);
  if (failed == 0 && atomic_load(&mouse_on)) failed = cn_write_all(output_fd, mouse_enter, sizeof mouse_enter - 1);
  return failed;
}

void cn_set_mouse(bool on) {
  if (atomic_exchange(&mouse_on, on) == on || !atomic_load(&is_entered)) return;
  if (on) {
    cn_write_all(output_fd, mouse_enter, sizeof mouse_enter - 1);
  } else {
    cn_write_all(output_fd, mouse_leave, sizeof mouse_leave - 1);
  }
}

// Reports that were under way when the mouse was switched off would be typed at the shell.
static void drop_reports(void) {
  char sink[512];
  struct pollfd wait = {.fd = input_fd, .events = POLLIN};
  for (int turn = 0; turn < 64 && poll(&wait, 1, 20) > 0; turn++) {
    if ((wait.revents & POLLIN) == 0 || read(input_fd, sink, sizeof sink) <= 0) return;
  }
}

void cn_leave(bool patient) {
  if (!atomic_exchange(&is_entered, false)) return;
  int saved = errno;
  if (patient) {
    cn_write_all(output_fd, leave_bytes, leave_length);
    if (atomic_load(&mouse_on)) drop_reports();
  } else {
    ssize_t ignored = write(output_fd, leave_bytes, leave_length);
    (void)ignored;
    if (atomic_load(&mouse_on)) tcflush(input_fd, TCIFLUSH);
  }
  // Setting the modes from the background would stop the process on its way out.
  sigset_t blocked, old;
  sigemptyset(&blocked);
  sigaddset(&blocked, SIGTTOU);
  pthread_sigmask(SIG_BLOCK, &blocked, &old);
  tcsetattr(input_fd, TCSANOW, &before);
  pthread_sigmask(SIG_SETMASK, &old, NULL);
  errno = saved;
}

int cn_suspend(void) {
  struct sigaction ours, standard, ignoring;
  cn_leave(true);
  memset(&ignoring, 0, sizeof ignoring);
  ignoring.sa_handler = SIG_IGN;
  standard = ignoring;
  standard.sa_handler = SIG_DFL;
  // The group first with us ignoring it, then this thread alone: so that nothing runs here before the stop.
  sigaction(SIGTSTP, &ignoring, &ours);
  kill(0, SIGTSTP);
  sigaction(SIGTSTP, &standard, NULL);
  raise(SIGTSTP);
  sigaction(SIGTSTP, &ours, NULL);
  return cn_enter(true);
}
