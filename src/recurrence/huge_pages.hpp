// Memory for large arrays that are written once: in pages of 2 MB, where the system has them, the
// first writing does not stop at every 4 KB.
#pragma once

#include <cstddef>
#include <cstdint>

#if defined(__linux__)
#include <sys/mman.h>
#endif

namespace probity::detail {

/// Asks the system to back a block by huge pages; it may decline. Small blocks are left alone.
inline void prefer_huge_pages([[maybe_unused]] void* block,
                              [[maybe_unused]] std::size_t size) noexcept {
#if defined(__linux__)
    constexpr std::size_t page = 4096;
    constexpr std::size_t worth_it = std::size_t{4} << 20;
    if (size < worth_it) return;
    const auto address = reinterpret_cast<std::uintptr_t>(block);
    const std::uintptr_t first = (address + page - 1) / page * page;
    madvise(reinterpret_cast<void*>(first), size - (first - address), MADV_HUGEPAGE);
#endif
}

}  // namespace probity::detail
