#ifndef UBADMIN_WRITE_BEHIND_H
#define UBADMIN_WRITE_BEHIND_H

// The name of a virtual file system (sqlite.org/vfs.html) that is the system's own, but for the
// write-ahead log: what is appended to it is gathered into large blocks, and a thread of its own
// hands them to the kernel while the caller goes on. Reads see what is on its way.
//
// A sync waits for all of it, so it is as safe as the system's own where each commit syncs
// (PRAGMA synchronous = FULL). Without that, others could be told of frames that are not in the
// file yet: do not use it then.
//
// Null where SQLite has no file system at all.
const char *ubadmin_write_behind(void);

#endif
