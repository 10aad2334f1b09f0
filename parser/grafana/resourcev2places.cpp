// SPDX-License-Identifier: GPL-3.0-or-later
// Members of the classic model as places in resources of version 2.
#include "parser/grafana/resourcev2.h"

#include <algorithm>
#include <array>
#include <span>
#include <utility>

namespace sightglass::grafana {
namespace {

/// "#" stands for a number; what ends with "/" is for members only.
struct Move
{
    std::string_view from;
    std::string_view to;
};

constexpr std::array<Move, 15> ofDashboard = {{
    {"/templating/list/#/query/", "/variables/#/spec/query/spec/"},
    {"/templating/list/#", "/variables/#/spec"},
    {"/annotations/list/#/target", "/annotations/#/spec/query/spec"},
    {"/annotations/list/#", "/annotations/#/spec"},
    {"/time", "/timeSettings"},
    {"/timezone", "/timeSettings/timezone"},
    {"/weekStart", "/timeSettings/weekStart"},
    {"/fiscalYearStartMonth", "/timeSettings/fiscalYearStartMonth"},
    {"/refresh", "/timeSettings/autoRefresh"},
    {"/timepicker/refresh_intervals", "/timeSettings/autoRefreshIntervals"},
    {"/timepicker/hidden", "/timeSettings/hideTimepicker"},
    {"/timepicker/quick_ranges", "/timeSettings/quickRanges"},
    {"/timepicker/nowDelay", "/timeSettings/nowDelay"},
    {"/graphTooltip", "/cursorSync"},
    {"/timepicker", "/timeSettings"},
}};

constexpr std::array<Move, 12> ofPanel = {{
    {"/options", "/vizConfig/spec/options"},
    {"/fieldConfig", "/vizConfig/spec/fieldConfig"},
    {"/type", "/vizConfig"},
    {"/targets/#/hide", "/data/spec/queries/#/spec/hidden"},
    {"/targets/#/refId", "/data/spec/queries/#/spec/refId"},
    {"/targets/#", "/data/spec/queries/#/spec/query/spec"},
    {"/transformations/#", "/data/spec/transformations/#/spec"},
    {"/timeFrom", "/data/spec/queryOptions/timeFrom"},
    {"/timeShift", "/data/spec/queryOptions/timeShift"},
    {"/hideTimeOverride", "/data/spec/queryOptions/hideTimeOverride"},
    {"/maxDataPoints", "/data/spec/queryOptions/maxDataPoints"},
    {"/interval", "/data/spec/queryOptions/interval"},
}};

std::string_view digitsOf(std::string_view text)
{
    return text.substr(0, std::min(text.find_first_not_of("0123456789"), text.size()));
}

/// How much of the text the pattern takes, whole steps only; 0: it does not fit. `number` is what # stood
/// for.
std::size_t fitting(std::string_view text, std::string_view pattern, std::string_view &number)
{
    std::size_t at = 0;
    for (const char c : pattern) {
        if (c == '#') {
            number = digitsOf(text.substr(at));
            at += number.size();
            if (number.empty())
                return 0;
        } else if (at < text.size() && text[at] == c) {
            ++at;
        } else {
            return 0;
        }
    }
    return at == text.size() || text[at] == '/' || pattern.ends_with('/') ? at : 0;
}

/// "/resourceV2/layout~1kind" is "/layout/kind".
std::string placeLeft(std::string_view text)
{
    std::string place = "/";
    for (std::size_t at = 0; at < text.size(); ++at) {
        const bool escaped = text[at] == '~' && at + 1 < text.size();
        place += !escaped ? text[at] : text[++at] == '1' ? '/' : '~';
    }
    return place;
}

std::string moved(std::string_view text, std::span<const Move> moves)
{
    const std::string left = '/' + std::string(leftOfResource2) + '/';
    if (text.starts_with(left))
        return placeLeft(text.substr(left.size()));
    for (const Move &move : moves) {
        std::string_view number;
        const std::size_t taken = fitting(text, move.from, number);
        if (taken == 0)
            continue;
        std::string result;
        for (const char c : move.to)
            result += c == '#' ? std::string(number) : std::string(1, c);
        return result + std::string(text.substr(taken));
    }
    return std::string(text);
}

} // namespace

std::string resource2Pointer(const std::string &pointer, const std::string &root)
{
    if (!pointer.starts_with(root))
        return pointer;
    const std::string_view below = std::string_view(pointer).substr(root.size());
    constexpr std::string_view elements = "/elements/";
    constexpr std::string_view spec = "/spec";
    if (!below.starts_with(elements))
        return root + moved(below, ofDashboard);
    const std::size_t name = below.find('/', elements.size());
    if (name == std::string_view::npos || !below.substr(name).starts_with(spec))
        return pointer;
    const std::size_t inside = name + spec.size();
    return root + std::string(below.substr(0, inside)) + moved(below.substr(inside), ofPanel);
}

void movePointersToResource2(std::vector<ImportLoss> &losses, const std::string &root)
{
    for (ImportLoss &loss : losses) {
        loss.pointer = resource2Pointer(loss.pointer, root);
        // What is no member of its list has no members.
        constexpr std::array<std::string_view, 2> inner = {"/spec/query/spec", "/spec"};
        if (loss.feature != strangerFeature)
            continue;
        for (const std::string_view end : inner) {
            if (loss.pointer.ends_with(end))
                loss.pointer.resize(loss.pointer.size() - end.size());
        }
    }
}

} // namespace sightglass::grafana
