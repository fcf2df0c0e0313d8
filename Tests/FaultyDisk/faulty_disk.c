#define _GNU_SOURCE
#include "faulty_disk.h"

#include <dlfcn.h>
#include <errno.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum fault { none, death, fullness };

static atomic_long left;
static char folder[4096];
static enum fault how = none;

__attribute__((constructor)) static void begin(void) {
  const char *below = getenv("FAULTY_DISK_FOLDER"), *at = getenv("FAULTY_DISK_AT"), *what = getenv("FAULTY_DISK_HOW");
  if (!below || !at || !what || strlen(below) >= sizeof folder) return;
  strcpy(folder, below);
  atomic_store(&left, strtol(at, NULL, 10));
  how = strcmp(what, "full") == 0 ? fullness : death;
}

static int is_watched(const char *path) { return strncmp(path, folder, strlen(folder)) == 0; }

// What happens at this write.
static enum fault count(const char *path) {
  if (how == none || !is_watched(path)) return none;
  long rest = atomic_fetch_sub(&left, 1);
  if (how == death) return rest == 1 ? death : none;
  return rest <= 1 ? fullness : none;
}

static enum fault count_open(int file) {
  char link[32], path[4096];
  if (how == none) return none;
  snprintf(link, sizeof link, "/proc/self/fd/%d", file);
  ssize_t length = readlink(link, path, sizeof path - 1);
  if (length < 0) return none;
  path[length] = 0;
  return count(path);
}

static int fails(enum fault fault) {
  if (fault == death) kill(getpid(), SIGKILL);
  if (fault == fullness) errno = ENOSPC;
  return fault != none;
}

#define NEXT(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

ssize_t write(int file, const void *bytes, size_t size) {
  enum fault fault = count_open(file);
  if (fault == death) NEXT(write)(file, bytes, size / 2);
  return fails(fault) ? -1 : NEXT(write)(file, bytes, size);
}

ssize_t pwrite(int file, const void *bytes, size_t size, off_t start) {
  enum fault fault = count_open(file);
  if (fault == death) NEXT(pwrite)(file, bytes, size / 2, start);
  return fails(fault) ? -1 : NEXT(pwrite)(file, bytes, size, start);
}

ssize_t pwrite64(int file, const void *bytes, size_t size, off64_t start) {
  enum fault fault = count_open(file);
  if (fault == death) NEXT(pwrite64)(file, bytes, size / 2, start);
  return fails(fault) ? -1 : NEXT(pwrite64)(file, bytes, size, start);
}

int fsync(int file) { return fails(count_open(file)) ? -1 : NEXT(fsync)(file); }

int fdatasync(int file) { return fails(count_open(file)) ? -1 : NEXT(fdatasync)(file); }

int ftruncate(int file, off_t size) { return fails(count_open(file)) ? -1 : NEXT(ftruncate)(file, size); }

int ftruncate64(int file, off64_t size) { return fails(count_open(file)) ? -1 : NEXT(ftruncate64)(file, size); }

int rename(const char *from, const char *to) { return fails(count(to)) ? -1 : NEXT(rename)(from, to); }

int unlink(const char *path) { return fails(count(path)) ? -1 : NEXT(unlink)(path); }
