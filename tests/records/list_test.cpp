#include "probity/records/list.hpp"

#include <gtest/gtest.h>

#include <array>
#include <concepts>
#include <random>
#include <string>
#include <thread>
#include <unordered_map>
#include <vector>

#include "probity/records/hash_index.hpp"

namespace probity {
namespace list_test {

// Leaves of eight strings, so that a few thousand make a tree of three levels.
struct Wide {
    std::string text = {};
    std::array<char, 600> rest = {};

    friend bool operator==(const Wide&, const Wide&) = default;
};
static_assert(std::regular<List<Wide>>);
static_assert(std::random_access_iterator<List<Wide>::const_iterator>);

std::vector<std::string> texts(const List<Wide>& list) {
    std::vector<std::string> out;
    for (const Wide& each : list) out.push_back(each.text);
    return out;
}

TEST(List, ReadsAsAVector) {
    const List<std::string> list{"a", "b", "c"};
    EXPECT_EQ(list.size(), 3u);
    EXPECT_EQ(list.front(), "a");
    EXPECT_EQ(list[1], "b");
    EXPECT_EQ(list.back(), "c");
    EXPECT_EQ(std::vector<std::string>(list.begin(), list.end()),
              (std::vector<std::string>{"a", "b", "c"}));
    EXPECT_EQ(*(list.end() - 1), "c");
    EXPECT_EQ(list.begin()[2], "c");
    EXPECT_TRUE(List<std::string>().empty());
    EXPECT_EQ(List<std::string>(), List<std::string>{});
    EXPECT_EQ(list, List<std::string>(std::vector<std::string>{"a", "b", "c"}));
    EXPECT_NE(list, (List<std::string>{"a", "b"}));
}

TEST(List, OfACopyGoesOnAlone) {
    List<std::string> first{"a"};
    List<std::string> second = first;
    second.push_back("of the second");
    first.push_back("of the first");
    List<std::string> third = first;
    third.edit(0) = "changed";
    EXPECT_EQ(first, (List<std::string>{"a", "of the first"}));
    EXPECT_EQ(second, (List<std::string>{"a", "of the second"}));
    EXPECT_EQ(third, (List<std::string>{"changed", "of the first"}));
}

TEST(List, ThatWasCutShortGoesOnWithoutWhatItHad) {
    List<Wide> list;
    for (int i = 0; i < 3000; ++i) list.push_back({std::to_string(i)});
    for (const std::size_t kept : {0u, 7u, 8u, 255u, 256u, 2048u}) {
        List<Wide> shorter = list.first(kept);
        EXPECT_EQ(shorter.size(), kept);
        shorter.push_back({"new"});
        shorter.push_back({"newer"});
        ASSERT_EQ(shorter.size(), kept + 2);
        EXPECT_EQ(shorter[kept].text, "new");
        EXPECT_EQ(shorter.back().text, "newer");
        EXPECT_EQ(list[kept].text, std::to_string(kept));
    }
    EXPECT_EQ(list.first(5000), list);
}

// Many lists that branch from each other, each beside a vector.
TEST(List, IsAsAVectorThroughRandomChangesOfCopies) {
    std::mt19937 random(1);
    const auto below = [&](std::size_t limit) { return random() % limit; };
    std::vector<List<Wide>> lists(1);
    std::vector<std::vector<std::string>> vectors(1);
    int made = 0;
    for (int step = 0; step < 3000; ++step) {
        const std::size_t i = below(lists.size());
        switch (below(8)) {
            case 0:
                if (lists.size() < 12) {
                    lists.push_back(lists[i]);
                    vectors.push_back(vectors[i]);
                } else {
                    const std::size_t to = below(lists.size());
                    lists[to] = lists[i];
                    vectors[to] = vectors[i];
                }
                break;
            case 1: {
                const std::size_t kept = vectors[i].size() - below(1 + vectors[i].size() / 4);
                lists[i] = lists[i].first(kept);
                vectors[i].resize(kept);
                break;
            }
            case 2:
            case 3:
                for (std::size_t k = below(20); k > 0 && !vectors[i].empty(); --k) {
                    const std::size_t at = below(vectors[i].size());
                    lists[i].edit(at).text = vectors[i][at] = std::to_string(++made);
                }
                break;
            case 4: {
                std::vector<Wide> more;
                for (std::size_t k = below(40); k > 0; --k) {
                    vectors[i].push_back(std::to_string(++made));
                    more.push_back({vectors[i].back()});
                }
                lists[i].append(more);
                break;
            }
            default:
                for (std::size_t k = below(60); k > 0; --k) {
                    vectors[i].push_back(std::to_string(++made));
                    EXPECT_EQ(lists[i].emplace_back(vectors[i].back()).text, vectors[i].back());
                }
        }
        if (step % 50 != 0) continue;
        for (std::size_t k = 0; k < lists.size(); ++k) ASSERT_EQ(texts(lists[k]), vectors[k]);
    }
    for (std::size_t k = 0; k < lists.size(); ++k) {
        ASSERT_EQ(texts(lists[k]), vectors[k]);
        for (std::size_t i = 0; i < vectors[k].size(); ++i) {
            ASSERT_EQ(lists[k][i].text, vectors[k][i]);
        }
    }
    EXPECT_GT(made, 10'000);
}

TEST(List, IsReadAndGoesOnInManyThreads) {
    List<std::string> list;
    for (int i = 0; i < 500; ++i) list.push_back(std::to_string(i));
    std::vector<std::thread> threads;
    std::vector<List<std::string>> found(4);
    for (std::size_t t = 0; t < found.size(); ++t) {
        threads.emplace_back([t, list, &found] {
            List<std::string> mine = list;
            for (int i = 0; i < 2000; ++i) {
                mine.push_back(std::to_string(t));
                if (i % 7 == 0) mine.edit(static_cast<std::size_t>(i) % 500) = std::to_string(t);
                if (i % 100 == 0) mine = list;
            }
            found[t] = mine;
        });
    }
    for (std::thread& thread : threads) thread.join();
    for (std::size_t t = 0; t < found.size(); ++t) {
        ASSERT_EQ(found[t].size(), 599u);
        for (std::size_t i = 500; i < 599; ++i) ASSERT_EQ(found[t][i], std::to_string(t));
    }
    for (std::size_t i = 0; i < 500; ++i) ASSERT_EQ(list[i], std::to_string(i));
    EXPECT_EQ(list.size(), 500u);
}

// Hashes that collide wholly, or in the lowest bits, come to one bucket.
TEST(HashIndex, FindsEachOfItsNumbersThroughRandomChangesOfCopies) {
    std::mt19937 random(2);
    using Numbers = std::unordered_map<std::uint32_t, std::uint32_t>;
    const auto hash_of = [](std::uint32_t number) {
        return number % 3 == 0 ? 7U : number % 3 == 1 ? number << 8 : number * 2654435761U;
    };
    std::vector<detail::HashIndex> indexes(4);
    std::vector<Numbers> all(4);
    std::uint32_t made = 0;
    for (int step = 0; step < 6000; ++step) {
        const std::size_t i = random() % indexes.size();
        switch (random() % 16) {
            case 0: {
                const std::size_t to = random() % indexes.size();
                indexes[to] = indexes[i];
                all[to] = all[i];
                break;
            }
            case 1:
                if (!all[i].empty()) {
                    const auto [number, hash] = *all[i].begin();
                    indexes[i].erase(hash, number);
                    all[i].erase(number);
                }
                break;
            default:
                ++made;
                indexes[i].insert(hash_of(made), made);
                all[i].emplace(made, hash_of(made));
        }
    }
    for (std::size_t i = 0; i < indexes.size(); ++i) {
        EXPECT_EQ(indexes[i].size(), all[i].size());
        for (std::uint32_t number = 1; number <= made; ++number) {
            const auto found =
                indexes[i].find(hash_of(number), [&](std::uint32_t n) { return n == number; });
            ASSERT_EQ(found.has_value(), all[i].contains(number)) << number;
        }
    }
}

}  // namespace list_test
}  // namespace probity
