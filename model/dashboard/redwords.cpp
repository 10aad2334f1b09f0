// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/dashboard/redwords.h"

#include "model/core/namewords.h"
#include "model/dashboard/promqltext.h"
#include "parser/base/quoting.h"

#include <algorithm>
#include <array>
#include <utility>

namespace sightglass {

namespace {

/// Words for what is asked of a service, in the singular, and how much they say.
constexpr std::array<std::pair<std::string_view, int>, 64> workWords = {{
    {"request", 8},     {"req", 8},          {"http", 7},     {"rpc", 7},       {"grpc", 7},
    {"query", 6},       {"querie", 6},       {"call", 6},     {"command", 6},   {"cmd", 6},
    {"order", 6},       {"checkout", 6},     {"payment", 6},  {"response", 5},  {"statement", 5},
    {"transaction", 5}, {"txn", 5},          {"purchase", 5}, {"booking", 5},   {"login", 5},
    {"invocation", 5},  {"operation", 4},    {"op", 4},       {"job", 4},       {"task", 4},
    {"attempt", 4},     {"execution", 4},    {"lookup", 4},   {"search", 4},    {"searche", 4},
    {"upload", 4},      {"download", 4},     {"delivery", 4}, {"deliverie", 4}, {"email", 4},
    {"mail", 4},        {"notification", 4}, {"webhook", 4},  {"action", 4},    {"prediction", 4},
    {"inference", 4},   {"render", 4},       {"import", 4},   {"export", 4},    {"sync", 3},
    {"message", 3},     {"msg", 3},          {"event", 3},    {"record", 3},    {"item", 3},
    {"document", 3},    {"row", 2},          {"run", 3},      {"batch", 3},     {"batche", 3},
    {"processed", 2},   {"evaluated", 2},    {"handled", 2},  {"served", 2},    {"completed", 2},
    {"finished", 2},    {"received", 2},     {"sent", 2},     {"delivered", 2},
}};

constexpr std::array<std::string_view, 18> silentWords = {
    "total",        "count",  "counter", "sum", "seconds",      "second",
    "milliseconds", "millis", "ms",      "us",  "microseconds", "nanoseconds",
    "ns",           "num",    "number",  "s",   "micros",       "nanos"};

/// What a service needs for its work, in the singular: of two families named alike, the other one is asked
/// for.
constexpr std::array<std::string_view, 14> plumbing = {"cache", "gc",     "log",        "lock", "heartbeat",
                                                       "poll",  "buffer", "thread",     "pool", "worker",
                                                       "wal",   "conn",   "connection", "retry"};

constexpr std::array<std::string_view, 8> failureBeginnings = {"error",  "fail",   "exception", "crash",
                                                               "reject", "bounce", "decline",   "abort"};
constexpr std::array<std::string_view, 9> failures = {"err",    "errs", "ko",           "nok",      "fault",
                                                      "faults", "bad",  "unsuccessful", "unhandled"};
constexpr std::array<std::string_view, 8> successes = {"ok",         "success",      "successes", "succeeded",
                                                       "successful", "successfully", "passed",    "good"};
constexpr std::array<std::string_view, 10> durations = {
    "latency", "latencies", "duration", "durations", "elapsed", "took", "time", "timing", "timings", "lat"};

/// Labels that tell how something ended, the most telling first.
constexpr std::array<std::string_view, 19> outcomeLabels = {
    "code",        "status",        "status_code",  "statusCode", "http_status", "http_code", "grpc_code",
    "grpc_status", "response_code", "status_class", "outcome",    "result",      "kind",      "success",
    "ok",          "error",         "state",        "res",        "type"};

/// What values of such labels have in them where something failed.
constexpr std::array<std::string_view, 16> failureParts = {
    "error",  "fail",   "timeout", "exception", "internal", "unavailable", "unknown",   "aborted",
    "reject", "denied", "invalid", "declined",  "deadline", "exhausted",   "data_loss", "crash"};
constexpr std::array<std::string_view, 6> failureValues = {"err", "ko", "nok", "bad", "down", "lost"};
constexpr std::array<std::string_view, 16> successValues = {
    "ok",   "success", "succeeded", "successful", "done",      "completed", "complete", "accepted",
    "good", "passed",  "finished",  "delivered",  "processed", "hit",       "miss",     "sent"};

template<std::size_t N>
bool isOneOf(const std::array<std::string_view, N> &words, std::string_view word)
{
    return std::ranges::find(words, word) != words.end();
}

bool isStatusCode(std::string_view value)
{
    return value.size() == 3 && value[0] >= '1' && value[0] <= '5' &&
           std::all_of(value.begin(), value.end(),
                       [](char c) { return (c >= '0' && c <= '9') || c == 'x' || c == 'X'; });
}

bool isFalse(std::string_view value)
{
    return value == "false" || value == "0" || value == "no";
}

bool isTrue(std::string_view value)
{
    return value == "true" || value == "1" || value == "yes";
}

bool saysFailure(std::string_view label, const std::string &value)
{
    const std::string text = lowered(value);
    if (label == "success" || label == "ok")
        return isFalse(text);
    if (label == "error" && isTrue(text))
        return true;
    const bool says = std::ranges::any_of(
        failureParts, [&text](std::string_view part) { return text.find(part) != std::string::npos; });
    return says || isOneOf(failureValues, text);
}

bool saysSuccess(std::string_view label, const std::string &value)
{
    const std::string text = lowered(value);
    if (label == "success" || label == "ok")
        return isTrue(text);
    return label == "error" ? isFalse(text) : isOneOf(successValues, text);
}

/// What will match failures of a label that has told of none yet.
std::string awaitedFailures(std::string_view label)
{
    if (label == "success" || label == "ok")
        return "=~\"(?i)false|0|no\"";
    if (label == "error")
        return "=~\"(?i)true|1|yes\"";
    return "=~\"(?i).*(err|fail|timeout|exception|reject|denied|invalid|declined|abort).*\"";
}

} // namespace

std::vector<std::string> redWords(std::string_view name)
{
    std::vector<std::string> words;
    for (const std::string_view word : nameWords(name))
        words.push_back(lowered(word));
    std::erase_if(words, [](const std::string &word) { return isOneOf(silentWords, word); });
    return words;
}

int workScore(const std::vector<std::string> &words)
{
    int highest = 0;
    int found = 0;
    bool isPlumbing = false;
    for (const std::string &word : words) {
        const std::string_view singular =
            word.size() > 2 && word.ends_with('s') ? std::string_view(word).substr(0, word.size() - 1) : word;
        int score = 0;
        for (const auto &[known, value] : workWords)
            score = word == known || singular == known ? value : score;
        found += score > 0 ? 1 : 0;
        highest = std::max(highest, score);
        isPlumbing = isPlumbing || isOneOf(plumbing, singular);
    }
    return isPlumbing ? highest / 2 : highest + std::max(found - 1, 0);
}

bool isFailureWord(std::string_view word)
{
    return isOneOf(failures, word) ||
           std::ranges::any_of(failureBeginnings,
                               [word](std::string_view beginning) { return word.starts_with(beginning); });
}

bool isSuccessWord(std::string_view word)
{
    return isOneOf(successes, word);
}

bool isDurationWord(std::string_view word)
{
    return isOneOf(durations, word);
}

std::vector<std::string> subjectWords(std::string_view name)
{
    std::vector<std::string> words = redWords(name);
    std::erase_if(words, [](const std::string &word) { return isFailureWord(word) || isSuccessWord(word); });
    return words;
}

std::optional<std::size_t> outcomeRank(std::string_view label)
{
    const auto *found = std::ranges::find(outcomeLabels, label);
    if (found == outcomeLabels.end())
        return std::nullopt;
    return static_cast<std::size_t>(found - outcomeLabels.begin());
}

bool areStatusCodes(const std::vector<std::string> &values)
{
    return !values.empty() && std::ranges::all_of(values, isStatusCode);
}

std::string failureMatcher(const OutcomeLabel &label)
{
    if (label.values.empty())
        return {};
    const std::string name = labelNameText(label.name);
    if (areStatusCodes(label.values))
        return name + "=~\"5..\"";
    std::string alternatives;
    for (const std::string &value : label.values) {
        if (saysFailure(label.name, value))
            alternatives += (alternatives.empty() ? "" : "|") + regexQuoted(value);
    }
    if (!alternatives.empty())
        return name + "=~" + goQuoted(alternatives);
    constexpr std::array<std::string_view, 3> vagueLabels = {"kind", "type", "state"};
    const bool allWell = !isOneOf(vagueLabels, label.name) &&
                         std::ranges::all_of(label.values, [&label](const std::string &value) {
                             return saysSuccess(label.name, value);
                         });
    return allWell ? name + awaitedFailures(label.name) : std::string();
}

} // namespace sightglass
