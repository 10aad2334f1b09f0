// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sightglass {

/// The words of a metric's name in small letters, those of "camelCase" parted too, without what says unit or
/// type only ("total", "seconds").
[[nodiscard]] std::vector<std::string> redWords(std::string_view name);

/// How much these words say of what a service is asked for; 0: nothing.
[[nodiscard]] int workScore(const std::vector<std::string> &words);

/// "failed", "errors", "err": what did not go well. Not retries, drops and the like, which may be in order.
[[nodiscard]] bool isFailureWord(std::string_view word);

/// "ok", "succeeded": what went well, and only that.
[[nodiscard]] bool isSuccessWord(std::string_view word);

/// "latency", "duration": how long something takes, whatever its unit.
[[nodiscard]] bool isDurationWord(std::string_view word);

/// What is counted apart from its failures, e.g. {shop, orders} of shop_orders_ok_total: the words without
/// those of success and failure.
[[nodiscard]] std::vector<std::string> subjectWords(std::string_view name);

/// A label that tells how something ended, and some of its values, each once.
struct OutcomeLabel
{
    std::string_view name;
    const std::vector<std::string> &values;
};

/// Whether such a label has this name; the lower the number, the more it says.
[[nodiscard]] std::optional<std::size_t> outcomeRank(std::string_view label);

/// Whether all are three-digit codes of HTTP, or their classes ("5xx"). Of no values: no.
[[nodiscard]] bool areStatusCodes(const std::vector<std::string> &values);

/// A matcher for the series that count failures, e.g. code=~"5..". Where none has failed yet and the values
/// are all known for success, one for what a failure will be called. Empty: the label does not tell.
[[nodiscard]] std::string failureMatcher(const OutcomeLabel &label);

} // namespace sightglass
