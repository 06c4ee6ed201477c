#include "write_behind.h"

#include <pthread.h>
#include <signal.h>
#include <sqlite3.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

enum {
  block_size = 1 << 19,
  block_count = 4,
  // The system's own write takes less than 128 KiB at a time (seekAndWriteFd in SQLite's os_unix.c).
  write_size = 1 << 16,
};

typedef struct {
  char *bytes;
  sqlite3_int64 start;
  int length;
} block;

// A write-ahead log. Its blocks are a ring: `queued` of them, from `first` on, are on their way to
// the kernel and are changed by nobody; the one behind them, `last`, is the caller's alone to fill.
// The mutex guards what both threads use: `first`, `queued`, `is_ending`, `failure`.
typedef struct {
  sqlite3_file base;
  block blocks[block_count];
  int first;
  int queued;
  int last;
  // Nothing that is on its way lies behind this offset; 0 where nothing is.
  sqlite3_int64 end;
  bool has_thread;
  bool is_ending;
  // The first failure that nobody has been told of.
  int failure;
  // Why the log is not what it should be from the offset `lost` on; SQLITE_OK where it is. It stays
  // until a new transaction begins to write there.
  _Atomic int lost_code;
  sqlite3_int64 lost;
  pthread_t thread;
  pthread_mutex_t mutex;
  pthread_cond_t moved;
  // The system's own file; it takes more room than its type says.
  sqlite3_file real;
} log_file;

static int write_block(log_file *log, const block *some) {
  for (int done = 0; done < some->length; done += write_size) {
    int count = some->length - done < write_size ? some->length - done : write_size;
    int code =
        log->real.pMethods->xWrite(&log->real, some->bytes + done, count, some->start + done);
    if (code != SQLITE_OK) return code;
  }
  return SQLITE_OK;
}

static void lose(log_file *log, sqlite3_int64 start, int code) {
  if (atomic_load(&log->lost_code) != SQLITE_OK) return;
  log->lost = start;
  atomic_store(&log->lost_code, code);
}

static void *write_blocks(void *argument) {
  log_file *log = argument;
  pthread_mutex_lock(&log->mutex);
  for (;;) {
    while (log->queued == 0 && !log->is_ending) pthread_cond_wait(&log->moved, &log->mutex);
    if (log->queued == 0) break;
    block *next = &log->blocks[log->first];
    pthread_mutex_unlock(&log->mutex);
    // What follows a failed block is of no use.
    int failure = SQLITE_OK;
    if (atomic_load(&log->lost_code) == SQLITE_OK) failure = write_block(log, next);
    pthread_mutex_lock(&log->mutex);
    if (failure != SQLITE_OK) {
      log->failure = failure;
      lose(log, next->start, failure);
    }
    next->length = 0;
    log->first = (log->first + 1) % block_count;
    log->queued -= 1;
    pthread_cond_signal(&log->moved);
  }
  pthread_mutex_unlock(&log->mutex);
  return NULL;
}

static bool start_thread(log_file *log) {
  if (log->has_thread) return true;
  // Signals are the business of the thread that runs the command.
  sigset_t all, before;
  sigfillset(&all);
  pthread_sigmask(SIG_SETMASK, &all, &before);
  log->has_thread = pthread_create(&log->thread, NULL, write_blocks, log) == 0;
  pthread_sigmask(SIG_SETMASK, &before, NULL);
  return log->has_thread;
}

// Waits until at most so many blocks are on their way; answers the failure of those before.
static int wait_for_queue(log_file *log, int most) {
  pthread_mutex_lock(&log->mutex);
  while (log->queued > most) pthread_cond_wait(&log->moved, &log->mutex);
  int failure = log->failure;
  log->failure = SQLITE_OK;
  pthread_mutex_unlock(&log->mutex);
  return failure;
}

static int write_now(log_file *log, block *some) {
  int code = write_block(log, some);
  if (code != SQLITE_OK) lose(log, some->start, code);
  some->length = 0;
  return code;
}

// Hands the full block to the thread, and makes sure that there is another to fill.
static int submit(log_file *log) {
  block *full = &log->blocks[log->last];
  if (!start_thread(log)) return write_now(log, full);
  pthread_mutex_lock(&log->mutex);
  log->queued += 1;
  log->last = (log->last + 1) % block_count;
  pthread_cond_signal(&log->moved);
  pthread_mutex_unlock(&log->mutex);
  return wait_for_queue(log, block_count - 1);
}

