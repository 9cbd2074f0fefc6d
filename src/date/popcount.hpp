// Bulk loops that count bits.
//
// Wheels are built for baseline x86-64, which has no POPCNT instruction; a function marked
// PROBITY_POPCNT is compiled twice, with and without it, and the loader takes the right one.
#pragma once

#if defined(__x86_64__) && defined(__gnu_linux__) && defined(__GNUC__) && !defined(__clang__) && \
    !defined(__POPCNT__) && !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
#define PROBITY_POPCNT __attribute__((target_clones("popcnt", "default")))
#else
#define PROBITY_POPCNT
#endif
