#define _XOPEN_SOURCE_EXTENDED 1
#define NCURSES_WIDECHAR 1
#define _GNU_SOURCE 1

#include "CNcurses.h"
#include "restore.h"

#include <errno.h>
#include <langinfo.h>
#include <locale.h>
#include <ncurses.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>
#include <wchar.h>

static SCREEN *screen;
static FILE *input_file;
static FILE *output_file;
static int input_fd = -1;
static int output_fd = -1;
static int cursor_shown = -1;
static int colours;
static bool is_basic;

bool cn_set_locale(void) {
  bool found = setlocale(LC_ALL, "") != NULL && strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
  if (!found) setlocale(LC_CTYPE, "C.UTF-8");
  return found;
}

static const char *capability(const char *name) {
  const char *value = tigetstr(name);
  return value == NULL || value == (const char *)-1 || strchr(value, '$') != NULL ? "" : value;
}

// What we switch on, and how all of it is undone. Only what every xterm-like terminal knows or ignores.
static int remember(void) {
  char enter[512];
  char leave[512];
  const char *to_alternate = capability("smcup");
  snprintf(enter, sizeof enter, "%s%s%s", is_basic ? "" : "\033[22;0t", to_alternate,
           is_basic ? "" : "\033[?2004h");
  snprintf(leave, sizeof leave, "%s%s%s%s%s",
           is_basic ? "" : "\033[?2026l\033[?1006l\033[?1002l\033[?1000l\033[?2004l",
           capability("sgr0"), capability("cnorm"), *to_alternate ? capability("rmcup") : "\r\n",
           is_basic ? "" : "\033[23;0t");
  return cn_remember(input_fd, output_fd, enter, leave);
}

static void forget(void) {
  if (input_file) fclose(input_file);
  if (output_file) fclose(output_file);
  input_file = output_file = NULL;
  screen = NULL;
}

// What a line says of its terminal's size is believed up to here: a session that a key opens from outside could take
// all memory of this machine by a word.
enum { most_rows = 500, most_columns = 1000 };

static bool kernel_size(struct winsize *size) {
  return ioctl(output_fd, TIOCGWINSZ, size) == 0 && size->ws_row > 0 && size->ws_col > 0;
}

// newterm asks the kernel by itself; only the environment comes before that, and is as it was afterwards.
static SCREEN *bounded_screen(const char *term) {
  struct winsize told;
  bool is_bounded = kernel_size(&told) && (told.ws_row > most_rows || told.ws_col > most_columns);
  if (!is_bounded) return newterm(term, output_file, input_file);
  cn_size size = cn_terminal_size();
  char text[16];
  snprintf(text, sizeof text, "%d", size.rows);
  setenv("LINES", text, 1);
  snprintf(text, sizeof text, "%d", size.columns);
  setenv("COLUMNS", text, 1);
  SCREEN *opened = newterm(term, output_file, input_file);
  unsetenv("LINES");
  unsetenv("COLUMNS");
  return opened;
}

int cn_open(int input, int output, const char *term) {
  if (screen) return EBUSY;
  if (!isatty(input) || !isatty(output)) return ENOTTY;
  cn_set_locale();
  int failed = cn_remember_modes(input);
  if (failed) return failed;
  int copy_in = dup(input), copy_out = dup(output);
  input_file = copy_in < 0 ? NULL : fdopen(copy_in, "r");
  output_file = copy_out < 0 ? NULL : fdopen(copy_out, "w");
  if (!input_file || !output_file) {
    failed = errno ? errno : ENOMEM;
    forget();
    return failed;
  }
  input_fd = input;
  output_fd = output;
  const char *name = term ? term : getenv("TERM");
  is_basic = name == NULL || strncmp(name, "linux", 5) == 0 || strncmp(name, "vt", 2) == 0 ||
             strcmp(name, "dumb") == 0 || strcmp(name, "ansi") == 0;
  if (!is_basic) cn_write_all(output, "\033[22;0t", 7);
  screen = bounded_screen(term);
  if (!screen) {
    forget();
    return ENOENT;
  }
  cn_reinstall_loop_signals();
  raw();
  noecho();
  nonl();
  typeahead(-1);
  colours = 0;
  if (has_colors() && start_color() == OK) {
    use_default_colors();
    colours = tigetnum("colors");
  }
  cursor_shown = -1;
  failed = remember();
  if (failed == 0) failed = cn_enter(false);
  if (failed == 0 && !is_basic) failed = cn_write_all(output, "\033[?2004h", 8);
  return failed;
}

void cn_close(void) {
  cn_leave(true);
  if (!screen) return;
  // Not endwin: everything it would write has just been written. The curses state goes with the screen.
  delscreen(screen);
  forget();
}

int cn_colours(void) { return colours; }
bool cn_is_basic(void) { return is_basic; }