// Returns when everything is in the kernel's hands.
static int drain(log_file *log) {
  if (log->end == 0) return SQLITE_OK;
  int failure = wait_for_queue(log, 0);
  block *last = &log->blocks[log->last];
  if (failure == SQLITE_OK) failure = write_now(log, last);
  last->length = 0;
  log->end = 0;
  return failure;
}

static int append(log_file *log, const char *bytes, int count, sqlite3_int64 offset) {
  while (count > 0) {
    block *last = &log->blocks[log->last];
    if (last->bytes == NULL && (last->bytes = malloc(block_size)) == NULL) {
      return SQLITE_IOERR_NOMEM;
    }
    if (last->length == 0) last->start = offset;
    int part = count < block_size - last->length ? count : block_size - last->length;
    memcpy(last->bytes + last->length, bytes, part);
    last->length += part;
    bytes += part;
    offset += part;
    count -= part;
    log->end = offset;
    if (last->length == block_size) {
      int failure = submit(log);
      if (failure != SQLITE_OK) return failure;
    }
  }
  return SQLITE_OK;
}

typedef enum { nowhere, whole, partly } presence;

// Whether the range is on its way, and where it lies if it does as a whole. Only the caller's
// thread ever fills a block, so what is found stays.
static presence find(
    log_file *log, sqlite3_int64 start, int length, bool in_queue, char **place) {
  if (start >= log->end) return nowhere;
  presence found = nowhere;
  pthread_mutex_lock(&log->mutex);
  for (int index = in_queue ? 0 : log->queued; index <= log->queued; index += 1) {
    block *some = &log->blocks[(log->first + index) % block_count];
    sqlite3_int64 end = some->start + some->length;
    if (some->length == 0 || start >= end || some->start >= start + length) continue;
    found = some->start <= start && start + length <= end ? whole : partly;
    if (found == whole) *place = some->bytes + (start - some->start);
  }
  pthread_mutex_unlock(&log->mutex);
  return found;
}

static int tell_failure(log_file *log) {
  pthread_mutex_lock(&log->mutex);
  int failure = log->failure;
  log->failure = SQLITE_OK;
  pthread_mutex_unlock(&log->mutex);
  return failure;
}

// Before a write: a failure that nobody knows of yet, or that this transaction goes on in spite of.
static int check_lost(log_file *log, sqlite3_int64 offset) {
  int lost = atomic_load(&log->lost_code);
  if (lost == SQLITE_OK) return SQLITE_OK;
  int failure = tell_failure(log);
  if (failure != SQLITE_OK) return failure;
  if (offset > log->lost) return lost;
  // A new transaction writes there anew.
  atomic_store(&log->lost_code, SQLITE_OK);
  return SQLITE_OK;
}

static int log_write(sqlite3_file *file, const void *bytes, int count, sqlite3_int64 offset) {
  log_file *log = (log_file *)file;
  int failure = check_lost(log, offset);
  if (failure != SQLITE_OK) return failure;
  if (log->end == 0 || offset == log->end) return append(log, bytes, count, offset);
  // A page that this transaction has written before: it must not be overtaken.
  char *place = NULL;
  if (find(log, offset, count, false, &place) == whole) {
    memcpy(place, bytes, count);
    return SQLITE_OK;
  }
  if (offset > log->end || find(log, offset, count, true, &place) != nowhere) {
    failure = drain(log);
    if (failure != SQLITE_OK) return failure;
  }
  return log->real.pMethods->xWrite(&log->real, bytes, count, offset);
}

static int log_read(sqlite3_file *file, void *bytes, int count, sqlite3_int64 offset) {
  log_file *log = (log_file *)file;
  int lost = atomic_load(&log->lost_code);
  if (lost != SQLITE_OK && offset + count > log->lost) {
    tell_failure(log);
    return lost;
  }
  char *place = NULL;
  switch (find(log, offset, count, true, &place)) {
    case whole: memcpy(bytes, place, count); return SQLITE_OK;
    case partly: {
      int failure = drain(log);
      if (failure != SQLITE_OK) return failure;
      break;
    }
    case nowhere: break;
  }
  return log->real.pMethods->xRead(&log->real, bytes, count, offset);
}

