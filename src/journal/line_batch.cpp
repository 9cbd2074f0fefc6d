#include "journal/line_batch.hpp"

#include <algorithm>
#include <cstring>
#include <exception>
#include <system_error>
#include <thread>
#include <utility>

#include "date/interruption.hpp"
#include "probity/records/hash_index.hpp"

namespace probity::detail {
namespace {

/// How many bytes a batch holds, unless it is one longer line.
constexpr std::size_t usual_size = 1 << 16;
/// With so many waiting, others are prepared by whoever gives them; with so many nobody gives more.
/// While the lines are read the processor has enough to do for two threads. What waits then is taken
/// while the file is looked at.
constexpr std::size_t enough_waiting = 384;
constexpr std::size_t most_waiting = 512;

std::size_t size_of(const LineView& line) {
    std::size_t size = line.json.size() + line.digest.size();
    for (const auto& text : line.said) size += text ? text->size() : 0;
    return size;
}

}  // namespace

std::string_view LineBatch::kept(std::string_view text) {
    char* const begin = texts_.get() + size_;
    if (!text.empty()) std::memcpy(begin, text.data(), text.size());
    size_ += text.size();
    return {begin, text.size()};
}

void LineBatch::begin_anew(std::string_view before) {
    before_ = before;
    size_ = 0;
    lines_.clear();
    events_.clear();
    subjects_.clear();
}

bool LineBatch::add(const LineView& line) {
    const std::size_t size = size_of(line);
    if (lines_.empty()) {
        if (room_ < std::max(usual_size, size)) {
            room_ = std::max(usual_size, size);
            texts_ = std::make_unique_for_overwrite<char[]>(room_);
        }
        lines_.reserve(usual_size / std::max<std::size_t>(size, 256) + 1);
    } else if (room_ - size_ < size) {
        return false;
    }
    LineView& copy = lines_.emplace_back();
    copy.number = line.number;
    copy.json = kept(line.json);
    copy.digest = kept(line.digest);
    for (std::size_t i = 0; i < line.said.size(); ++i) {
        if (line.said[i]) copy.said[i] = kept(*line.said[i]);
    }
    copy.corrects = line.corrects;
    copy.rules = line.rules;
    return true;
}

void LineBatch::read_events(int usual_rules) {
    if (!events_.empty()) return;
    events_.reserve(lines_.size());
    subjects_.reserve(lines_.size());
    std::string_view before = before_;
    for (const LineView& line : lines_) {
        const auto& event = events_.emplace_back(sealed_event(line, before, usual_rules));
        if (event) subjects_.push_back(hash_of_name(event->subject));
        before = line.digest;
    }
}

void BatchTaker::run(const std::function<void()>& read, const std::function<void()>& stop) {
    std::exception_ptr failure;
    std::thread reader;
    try {
        // Events that are kept are made in the calling thread as far as can be: the memory of others
        // grows page by page.
        reader = std::thread([&] {
            try {
                read();
            } catch (const GivenUp&) {
                // The thread that gave up says why.
            } catch (...) {
                failure = std::current_exception();
            }
            set(is_last_);
        });
    } catch (const std::system_error&) {
        is_alone_ = true;
        return read();
    }
    try {
        take_all();
    } catch (...) {
        set(is_given_up_);
        stop();
        reader.join();
        throw;
    }
    reader.join();
    if (failure != nullptr) std::rethrow_exception(failure);
}

void BatchTaker::take_all() {
    while (std::optional<LineBatch> batch = next()) {
        interruption_point();
        take_one(*std::move(batch));
    }
}

void BatchTaker::take_one(LineBatch batch) {
    prepare_(batch);
    take_(batch);
    const std::lock_guard lock(mutex_);
    spare_.push_back(std::move(batch));
}

LineBatch BatchTaker::spare() {
    const std::lock_guard lock(mutex_);
    if (spare_.empty()) return LineBatch();
    LineBatch batch = std::move(spare_.back());
    spare_.pop_back();
    return batch;
}

std::optional<LineBatch> BatchTaker::next() {
    std::optional<LineBatch> batch;
    {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [&] { return is_last_ || !waiting_.empty(); });
        if (waiting_.empty()) return std::nullopt;
        batch = std::move(waiting_.front());
        waiting_.pop_front();
    }
    changed_.notify_all();
    return batch;
}

void BatchTaker::give(LineBatch batch) {
    if (is_alone_) return take_one(std::move(batch));
    std::unique_lock lock(mutex_);
    if (waiting_.size() >= enough_waiting) {
        lock.unlock();
        prepare_(batch);
        lock.lock();
    }
    changed_.wait(lock, [&] { return is_given_up_ || waiting_.size() < most_waiting; });
    if (is_given_up_) throw GivenUp();
    waiting_.push_back(std::move(batch));
    lock.unlock();
    changed_.notify_all();
}

void BatchTaker::set(bool& what) {
    {
        const std::lock_guard lock(mutex_);
        what = true;
    }
    changed_.notify_all();
}

}  // namespace probity::detail
