// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/notify/notifysettings.h"

#include "parser/base/trimmed.h"

#include <algorithm>
#include <utility>

namespace sightglass {

namespace {

constexpr int dayMinutes = 24 * 60;
constexpr std::size_t stormAt = 5;

std::vector<std::string_view> split(std::string_view text, char by)
{
    std::vector<std::string_view> parts;
    while (true) {
        const auto end = text.find(by);
        parts.push_back(trimmed(text.substr(0, end), " \t\r"));
        if (end == std::string_view::npos)
            return parts;
        text.remove_prefix(end + 1);
    }
}

Error atLine(std::size_t line, const std::string &what)
{
    return Error{ErrorCode::ConfigValue, {"line " + std::to_string(line) + ": " + what}, {}, {}};
}

/// Calls `read(line, number)` for each line that counts; its first error ends it.
template<typename Read>
Status forLines(std::string_view text, Read read)
{
    std::size_t number = 0;
    for (const std::string_view line : split(text, '\n')) {
        ++number;
        if (line.empty() || line.front() == '#')
            continue;
        if (Status done = read(line); !done)
            return atLine(number, plainText(done.error()));
    }
    return Done{};
}

bool isTime(std::string_view word)
{
    return word.find('-') != std::string_view::npos && word.find(':') != std::string_view::npos &&
           word.front() >= '0' && word.front() <= '9';
}

/// Times of a day; of an evening and the morning behind it both.
Result<std::vector<NumberRange>> timesOf(std::string_view word)
{
    const auto plain = parseDayTimes(word);
    if (plain)
        return std::vector{*plain};
    const auto dash = word.find('-');
    const auto evening = parseDayTimes(std::string(word.substr(0, dash)) + "-24:00");
    const auto morning = parseDayTimes("00:00-" + std::string(word.substr(dash + 1)));
    if (!evening || !morning)
        return plain.error();
    return std::vector{*morning, NumberRange{evening->begin, dayMinutes}};
}

Status addInterval(std::string_view line, const std::string &zone, std::vector<TimeInterval> &intervals)
{
    TimeInterval interval;
    interval.location = zone;
    for (const std::string_view word : split(line, ' ')) {
        if (word.empty())
            continue;
        if (isTime(word)) {
            const auto times = timesOf(word);
            if (!times)
                return times.error();
            interval.minutes.insert(interval.minutes.end(), times->begin(), times->end());
        } else if (word.find('/') != std::string_view::npos || word == "UTC") {
            interval.location = word == "UTC" ? std::string() : std::string(word);
        } else {
            const auto days = parseWeekdays(word);
            if (!days)
                return days.error();
            interval.weekdays.push_back(*days);
        }
    }
    intervals.push_back(std::move(interval));
    return Done{};
}

Status addRule(std::string_view line, std::vector<InhibitRule> &rules)
{
    constexpr std::string_view mutes = " mutes ";
    constexpr std::string_view equal = " equal ";
    const auto middle = line.find(mutes);
    if (middle == std::string_view::npos)
        return Error{ErrorCode::ConfigValue, {"expected: MATCHERS mutes MATCHERS [equal LABELS]"}, {}, {}};
    std::string_view target = line.substr(middle + mutes.size());
    InhibitRule rule;
    if (const auto at = target.rfind(equal); at != std::string_view::npos) {
        for (const std::string_view label : split(target.substr(at + equal.size()), ',')) {
            if (!label.empty())
                rule.equal.emplace_back(label);
        }
        target = target.substr(0, at);
    }
    auto source = parseAlertMatchers(line.substr(0, middle));
    if (!source)
        return source.error();
    auto targets = parseAlertMatchers(target);
    if (!targets)
        return targets.error();
    rule.source = *std::move(source);
    rule.target = *std::move(targets);
    rules.push_back(std::move(rule));
    return Done{};
}

} // namespace

Result<std::vector<TimeInterval>> quietHours(std::string_view text, const std::string &zone)
{
    std::vector<TimeInterval> intervals;
    Status read = forLines(text, [&](std::string_view line) { return addInterval(line, zone, intervals); });
    if (!read)
        return std::move(read).error();
    return intervals;
}

Result<std::vector<InhibitRule>> inhibitRules(std::string_view text)
{
    std::vector<InhibitRule> rules;
    Status read = forLines(text, [&rules](std::string_view line) { return addRule(line, rules); });
    if (!read)
        return std::move(read).error();
    return rules;
}

Result<NotifyConfig> notifyConfig(const NotifySettings &settings, const std::string &zone, ZoneLookup zones)
{
    auto quiet = quietHours(settings.quietHours, zone);
    if (!quiet)
        return std::move(quiet).error();
    auto inhibit = inhibitRules(settings.inhibitRules);
    if (!inhibit)
        return std::move(inhibit).error();
    NotifyConfig config;
    config.groupBy = settings.groupBy;
    config.groupWaitMs = std::max<std::int64_t>(settings.groupWaitMs, 0);
    config.groupIntervalMs = std::max<std::int64_t>(settings.groupIntervalMs, 1000);
    config.repeatIntervalMs = std::max<std::int64_t>(settings.repeatIntervalMs, 60'000);
    config.sendResolved = settings.sendResolved;
    config.quietHours = *std::move(quiet);
    config.inhibitRules = *std::move(inhibit);
    config.zones = std::move(zones);
    config.stormAt = stormAt;
    return config;
}

} // namespace sightglass
