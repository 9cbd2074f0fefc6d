#include "exchange/chain.hpp"

#include "exchange/sha256.hpp"
#include "records/refusal.hpp"
#include "text/sentence.hpp"

namespace probity::detail {
namespace {

using nlohmann::json;

/// Whether two texts of JSON say the same, in whatever order the members of their objects stand.
bool say_the_same(std::string_view a, std::string_view b) {
    return json::parse(a) == json::parse(b);
}

}  // namespace

std::string Chain::next(std::string_view json) const {
    return std::string(text_of(own_sha256().add(digest_).add("\n").add(json).finish()));
}

bool Chain::holds(std::string_view json, std::string_view digest) const {
    return text_of(own_sha256().add(digest_).add("\n").add(json).finish()) == digest;
}

std::string Chain::seal(std::string_view json) {
    digest_ = next(json);
    return with_digest(json, digest_);
}

bool is_digest_of(std::string_view sealed, std::string_view digest) {
    return text_of(own_sha256().add(sealed).finish()) == digest;
}

std::string with_digest(std::string_view json, std::string_view digest) {
    constexpr std::string_view member = R"(,"digest":")";
    std::string line;
    line.reserve(json.size() + member.size() + digest.size() + 2);
    line += json.substr(0, json.size() - 1);
    line += member;
    line += digest;
    line += "\"}";
    return line;
}

std::string without_digest(nlohmann::ordered_json line) {
    line.erase("digest");
    return line.dump();
}

std::string check_seal(SealReading& reading, const Seal& seal, const std::string& written) {
    const bool as_written = seal.json == written;
    const std::string next = reading.chain.next(seal.json);
    const bool whole = next == seal.digest;
    if (!whole && !as_written && reading.chain.next(written) == seal.digest &&
        say_the_same(seal.json, written)) {
        reading.say(Oddity::reordered, seal.name.number);
        if (reading.judged) reading.judged(seal, true);
        reading.go_on(seal.digest);
        return {};
    }
    if (reading.judged) {
        reading.judged(seal, whole);
    } else if (!whole) {
        refuse(seal.place, sentence("json.chain", {{"line", seal.name.text()}, {"digest", next}}));
    }
    reading.go_on(seal.digest);
    return as_written ? std::string() : seal.json;
}

}  // namespace probity::detail
