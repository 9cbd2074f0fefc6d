#include "times/zone_table.hpp"

#include <algorithm>
#include <cstdlib>

#include "probity/times/zone.hpp"
#include "text/sentence.hpp"

namespace probity::detail {

SortedSteps::SortedSteps(std::vector<std::int64_t> numbers) : numbers_(std::move(numbers)) {
    if (numbers_.empty()) return;
    const auto place = [this](std::int64_t number) {
        return static_cast<std::size_t>(static_cast<std::uint64_t>(number - numbers_.front()) >>
                                        bucket_bits);
    };
    buckets_.resize(place(numbers_.back()) + 1);
    std::size_t bucket = 0;
    for (std::size_t i = 0; i < numbers_.size(); ++i) {
        for (; bucket <= place(numbers_[i]); ++bucket) {
            buckets_[bucket] = static_cast<std::uint32_t>(i);
        }
    }
}

ZoneTable::ZoneTable(std::string name, std::int32_t offset)
    : ZoneTable(std::move(name), {}, {offset}) {}

ZoneTable::ZoneTable(std::string name, std::vector<std::int64_t> instants,
                     std::vector<std::int32_t> offsets)
    : name_(std::move(name)), offsets_(std::move(offsets)), gaps_(instants.size() + 1) {
    std::vector<std::int64_t> boundaries;
    boundaries.reserve(instants.size());
    for (std::size_t i = 0; i < instants.size(); ++i) {
        boundaries.push_back(instants[i] + std::max(offset(i), offset(i + 1)));
        if (i == 0) continue;
        // The gap or overlap of the change before ends before that of this one begins.
        if (boundaries[i - 1] + std::abs(width(i - 1)) > boundaries[i] - std::abs(width(i))) {
            throw ZoneError(
                sentence("zone.changes_meet",
                         {{"name", name_}, {"seconds", instants[i] - instants[i - 1]}}));
        }
    }
    auto gap = static_cast<std::uint32_t>(instants.size());
    for (std::size_t i = gaps_.size(); i-- > 0;) {
        if (i < instants.size() && width(i) > 0) gap = static_cast<std::uint32_t>(i);
        gaps_[i] = gap;
    }
    instants_ = SortedSteps(std::move(instants));
    boundaries_ = SortedSteps(std::move(boundaries));
}

bool operator==(const ZoneTable& a, const ZoneTable& b) {
    return a.name_ == b.name_ && a.offsets_ == b.offsets_ &&
           a.instants_.numbers() == b.instants_.numbers();
}

}  // namespace probity::detail
