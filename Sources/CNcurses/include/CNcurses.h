// What Swift may see of ncurses and of signal handlers. ncurses.h itself is full of macros, variadics and globals
// that Swift 6 cannot import, so it is included by the .c files only.
#ifndef CALLOUT_CNCURSES_H
#define CALLOUT_CNCURSES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
  CN_BOLD = 1, CN_DIM = 2, CN_ITALIC = 4, CN_UNDERLINE = 8, CN_REVERSE = 16
};

// One character on the screen: a base and its combining marks. Colours are palette numbers, -1 the terminal's own.
typedef struct {
  uint32_t scalars[5];
  uint8_t count;
  uint8_t width;
  uint8_t attributes;
  int16_t foreground;
  int16_t background;
} cn_cell;

typedef struct {
  int rows;
  int columns;
} cn_size;

// screen.c: drawing. Everything here is for one thread.

// Starts the screen on two descriptors. Returns 0, or an errno value; ENOTTY when it is no terminal, ENOENT when the
// terminal's type is not known.
int cn_open(int input, int output, const char *term);
// Restores the terminal and frees the screen.
void cn_close(void);
int cn_colours(void);
bool cn_is_basic(void);
// The size the kernel knows, terminfo's where it knows none; never more than 500 rows of 1,000 columns.
cn_size cn_terminal_size(void);
void cn_resize(int rows, int columns);
void cn_put(int row, int column, const cn_cell *cells, int count);
void cn_erase(void);
// The next flush paints every cell.
void cn_repaint(void);
// Sends the changed cells. A cursor row of -1 hides the cursor.
void cn_flush(int row, int column, bool synchronized);
void cn_bell(void);
// Writes bytes that are no cells (title, clipboard, mode switches). Returns 0 or an errno value.
int cn_write(const void *bytes, size_t count);
// Whether the terminal takes output now; a blocked line would stop the program.
bool cn_can_write(void);
int cn_wcwidth(uint32_t scalar);
// Sets the locale from the environment, C.UTF-8 where that is not a UTF-8 one. Returns whether the environment's
// locale was a UTF-8 one; no means that borders are to be ASCII.
bool cn_set_locale(void);

// restore.c: the way out. One routine for quit, signal, crash, suspend and hang-up.

// Remembers how to leave: the descriptors, the present terminal modes and the bytes that undo all of ours.
int cn_remember(int input, int output, const char *enter, const char *leave);
// Raw mode and the enter bytes again. Returns 0 or an errno value.
int cn_enter(bool writes_enter);
// Leaves the screen; safe in a signal handler unless patient, which also drops reports the mouse had under way.
void cn_leave(bool patient);
void cn_set_mouse(bool on);
// Leaves, stops the process group, and returns after it was continued, entered again.
int cn_suspend(void);

// signals.c

// Crash signals leave the screen, then end the process as they would have. SIGPIPE and SIGXFSZ are ignored.
int cn_install_crash_handlers(void);
// Gives the running thread a stack for its crash handler, should it have none. Returns 0 or an errno value.
int cn_cover_thread(void);
// Signals for the loop become bytes (the signal's number) in a pipe. Returns its reading end, or -1 (errno is set).
int cn_install_loop_signals(void);
// Puts our handlers back where ncurses has put its own.
void cn_reinstall_loop_signals(void);
// Says that the loop has seen what was in the pipe.
void cn_loop_has_seen_signals(void);
// A descriptor other threads make readable, or -1 (errno is set).
int cn_eventfd(void);

// confine.c

// From now on this process starts no other: neither exec nor fork, for good and for every thread. Returns 0 or an
// errno value.
int cn_forbid_programs(void);

// heap.c

// All threads allocate from one heap, where that is asked for before they begin.
void cn_share_heap(void);

#endif
