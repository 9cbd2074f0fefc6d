#include "probity/times/zone.hpp"

#include <cctz/civil_time.h>
#include <cctz/time_zone.h>

#include <algorithm>
#include <limits>
#include <map>
#include <mutex>
#include <ostream>
#include <system_error>

#include "date/civil.hpp"
#include "date/text.hpp"
#include "text/sentence.hpp"
#include "times/windows_zones.hpp"
#include "times/zone_file.hpp"
#include "times/zone_table.hpp"

namespace probity {
namespace {

using detail::day_seconds;
using detail::ZoneTable;
using std::chrono::seconds;
using std::chrono::sys_seconds;
using TablePointer = std::shared_ptr<const ZoneTable>;
using CctzTime = cctz::time_point<cctz::seconds>;

constexpr std::int64_t cycle_seconds = detail::days_in_400_years * day_seconds;
// Local times end with 9999; no zone is two days from UTC.
constexpr std::int64_t end_of_instants = last_local_second + 2 * day_seconds;

std::int32_t offset_at(const cctz::time_zone& zone, std::int64_t instant) {
    return zone.lookup(CctzTime(cctz::seconds{instant})).offset;
}

// The changes of a zone as far as cctz tells them, some 400 years behind the last that its file has;
// from there on the calendar repeats, and with it the rule of the zone.
TablePointer make_table(const std::string& name, const cctz::time_zone& zone) {
    std::vector<std::int64_t> instants;
    std::vector<std::int32_t> offsets;
    cctz::time_zone::civil_transition transition;
    CctzTime at = CctzTime::min();
    offsets.push_back(zone.lookup(at).offset);
    while (zone.next_transition(at, &transition)) {
        const CctzTime next = zone.lookup(transition.to).trans;
        if (next <= at) break;
        at = next;
        const std::int64_t instant = at.time_since_epoch().count();
        const std::int32_t offset = offset_at(zone, instant);
        if (offset == offsets.back()) continue;  // another name, the same distance
        instants.push_back(instant);
        offsets.push_back(offset);
    }
    // 2100: a zone that still changes then does so by a rule without end.
    constexpr std::int64_t in_2100 = 4'102'444'800;
    if (!instants.empty() && instants.back() > in_2100) {
        const std::int64_t last = instants.back();
        const auto first = static_cast<std::size_t>(
            std::upper_bound(instants.begin(), instants.end(), last - cycle_seconds) -
            instants.begin());
        const std::size_t known = instants.size();
        for (std::int64_t later = cycle_seconds; last + later - cycle_seconds < end_of_instants;
             later += cycle_seconds) {
            for (std::size_t i = first; i < known; ++i) {
                if (instants[i] + later >= end_of_instants) break;
                instants.push_back(instants[i] + later);
                offsets.push_back(offsets[i + 1]);
            }
        }
    }
    return std::make_shared<const ZoneTable>(name, std::move(instants), std::move(offsets));
}

// Tables that have been read, by the paths of their files.
class KnownTables {
  public:
    TablePointer find(const std::string& name, const std::filesystem::path& path) {
        const std::scoped_lock lock(mutex_);
        const auto [known, is_new] = tables_.try_emplace(path.string());
        if (is_new) {
            try {
                const auto zone = detail::read_zone_file(path);
                if (zone) known->second = make_table(name, *zone);
            } catch (...) {
                tables_.erase(known);
                throw;
            }
        }
        if (known->second == nullptr) {
            tables_.erase(known);
            throw ZoneError(detail::sentence(
                "zone.no_file", {{"name", name}, {"path", detail::printable(path.string(), 200)}}));
        }
        return known->second;
    }

