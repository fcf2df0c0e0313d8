#ifndef FAULTY_DISK_H
#define FAULTY_DISK_H

// Loaded into a process before its own libraries, this lets its disk fail at one of its writes:
//
//   FAULTY_DISK_FOLDER   what is below it is watched
//   FAULTY_DISK_AT       the number of the write, from 1 on
//   FAULTY_DISK_HOW      die: the process is killed when half of that write is written;
//                        full: that write and all after it find no room
//
// Writing, making durable, cutting, renaming and removing count as writes.

#endif
