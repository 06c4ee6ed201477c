#ifndef UBADMIN_CSQLITE_H
#define UBADMIN_CSQLITE_H

// What Swift's Glibc leaves out: mallopt(3), for the page cache of a large change.
#include <malloc.h>
#include <sqlite3.h>

// SQLITE_TRANSIENT is a cast that Swift does not import.
static inline int ubadmin_bind_text(sqlite3_stmt *statement, int index, const char *bytes, int count) {
  return sqlite3_bind_text(statement, index, bytes, count, SQLITE_TRANSIENT);
}

// For text that outlives the step: no copy is made.
static inline int ubadmin_bind_text_static(sqlite3_stmt *statement, int index, const char *bytes, int count) {
  return sqlite3_bind_text(statement, index, bytes, count, SQLITE_STATIC);
}

// sqlite3_db_config takes variable arguments, which Swift does not import.
static inline int ubadmin_defensive(sqlite3 *database) {
  return sqlite3_db_config(database, SQLITE_DBCONFIG_DEFENSIVE, 1, (int *)0);
}

// "x" is the name x and never the text 'x', so that a misspelt column is an error.
static inline int ubadmin_strict_names(sqlite3 *database) {
  int code = sqlite3_db_config(database, SQLITE_DBCONFIG_DQS_DML, 0, (int *)0);
  return code != SQLITE_OK ? code : sqlite3_db_config(database, SQLITE_DBCONFIG_DQS_DDL, 0, (int *)0);
}

static inline void ubadmin_result_text(sqlite3_context *context, const char *bytes, int count) {
  sqlite3_result_text(context, bytes, count, SQLITE_TRANSIENT);
}

// Variable arguments again. Allocation statistics take a lock at every allocation.
static inline int ubadmin_without_statistics(void) {
  return sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}

#endif