  private:
    std::mutex mutex_;
    std::map<std::string, TablePointer> tables_;
};

KnownTables& known_tables() {
    static KnownTables tables;
    return tables;
}

TablePointer utc_table() {
    static const auto table = std::make_shared<const ZoneTable>("UTC");
    return table;
}

std::int64_t count_of(sys_seconds instant) { return instant.time_since_epoch().count(); }

}  // namespace

LocalTime ZoneChange::begin() const {
    return LocalTime::of_seconds(count_of(instant) + std::min(before, after).count());
}

LocalTime ZoneChange::end() const {
    return LocalTime::of_seconds(count_of(instant) + std::max(before, after).count());
}

Zone::Zone() : table_(utc_table()) {}

Zone Zone::find(std::string_view name, const std::vector<std::filesystem::path>& folders) {
    if (name == "UTC") return Zone();
    if (const auto known = detail::zone_of_windows(name); !known.empty()) name = known;
    if (!detail::is_zone_name(name)) {
        throw ZoneError(detail::sentence("zone.no_name", {{"name", detail::printable(name)}}));
    }
    const auto& searched = folders.empty() ? detail::system_zone_folders() : folders;
    for (const std::filesystem::path& folder : searched) {
        std::error_code failed;
        const std::filesystem::path path = std::filesystem::absolute(folder / name, failed);
        if (failed || !std::filesystem::is_regular_file(path, failed)) continue;
        return Zone(known_tables().find(std::string(name), path));
    }
    std::string places;
    for (const std::filesystem::path& folder : searched) {
        places += (places.empty() ? "" : ", ") + detail::printable(folder.string(), 200);
    }
    throw ZoneError(detail::sentence("zone.unknown", {{"name", name}, {"places", places}}));
}

const std::string& Zone::name() const& noexcept { return table_->name(); }

sys_seconds Zone::instant(const LocalTime& local) const {
    return sys_seconds{seconds{table_->to_instant(local.seconds())}};
}

LocalTime Zone::local(sys_seconds instant) const {
    return LocalTime::of_seconds(table_->to_local(count_of(instant)));
}

void Zone::local(std::span<const std::int64_t> instants, std::span<std::int64_t> answers) const {
    if (answers.size() < instants.size()) {
        throw ProbityError(
            detail::sentence("zone.room", {{"room", answers.size()}, {"asked", instants.size()}}));
    }
    const ZoneTable& table = *table_;
    for (std::size_t i = 0; i < instants.size();) {
        // Those in the same segment, one after another.
        const std::size_t segment = table.segment_at_instant(instants[i]);
        const std::int64_t offset = table.offset(segment);
        const std::int64_t begin =
            segment == 0 ? std::numeric_limits<std::int64_t>::min() : table.instant(segment - 1);
        const std::int64_t last = segment == table.size() ? std::numeric_limits<std::int64_t>::max()
                                                          : table.instant(segment) - 1;
        for (; i < instants.size() && instants[i] >= begin && instants[i] <= last; ++i) {
            answers[i] = instants[i] + offset;
        }
    }
}

seconds Zone::offset(sys_seconds instant) const {
    return seconds{table_->offset(table_->segment_at_instant(count_of(instant)))};
}

std::vector<ZoneChange> Zone::changes(const LocalTime& begin,
                                      const std::optional<LocalTime>& end) const {
    const ZoneTable& table = *table_;
    const std::int64_t last = end ? end->seconds() : last_local_second + 1;
    std::vector<ZoneChange> changes;
    for (std::size_t i = 0; i < table.size(); ++i) {
        const ZoneChange change{sys_seconds{seconds{table.instant(i)}}, seconds{table.offset(i)},
                                seconds{table.offset(i + 1)}};
        const std::int64_t after = table.boundary(i);
        const std::int64_t first = after - (change.is_gap() ? table.width(i) : -table.width(i));
        if (after > begin.seconds() && first < last && after <= last_local_second + 1) {
            changes.push_back(change);
        }
    }
    return changes;
}

bool operator==(const Zone& a, const Zone& b) {
    return a.table_ == b.table_ || *a.table_ == *b.table_;
}

std::string to_string(const Zone& zone) { return zone.name(); }

std::ostream& operator<<(std::ostream& out, const Zone& zone) { return out << zone.name(); }

}  // namespace probity
