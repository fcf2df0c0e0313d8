#define _GNU_SOURCE 1

#include "CNcurses.h"

#include <malloc.h>

void cn_share_heap(void) {
#ifdef M_ARENA_MAX
  mallopt(M_ARENA_MAX, 1);
#endif
}
