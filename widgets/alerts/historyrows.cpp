// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/alerts/historyrows.h"

#include "parser/base/asciicase.h"

#include <algorithm>
#include <limits>
#include <map>
#include <sstream>
#include <tuple>

namespace sightglass {

namespace {

bool hasWords(const AlertEpisode &episode, const std::vector<std::string> &words)
{
    if (words.empty())
        return true;
    std::string text = episode.rule + ' ' + episode.labels.toString() + ' ' + episode.summary;
    for (const AlertNote &note : episode.notes)
        text += ' ' + note.text;
    text = asciiLower(text);
    return std::all_of(words.begin(), words.end(),
                       [&text](const std::string &word) { return text.find(word) != std::string::npos; });
}

TimestampMs endOf(const AlertEpisode &episode)
{
    return episode.endedAt.value_or(std::numeric_limits<TimestampMs>::max());
}

} // namespace

std::vector<HistoryRow> historyRows(std::span<const AlertEpisode> episodes, TimeRange range,
                                    std::string_view words)
{
    std::istringstream stream(asciiLower(words));
    std::vector<std::string> wanted;
    for (std::string word; stream >> word;)
        wanted.push_back(word);
    std::vector<HistoryRow> rows;
    std::map<std::tuple<std::string_view, std::string_view, Labels>, std::size_t> places;
    for (std::size_t i = 0; i < episodes.size(); ++i) {
        const AlertEpisode &episode = episodes[i];
        if (episode.beganAt() > range.to || endOf(episode) < range.from || !hasWords(episode, wanted))
            continue;
        const auto [place, isNew] = places.try_emplace(
            std::tuple(std::string_view(episode.group), std::string_view(episode.rule), episode.labels),
            rows.size());
        if (isNew)
            rows.push_back({episode.group, episode.rule, episode.labels, {}});
        rows[place->second].episodes.push_back(i);
    }
    const auto latest = [episodes](const HistoryRow &row) {
        const AlertEpisode &last = episodes[row.episodes.back()];
        return std::pair(endOf(last), last.beganAt());
    };
    std::stable_sort(rows.begin(), rows.end(),
                     [&latest](const HistoryRow &a, const HistoryRow &b) { return latest(a) > latest(b); });
    return rows;
}

} // namespace sightglass
