// Shared by the .c files alone.
#ifndef CALLOUT_CN_RESTORE_H
#define CALLOUT_CN_RESTORE_H

#include <stddef.h>

// Keeps the modes the terminal has now, before anything changes them.
int cn_remember_modes(int input);
// Writes all of it, waiting at most a second for a terminal that takes nothing. Returns 0 or an errno value.
int cn_write_all(int fd, const char *bytes, size_t count);

#endif