cn_size cn_terminal_size(void) {
  struct winsize now;
  bool is_known = kernel_size(&now);
  int rows = is_known ? now.ws_row : LINES > 0 ? LINES : 24;
  int columns = is_known ? now.ws_col : COLS > 0 ? COLS : 80;
  return (cn_size){
      .rows = rows < most_rows ? rows : most_rows, .columns = columns < most_columns ? columns : most_columns};
}

void cn_resize(int rows, int columns) {
  if (screen && (rows != getmaxy(stdscr) || columns != getmaxx(stdscr))) resize_term(rows, columns);
}

// Direct-colour terminals take red, green and blue instead of a palette number.
static int native(int colour) {
  if (colour < 8 || colours <= 256) return colour;
  static const unsigned char bright[8][3] = {{127, 127, 127}, {255, 0, 0},   {0, 255, 0},   {255, 255, 0},
                                             {92, 92, 255},   {255, 0, 255}, {0, 255, 255}, {255, 255, 255}};
  int red, green, blue;
  if (colour < 16) {
    red = bright[colour - 8][0], green = bright[colour - 8][1], blue = bright[colour - 8][2];
  } else if (colour < 232) {
    int cube = colour - 16, r = cube / 36, g = cube / 6 % 6, b = cube % 6;
    red = r ? 55 + 40 * r : 0, green = g ? 55 + 40 * g : 0, blue = b ? 55 + 40 * b : 0;
  } else {
    red = green = blue = 8 + 10 * (colour - 232);
  }
  return red << 16 | green << 8 | blue;
}

// A pair that cannot be had falls back to the terminal's own colours: text never vanishes for want of a colour.
static int pair_of(int foreground, int background) {
  if (colours <= 0 || (foreground < 0 && background < 0)) return 0;
  if ((colours <= 256) && (foreground >= colours || background >= colours)) return 0;
  int pair = alloc_pair(native(foreground), native(background));
  return pair < 0 ? 0 : pair;
}

static attr_t attributes_of(unsigned bits) {
  return (bits & CN_BOLD ? A_BOLD : 0) | (bits & CN_DIM ? A_DIM : 0) | (bits & CN_ITALIC ? A_ITALIC : 0) |
         (bits & CN_UNDERLINE ? A_UNDERLINE : 0) | (bits & CN_REVERSE ? A_REVERSE : 0);
}

void cn_put(int row, int column, const cn_cell *cells, int count) {
  enum { CHUNK = 256 };
  cchar_t out[CHUNK];
  int foreground = -1, background = -1, pair = 0, used = 0, width = 0;
  if (!screen) return;
  for (int i = 0; i < count; i++) {
    const cn_cell *cell = &cells[i];
    wchar_t text[6] = {0};
    int scalars = cell->count > 5 ? 5 : cell->count;
    for (int j = 0; j < scalars; j++) text[j] = (wchar_t)cell->scalars[j];
    if (cell->foreground != foreground || cell->background != background) {
      foreground = cell->foreground;
      background = cell->background;
      pair = pair_of(foreground, background);
    }
    if (setcchar(&out[used], text, attributes_of(cell->attributes), (short)(pair > 32767 ? 32767 : pair), &pair) != OK) {
      setcchar(&out[used], cell->width == 2 ? L"\uff1f" : L"?", 0, 0, NULL);
    }
    width += cell->width;
    if (++used == CHUNK || i + 1 == count) {
      mvadd_wchnstr(row, column, out, used);
      column += width;
      used = width = 0;
    }
  }
}

void cn_erase(void) {
  if (screen) erase();
}

void cn_repaint(void) {
  if (screen) clearok(curscr, TRUE);
}

void cn_flush(int row, int column, bool synchronized) {
  if (!screen) return;
  if (synchronized) cn_write_all(output_fd, "\033[?2026h", 8);
  int shown = row >= 0 && row < getmaxy(stdscr) && column >= 0 && column < getmaxx(stdscr);
  if (shown != cursor_shown) {
    curs_set(shown);
    cursor_shown = shown;
  }
  // A hidden cursor may stay wherever the last letter was written: fewer bytes.
  leaveok(stdscr, !shown);
  if (shown) move(row, column);
  wnoutrefresh(stdscr);
  doupdate();
  if (synchronized) cn_write_all(output_fd, "\033[?2026l", 8);
}

void cn_bell(void) { cn_write_all(output_fd, "\a", 1); }

int cn_write(const void *bytes, size_t count) { return cn_write_all(output_fd, bytes, count); }

bool cn_can_write(void) {
  struct pollfd ready = {.fd = output_fd, .events = POLLOUT};
  return poll(&ready, 1, 0) != 0;
}

int cn_wcwidth(uint32_t scalar) { return wcwidth((wchar_t)scalar); }