static int log_close(sqlite3_file *file) {
  log_file *log = (log_file *)file;
  int failure = drain(log);
  if (log->has_thread) {
    pthread_mutex_lock(&log->mutex);
    log->is_ending = true;
    pthread_cond_signal(&log->moved);
    pthread_mutex_unlock(&log->mutex);
    pthread_join(log->thread, NULL);
  }
  for (int index = 0; index < block_count; index += 1) free(log->blocks[index].bytes);
  pthread_cond_destroy(&log->moved);
  pthread_mutex_destroy(&log->mutex);
  int code = log->real.pMethods->xClose(&log->real);
  return failure == SQLITE_OK ? code : failure;
}

// Everything else is the system's, once it has what was written before.

#define AFTER_WRITES(file, method, ...)       \
  log_file *log = (log_file *)(file);         \
  int failure = drain(log);                   \
  if (failure != SQLITE_OK) return failure;   \
  return log->real.pMethods->method(&log->real, __VA_ARGS__)

static int log_truncate(sqlite3_file *file, sqlite3_int64 size) {
  AFTER_WRITES(file, xTruncate, size);
}

static int log_sync(sqlite3_file *file, int flags) { AFTER_WRITES(file, xSync, flags); }

static int log_size(sqlite3_file *file, sqlite3_int64 *size) {
  AFTER_WRITES(file, xFileSize, size);
}

static int log_lock(sqlite3_file *file, int level) { AFTER_WRITES(file, xLock, level); }

static int log_unlock(sqlite3_file *file, int level) { AFTER_WRITES(file, xUnlock, level); }

static int log_is_reserved(sqlite3_file *file, int *is_reserved) {
  AFTER_WRITES(file, xCheckReservedLock, is_reserved);
}

static int log_control(sqlite3_file *file, int operation, void *argument) {
  AFTER_WRITES(file, xFileControl, operation, argument);
}

static int log_sector_size(sqlite3_file *file) {
  log_file *log = (log_file *)file;
  return log->real.pMethods->xSectorSize(&log->real);
}

static int log_characteristics(sqlite3_file *file) {
  log_file *log = (log_file *)file;
  return log->real.pMethods->xDeviceCharacteristics(&log->real);
}

// Version 1: SQLite shares and maps memory of the store's file alone.
static const sqlite3_io_methods methods = {
  .iVersion = 1,
  .xClose = log_close,
  .xRead = log_read,
  .xWrite = log_write,
  .xTruncate = log_truncate,
  .xSync = log_sync,
  .xFileSize = log_size,
  .xLock = log_lock,
  .xUnlock = log_unlock,
  .xCheckReservedLock = log_is_reserved,
  .xFileControl = log_control,
  .xSectorSize = log_sector_size,
  .xDeviceCharacteristics = log_characteristics,
};

static sqlite3_vfs *root;
static sqlite3_vfs written_behind;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static int open_file(
    sqlite3_vfs *vfs, sqlite3_filename name, sqlite3_file *file, int flags, int *opened) {
  (void)vfs;
  if ((flags & SQLITE_OPEN_WAL) == 0) return root->xOpen(root, name, file, flags, opened);
  log_file *log = (log_file *)file;
  memset(log, 0, sizeof *log);
  int code = root->xOpen(root, name, &log->real, flags, opened);
  if (code != SQLITE_OK) return code;
  pthread_mutex_init(&log->mutex, NULL);
  pthread_cond_init(&log->moved, NULL);
  log->base.pMethods = &methods;
  return SQLITE_OK;
}

// Where SQLite was built to seek and then read, two threads would share one place in the file.
static bool reads_at_offsets(sqlite3_vfs *vfs) {
  return vfs->iVersion >= 3 &&
      (vfs->xGetSystemCall(vfs, "pread64") != NULL || vfs->xGetSystemCall(vfs, "pread") != NULL);
}

static void register_once(void) {
  root = sqlite3_vfs_find(NULL);
  if (root == NULL || !reads_at_offsets(root)) {
    root = NULL;
    return;
  }
  written_behind = *root;
  written_behind.zName = "ubadmin-write-behind";
  written_behind.szOsFile = (int)sizeof(log_file) + root->szOsFile;
  written_behind.xOpen = open_file;
  written_behind.pNext = NULL;
  sqlite3_vfs_register(&written_behind, 0);
}

const char *ubadmin_write_behind(void) {
  pthread_once(&once, register_once);
  return root == NULL ? NULL : written_behind.zName;
}
