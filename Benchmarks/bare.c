// What the engine alone takes: the rows that `customer set` and `read add` write, and their lines in
// the journal, by prepared statements in one transaction. No rules, no digests, nothing is checked
// but what the tables themselves check: a speed that no program on this engine can pass in one
// thread.
//
// usage: bare customer-set|read-add STORE FILE.csv
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { lines_together = 32 };

static sqlite3 *store;
static sqlite3_stmt *many_lines, *one_line;
static sqlite3_int64 change, written;
static struct {
  const char *table;
  const char *action;
  char key[80];
  char before[80];
  char after[80];
} waiting[lines_together];
static int waits;

static void must(int code, int expected) {
  if (code == expected) return;
  fprintf(stderr, "%s (code %d)\n", sqlite3_errmsg(store), code);
  exit(1);
}

static sqlite3_stmt *prepare(const char *sql) {
  sqlite3_stmt *made;
  must(sqlite3_prepare_v3(store, sql, -1, SQLITE_PREPARE_PERSISTENT, &made, NULL), SQLITE_OK);
  return made;
}

static void run(const char *sql) {
  must(sqlite3_exec(store, sql, NULL, NULL, NULL), SQLITE_OK);
}

static void bind(sqlite3_stmt *statement, int position, const char *text) {
  must(sqlite3_bind_text(statement, position, text, -1, SQLITE_STATIC), SQLITE_OK);
}

static void step(sqlite3_stmt *statement) {
  must(sqlite3_step(statement), SQLITE_DONE);
  sqlite3_reset(statement);
}

static sqlite3_stmt *prepare_lines(int count) {
  static char sql[4096];
  strcpy(sql,
         "INSERT OR FAIL INTO change_row (change, number, table_name, row_key, action, before, "
         "after, digest) VALUES ");
  for (int index = 0; index < count; index += 1) {
    strcat(sql, index == 0 ? "(?, ?, ?, ?, ?, ?, ?, ?)" : ", (?, ?, ?, ?, ?, ?, ?, ?)");
  }
  return prepare(sql);
}

static void write_lines(sqlite3_stmt *statement, int first, int count) {
  for (int index = 0; index < count; index += 1) {
    int base = index * 8;
    int place = first + index;
    written += 1;
    sqlite3_bind_int64(statement, base + 1, change);
    sqlite3_bind_int64(statement, base + 2, written);
    bind(statement, base + 3, waiting[place].table);
    bind(statement, base + 4, waiting[place].key);
    bind(statement, base + 5, waiting[place].action);
    bind(statement, base + 6, *waiting[place].before ? waiting[place].before : NULL);
    bind(statement, base + 7, *waiting[place].after ? waiting[place].after : NULL);
    bind(statement, base + 8, "0123456789abcdef0123456789abcdef");
  }
  step(statement);
}

static void flush(void) {
  if (waits == lines_together) {
    write_lines(many_lines, 0, waits);
  } else {
    for (int index = 0; index < waits; index += 1) write_lines(one_line, index, 1);
  }
  waits = 0;
}

static void line(const char *table, const char *action, const char *key, const char *before,
                 const char *after) {
  waiting[waits].table = table;
  waiting[waits].action = action;
  snprintf(waiting[waits].key, sizeof waiting[waits].key, "%s", key);
  snprintf(waiting[waits].before, sizeof waiting[waits].before, "%s", before);
  snprintf(waiting[waits].after, sizeof waiting[waits].after, "%s", after);
  waits += 1;
  if (waits == lines_together) flush();
}

static void set_customers(FILE *file) {
  sqlite3_stmt *find = prepare("SELECT * FROM customer WHERE cid = ?");
  sqlite3_stmt *set = prepare("UPDATE customer SET phone = ? WHERE cid = ?");
  char row[200], before[60], after[60];
  while (fgets(row, sizeof row, file)) {
    char *cid = strtok(row, ","), *phone = strtok(NULL, "\n");
    bind(find, 1, cid);
    must(sqlite3_step(find), SQLITE_ROW);
    const unsigned char *old = sqlite3_column_text(find, 10);
    snprintf(before, sizeof before, "{\"phone\":\"%s\"}", old ? (const char *)old : "");
    for (int column = 0; column < 13; column += 1) sqlite3_column_text(find, column);
    sqlite3_reset(find);
    bind(set, 1, phone);
    bind(set, 2, cid);
    step(set);
    snprintf(after, sizeof after, "{\"phone\":\"%s\"}", phone);
    line("customer", "update", cid, before, after);
  }
  sqlite3_finalize(find);
  sqlite3_finalize(set);
}

static void add_reads(FILE *file) {
  sqlite3_stmt *find =
      prepare("SELECT service FROM meter_install WHERE meter = ? AND to_on IS NULL");
  sqlite3_stmt *read = prepare(
      "INSERT INTO read (meter, read_on, number, reading, kind, reason, state) "
      "VALUES (?, ?, 1, ?, 'actual', 'periodic', 'current')");
  sqlite3_stmt *consumption = prepare(
      "INSERT INTO consumption (service, to_on, meter, from_on, days, quantity, unit, estimated, "
      "read_number) VALUES (?, ?, ?, '2024-12-28', 30, 3000, 'GAL', 0, 1)");
  char row[200], last[80] = "", key[80];
  sqlite3_int64 service = 0;
  while (fgets(row, sizeof row, file)) {
    char *meter = strtok(row, ","), *day = strtok(NULL, ","), *reading = strtok(NULL, "\n");
    if (strcmp(meter, last) != 0) {
      snprintf(last, sizeof last, "%s", meter);
      bind(find, 1, meter);
      must(sqlite3_step(find), SQLITE_ROW);
      service = sqlite3_column_int64(find, 0);
      sqlite3_reset(find);
    }
    bind(read, 1, meter);
    bind(read, 2, day);
    sqlite3_bind_int64(read, 3, atoll(reading) * 1000);
    step(read);
    sqlite3_bind_int64(consumption, 1, service);
    bind(consumption, 2, day);
    bind(consumption, 3, meter);
    step(consumption);
    snprintf(key, sizeof key, "%s\t%s\t1", meter, day);
    line("read", "insert", key, "", "");
    snprintf(key, sizeof key, "%lld\t%s\t%s", service, day, meter);
    line("consumption", "insert", key, "", "");
  }
  sqlite3_finalize(find);
  sqlite3_finalize(read);
  sqlite3_finalize(consumption);
}

int main(int count, char **words) {
  FILE *file = count == 4 ? fopen(words[3], "r") : NULL;
  if (file == NULL) return 64;
  sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
  must(sqlite3_open_v2(words[2], &store, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL),
       SQLITE_OK);
  run("PRAGMA foreign_keys = ON; PRAGMA cache_size = -24576; PRAGMA synchronous = FULL");
  many_lines = prepare_lines(lines_together);
  one_line = prepare_lines(1);
  run("BEGIN IMMEDIATE");
  sqlite3_stmt *last = prepare("SELECT ifnull(max(change), 0) + 1 FROM change");
  must(sqlite3_step(last), SQLITE_ROW);
  change = sqlite3_column_int64(last, 0);
  sqlite3_finalize(last);
  char header[200];
  if (fgets(header, sizeof header, file) == NULL) return 65;
  if (strcmp(words[1], "read-add") == 0) {
    add_reads(file);
  } else {
    set_customers(file);
  }
  flush();
  sqlite3_finalize(many_lines);
  sqlite3_finalize(one_line);
  run("COMMIT");
  must(sqlite3_close(store), SQLITE_OK);
  fclose(file);
  return 0;
}
