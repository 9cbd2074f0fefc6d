#include "sentences/feasts.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace probity::detail {
namespace {

constexpr Feast seollal{true, 1, 1};
constexpr Feast chuseok{true, 8, 15};
constexpr Feast first_full_moon{true, 1, 15};
constexpr Feast birth_of_buddha{true, 4, 8};
constexpr Feast new_year{false, 1, 1};
constexpr Feast independence_movement{false, 3, 1};
constexpr Feast labour{false, 5, 1};
constexpr Feast christmas{false, 12, 25};
constexpr Feast anti_corruption{false, 12, 9};

constexpr auto feasts = std::to_array<std::pair<std::u32string_view, Feast>>({
    {U"설날", seollal},
    {U"설명절", seollal},
    {U"설", seollal},
    {U"구정", seollal},
    {U"추석명절", chuseok},
    {U"추석", chuseok},
    {U"한가위", chuseok},
    {U"정월대보름", first_full_moon},
    {U"정월대보름날", first_full_moon},
    {U"단오", {true, 5, 5}},
    {U"부처님오신날", birth_of_buddha},
    {U"석가탄신일", birth_of_buddha},
    {U"신정", new_year},
    {U"새해첫날", new_year},
    {U"삼일절", independence_movement},
    {U"3·1절", independence_movement},
    {U"3.1절", independence_movement},
    {U"근로자의날", labour},
    {U"노동절", labour},
    {U"어린이날", {false, 5, 5}},
    {U"현충일", {false, 6, 6}},
    {U"제헌절", {false, 7, 17}},
    {U"광복절", {false, 8, 15}},
    {U"개천절", {false, 10, 3}},
    {U"한글날", {false, 10, 9}},
    {U"성탄절", christmas},
    {U"크리스마스", christmas},
    {U"기독탄신일", christmas},
    {U"식목일", {false, 4, 5}},
    {U"어버이날", {false, 5, 8}},
    {U"스승의날", {false, 5, 15}},
    {U"국군의날", {false, 10, 1}},
    {U"세계반부패의날", anti_corruption},
    {U"국제반부패의날", anti_corruption},
    {U"반부패의날", anti_corruption},
});

}  // namespace

const Feast& feast(std::u32string_view name) {
    const auto* const found = std::find_if(feasts.begin(), feasts.end(),
                                           [&](const auto& each) { return each.first == name; });
    return found->second;
}

const std::vector<std::u32string_view>& feast_names() {
    static const std::vector<std::u32string_view> names = [] {
        std::vector<std::u32string_view> all;
        for (const auto& [name, day] : feasts) all.push_back(name);
        std::stable_sort(all.begin(), all.end(),
                         [](const auto& a, const auto& b) { return a.size() > b.size(); });
        return all;
    }();
    return names;
}

}  // namespace probity::detail
