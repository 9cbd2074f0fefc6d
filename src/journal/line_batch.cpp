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

std::size_t size_of(std::string_view before, const LineView& line) {
    std::size_t size = before.size() + 1 + line.json.size() + line.digest.size();
    for (const auto& text : line.said) size += text ? text->size() : 0;
    return size;
}

/// What some work throws; null if nothing.
std::exception_ptr failure_of(const std::function<void()>& work) noexcept {
    try {
        work();
        return nullptr;
    } catch (...) {
        return std::current_exception();
    }
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
    sealed_.clear();
    events_.clear();
    subjects_.clear();
}

bool LineBatch::add(const LineView& line) {
    const std::string_view before = last_digest();
    const std::size_t size = size_of(before, line);
    if (lines_.empty()) {
        if (room_ < std::max(usual_size, size)) {
            room_ = std::max(usual_size, size);
            texts_ = std::make_unique_for_overwrite<char[]>(room_);
        }
        const std::size_t lines = usual_size / std::max<std::size_t>(size, 256) + 1;
        lines_.reserve(lines);
        sealed_.reserve(lines);
    } else if (room_ - size_ < size) {
        return false;
    }
    // What the digest covers lies in one piece, so that it is hashed in one.
    const std::string_view covered = kept(before);
    static_cast<void>(kept("\n"));
    LineView& copy = lines_.emplace_back();
    copy.number = line.number;
    copy.json = kept(line.json);
    sealed_.emplace_back(covered.data(), covered.size() + 1 + copy.json.size());
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
    for (std::size_t i = 0; i < lines_.size(); ++i) {
        const auto& event = events_.emplace_back(sealed_event(lines_[i], sealed_[i], usual_rules));
        if (event) subjects_.push_back(hash_of_name(event->subject));
    }
}

void BatchTaker::run(const Course& course) {
    std::exception_ptr reading;
    std::exception_ptr after_reading;
    std::thread reader;
    try {
        // Events that are kept are made in the calling thread as far as can be: the memory of others
        // grows page by page.
        reader = std::thread([&] {
            reading = failure_of(course.read);
            set(is_last_);
            if (reading == nullptr) after_reading = failure_of(course.after_reading);
        });
    } catch (const std::system_error&) {
        is_alone_ = true;
        course.read();
        course.after_reading();
        return course.after_taking();
    }
    try {
        take_all();
    } catch (...) {
        set(is_given_up_);
        course.stop();
        reader.join();
        throw;
    }
    const std::exception_ptr after_taking =
        reading == nullptr ? failure_of(course.after_taking) : nullptr;
    reader.join();
    for (const std::exception_ptr& each : {reading, after_reading, after_taking}) {
        if (each != nullptr) std::rethrow_exception(each);
    }
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
