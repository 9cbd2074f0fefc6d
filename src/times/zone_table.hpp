// The changes of a zone to 9999 as two sorted lists: by instant, and by local time.
//
// Change i puts the distance from UTC from offset(i) to offset(i + 1). A local time belongs to
// segment i if it has offset(i): those in a gap, and those that come twice for the first time, to the
// segment before the change (RFC 5545 section 3.3.5). So segment i + 1 begins at the local time
//
//     boundary(i) = instant(i) + max(offset(i), offset(i + 1))
//
// No two changes lie so near that the local times around one reach those around the other; a zone
// with such changes is refused.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace probity::detail {

/// Ascending numbers, with an index that makes their search one step or two.
class SortedSteps {
  public:
    SortedSteps() = default;
    explicit SortedSteps(std::vector<std::int64_t> numbers);

    [[nodiscard]] std::size_t size() const noexcept { return numbers_.size(); }
    [[nodiscard]] std::int64_t operator[](std::size_t i) const noexcept { return numbers_[i]; }
    [[nodiscard]] const std::vector<std::int64_t>& numbers() const noexcept { return numbers_; }

    /// How many are `number` or less.
    [[nodiscard]] std::size_t count_to(std::int64_t number) const noexcept {
        if (numbers_.empty() || number < numbers_.front()) return 0;
        const auto bucket = static_cast<std::uint64_t>(number - numbers_.front()) >> bucket_bits;
        if (bucket >= buckets_.size()) return numbers_.size();
        std::size_t i = buckets_[static_cast<std::size_t>(bucket)];
        while (i < numbers_.size() && numbers_[i] <= number) ++i;
        return i;
    }

  private:
    // Some 194 days of seconds.
    static constexpr int bucket_bits = 24;

    std::vector<std::int64_t> numbers_;
    // How many numbers lie before each bucket, from the first number on.
    std::vector<std::uint32_t> buckets_;
};

class ZoneTable {
  public:
    /// A zone without a change.
    explicit ZoneTable(std::string name, std::int32_t offset = 0);
    /// `offsets` has one more than there are instants; neighbours differ. Throws ZoneError for
    /// changes that lie too near to each other.
    ZoneTable(std::string name, std::vector<std::int64_t> instants,
              std::vector<std::int32_t> offsets);

    [[nodiscard]] const std::string& name() const noexcept { return name_; }
    /// How many changes there are.
    [[nodiscard]] std::size_t size() const noexcept { return instants_.size(); }
    [[nodiscard]] std::int64_t instant(std::size_t change) const noexcept {
        return instants_[change];
    }
    [[nodiscard]] std::int64_t boundary(std::size_t change) const noexcept {
        return boundaries_[change];
    }
    /// Of segment i, [0, size()].
    [[nodiscard]] std::int64_t offset(std::size_t segment) const noexcept {
        return offsets_[segment];
    }
    /// How many local times a change skips; negative if it shows them twice.
    [[nodiscard]] std::int64_t width(std::size_t change) const noexcept {
        return offset(change + 1) - offset(change);
    }
    /// The first change from `change` on that skips local times; size() if there is none.
    [[nodiscard]] std::size_t gap_from(std::size_t change) const noexcept { return gaps_[change]; }

    [[nodiscard]] std::size_t segment_at_instant(std::int64_t instant) const noexcept {
        return instants_.count_to(instant);
    }
    [[nodiscard]] std::size_t segment_at_local(std::int64_t local) const noexcept {
        return boundaries_.count_to(local);
    }
    [[nodiscard]] std::int64_t to_instant(std::int64_t local) const noexcept {
        return local - offset(segment_at_local(local));
    }
    [[nodiscard]] std::int64_t to_local(std::int64_t instant) const noexcept {
        return instant + offset(segment_at_instant(instant));
    }

    friend bool operator==(const ZoneTable& a, const ZoneTable& b);

  private:
    std::string name_;
    SortedSteps instants_;
    SortedSteps boundaries_;
    std::vector<std::int32_t> offsets_;
    // gap_from of each change, and of size().
    std::vector<std::uint32_t> gaps_;
};

}  // namespace probity::detail
